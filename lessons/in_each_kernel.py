"""Run by each kernel of `biggerpie start`, which names it in PYTHONSTARTUP: an exercise's cells run in any order."""


def _begin() -> None:
    import sys

    if "IPython" not in sys.modules:
        return  # Python in a terminal
    from biggerpie.grading import load_ipython_extension
    from biggerpie.grading.dossiers.opening import own_opening
    from IPython import get_ipython

    if own_opening().case:
        load_ipython_extension(get_ipython())


_begin()
del _begin
