"""`biggerpie debrief NAME`: one page for the projector, with everybody's deal on one frontier."""

import argparse
import webbrowser
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..negotiation import load_case

EXPLANATION = """
Reads what was agreed from pairs/NAME/results.csv, where each table's options are typed in ('no deal' counts too), and
writes pairs/NAME/debrief.html: every deal on one frontier, where value was left, and a question to discuss with each
picture. It names nobody, needs no network and runs no script.
"""


def add_debrief_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `debrief` to the command line."""
    command = commands.add_parser("debrief", help="draw what the class agreed on", description=EXPLANATION)
    command.add_argument("name", help="of the round, as for 'biggerpie pairs'")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.add_argument("--no-browser", action="store_true", help="write the page and say where, but do not open it")
    command.set_defaults(run=lambda options, _: _debrief(options), passes_on=False)


def _debrief(options: argparse.Namespace) -> None:
    from ..negotiation.own_cases import look_for_cases_in
    from .role_play.debrief import debrief_page
    from .role_play.round_files import read_results, read_tables, round_folder

    course = options.course.resolve()
    look_for_cases_in(course / "cases")
    folder = round_folder(course, options.name)
    groups, case_name = read_tables(folder)
    case = load_case(case_name)
    results = read_results(folder, case)
    file = folder / "debrief.html"
    write_whole(file, debrief_page(case, [*results.values()]).encode())
    print(f"{len(results)} of {sum(map(bool, groups))} tables have a result; the page is {file}")
    if not options.no_browser:
        webbrowser.open(file.as_uri())
