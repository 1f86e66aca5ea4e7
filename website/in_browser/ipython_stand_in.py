"""Stands for IPython in the browser: it knows which cell runs, so that the learner's record finds its place."""

from typing import Any

_running = {"cell": "", "run": ""}


class _Shell:
    """The part of IPython's shell by which a cell is known."""

    def __init__(self) -> None:
        self.user_ns: dict[str, Any] = {}

    def get_parent(self) -> dict[str, Any]:
        """Return what Jupyter would tell of the request that is answered."""
        return {"metadata": {"cellId": _running["cell"]}, "header": {"msg_id": _running["run"]}}


_shell = _Shell()


def get_ipython() -> _Shell:
    """Return the one shell."""
    return _shell


def now_runs(cell: str) -> None:
    """Say which cell runs from now on."""
    _running.update(cell=cell, run=f"run of {cell}")
