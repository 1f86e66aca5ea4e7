"""`biggerpie debrief NAME`: one page for the projector, with everybody's deal on one frontier, and one for you."""

import argparse
import webbrowser
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..grading.submission.printable import printable
from ..negotiation import load_case

EXPLANATION = """
Reads the agreement forms from pairs/NAME/results.csv, a line for each side ('no deal' counts too), and compares the two
of each table: where they differ, it says what each says, and the table isn't counted until you've settled it. Writes
pairs/NAME/debrief.html for the projector: every deal on one frontier, where value was left, and a question to discuss
with each picture; it names nobody, needs no network and runs no script. outcomes.html, for you alone, has every table
with points, ratings and memos, and outcomes.csv the same as a table.
"""


def add_debrief_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `debrief` to the command line."""
    command = commands.add_parser("debrief", help="draw what the class agreed on", description=EXPLANATION)
    command.add_argument("name", help="of the round, as for 'biggerpie pairs'")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.add_argument("--no-browser", action="store_true", help="write the pages and say where, but open none")
    command.set_defaults(run=lambda options, _: _debrief(options), passes_on=False)


def _debrief(options: argparse.Namespace) -> int:
    from ..grading.written_rows import write_rows
    from ..negotiation.own_cases import look_for_cases_in
    from .role_play.debrief import debrief_page
    from .role_play.filled_forms import read_results
    from .role_play.outcome_files import PAGE, TABLE, outcome_rows, outcomes_page
    from .role_play.outcomes import nobodys, outcomes
    from .role_play.round_files import read_tables, round_folder
    from .role_play.versions import common_case, version

    course = options.course.resolve()
    look_for_cases_in(course / "cases")
    folder = round_folder(course, options.name)
    seating = read_tables(folder)
    case = load_case(seating.case_name)
    versions = [version(case, key) for key in seating.keys]
    forms = read_results(folder, case)
    found, told = outcomes([one.case for one in versions], seating.groups, forms), nobodys(seating.groups, forms)
    write_whole(folder / PAGE, outcomes_page(case, found, told).encode())
    write_rows(folder / TABLE, outcome_rows(found))
    counted = [one for one in found if not one.reason_against]
    for sentence in [*told, *(one.reason_against for one in found if one.reason_against)]:
        print(f"  {printable(sentence)}")
    felt = [one.felt(None if one.deal is None else versions[one.table - 1].common(one.deal)) for one in counted]
    file = folder / "debrief.html"
    page = debrief_page(common_case(case, seating.keys), felt, by_points=any(seating.keys))
    write_whole(file, page.encode())
    print(f"{len(counted)} of {len(found)} tables are counted; the page is {file}; {PAGE} beside it has names.")
    if not options.no_browser:
        webbrowser.open(file.as_uri())
    return int(len(counted) < len(found) or bool(told))
