"""`biggerpie show STUDENT`: a safe page of what was handed in, instead of opening the files themselves."""

import argparse
import sys
import webbrowser
from pathlib import Path

from ..grading.counted import counted
from ..negotiation import NegotiationError

EXPLANATION = """
Writes a page of what a student handed in: every cell as text, what marking reads of it, pasted pictures, the files
beside the notebook, and the marks so far. Nothing in the page runs, and it loads nothing. Look at submissions here,
and not by opening the notebooks in submitted/: a notebook can hold programs that JupyterLab runs when it is opened.
"""
MOST_WORDS = 2


def add_show_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `show` to the command line."""
    command = commands.add_parser("show", help="show safely what a student handed in", description=EXPLANATION)
    command.add_argument(
        "words", nargs="*", metavar="STUDENT [EXERCISE]", help="whose, and which exercise; without one, all of them"
    )
    command.add_argument("--all", action="store_true", help="everybody's; then no student is named")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.add_argument("--into", type=Path, metavar="FOLDER", help="where the pages go (.biggerpie/shown)")
    command.add_argument("--no-browser", action="store_true", help="write the page and say where, but do not open it")
    command.set_defaults(run=lambda options, _: _show(options), passes_on=False)


def _show(options: argparse.Namespace) -> None:
    student, exercise = _asked(options.words, everybody=options.all)
    from ..grading.submission_page.show import show_submissions  # nbgrader takes seconds to import

    written = show_submissions(options.course, student, exercise, options.into)
    for line in written.told:
        print(line, file=sys.stderr)
    print(
        written.first
        if [written.first] == [*written.pages]
        else f"{counted(len(written.pages), 'page', 'pages')}, listed in {written.first}"
    )
    if not options.no_browser:
        webbrowser.open(written.first.as_uri())


def _asked(words: list[str], *, everybody: bool) -> tuple[str | None, str | None]:
    """Return the student, None for everybody, and the exercise, None for all."""
    names = [None, *words] if everybody else [*words]
    if not names or len(names) > MOST_WORDS:
        raise NegotiationError(
            "write whose work to show, such as 'biggerpie show ada' or 'biggerpie show ada 01-both-can-gain'; "
            "with --all, only the exercise."
        )
    return names[0], names[1] if len(names) == MOST_WORDS else None
