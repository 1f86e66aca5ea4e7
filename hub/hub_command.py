"""`biggerpie hub FOLDER`: a JupyterHub's settings for a course, and a check of what students could reach there."""

import argparse
import os
import sys
from pathlib import Path

from ..negotiation import NegotiationError
from .the_hub import Hub, read_hub

EXPLANATION = """
Writes the settings of a JupyterHub on one machine for a course: servers that start with the lessons, nbgrader's
exchange, and formgrader for instructors alone. README.md in the folder has the steps. With --check, as root, it tries
as each student what a student could read, and says of each problem what to do.
"""


def add_hub_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `hub` to the command line."""
    command = commands.add_parser("hub", help="write or check a JupyterHub's settings", description=EXPLANATION)
    command.add_argument("folder", type=Path, help="a new folder, such as /srv/hub, or with --check an existing one")
    command.add_argument("--instructors", nargs="+", metavar="NAME", help="as they sign in; the first owns the course")
    command.add_argument("--course", type=Path, metavar="FOLDER", help="such as /home/prof/negotiation-30")
    command.add_argument(
        "--exchange", type=Path, default=Path("/srv/exchange"), metavar="FOLDER", help="(/srv/exchange)"
    )
    command.add_argument("--check", action="store_true", help="look for what is wrong, and change nothing")
    command.set_defaults(run=lambda options, _: _hub(options), passes_on=False)


def _hub(options: argparse.Namespace) -> int:
    if os.name != "posix":
        raise NegotiationError("JupyterHub runs on Linux and macOS only; run this on the machine that it will be on.")
    if options.check:
        return _check(options)
    _write(options)
    return 0


def _write(options: argparse.Namespace) -> None:
    from .writing import write_hub

    if not options.instructors or options.course is None:
        raise NegotiationError("say whose hub it is: --instructors NAME … --course FOLDER.")
    folder = options.folder.resolve()
    programs = Path(sys.executable).absolute().parent
    write_hub(Hub(folder, tuple(options.instructors), options.course.resolve(), options.exchange.resolve(), programs))
    print(f"{folder} holds the hub's settings; README.md there has the seven steps to a hub that runs.")


def _check(options: argparse.Namespace) -> int:
    from ..grading.submission.printable import printable
    from .checking import problems

    found = list(problems(read_hub(options.folder.resolve())))
    for sentence in found:
        print(f"- {printable(sentence)}")
    print(f"{len(found)} to see to." if found else "Nothing to see to.")
    return int(bool(found))
