"""`biggerpie pairs NAME CASE`: who sits with whom, with a sheet for each role and a form for each table."""

import argparse
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..grading.submission.printable import printable
from ..negotiation import NegotiationError, did_you_mean, load_case

EXPLANATION = """
Seats the class in pairs for a role play: within sections where sections.csv names any, with nobody who sat together in
a round before, as far as that can be. Writes pairs/NAME: tables.csv, a sheet for each student, forms.html with an
agreement form for each table, and results.csv to type the deals into. Run it again with --absent when somebody does
not come: whoever sits opposite somebody stays, the others are seated, and every table keeps its number.
"""


def add_pairs_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `pairs` to the command line."""
    command = commands.add_parser("pairs", help="seat the class for a role play", description=EXPLANATION)
    command.add_argument("name", help="of the round, such as week-3")
    command.add_argument("case", help="such as job-offer")
    command.add_argument("--absent", nargs="+", default=[], metavar="STUDENT", help="who is not there")
    command.add_argument("--present", nargs="+", default=[], metavar="STUDENT", help="only these are there")
    command.add_argument("--no-threes", action="store_true", help="who is left over sits alone, not as third")
    command.add_argument("--everybody", action="store_true", help="seat everybody again, as in a round that is new")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.set_defaults(run=lambda options, _: _pairs(options), passes_on=False)


def _pairs(options: argparse.Namespace) -> None:
    from ..grading.nbgrader_adapter.class_marks import class_list  # nbgrader takes seconds to import
    from .campus.roster import read_sections
    from .role_play.pairing import repeated, tables
    from .role_play.reseating import reseated
    from .role_play.round_files import TABLES, met_before, read_tables, round_folder, write_blank_results, write_tables
    from .role_play.sheets import forms, sheets

    course = options.course.resolve()
    folder = round_folder(course, options.name)
    here = _here({one.id for one in class_list(course)}, options.present, options.absent)
    case = load_case(options.case)  # the course's own cases are known once it was opened
    met = met_before(course, options.name)
    sections, threes = read_sections(course), not options.no_threes
    if (folder / TABLES).is_file() and not options.everybody:
        groups = reseated(read_tables(folder)[0], here, met, sections=sections, threes=threes)
    else:
        groups = tables(here, met, sections=sections, threes=threes)
    pages = list(sheets(case, groups))
    write_tables(folder, groups, options.case)
    for old in (folder / "sheets").glob("*.html"):
        old.unlink()
    for student, page in pages:
        write_whole(folder / "sheets" / f"{student}.html", page.encode())
    write_whole(folder / "forms.html", forms(case, groups).encode())
    write_blank_results(folder, case, len(groups))
    print(
        f"{len(here)} students sit at {sum(map(bool, groups))} tables; sheets, forms and results.csv are in {folder}."
    )
    for group in repeated(groups, met):
        print(f"  {printable(' and '.join(group))} sat together before; nobody else was left.")
    for group in groups:
        if len(group) == 1:
            print(f"  {printable(group[0])} sits alone; a counterpart may step in (biggerpie start, lesson 9).")


def _here(known: set[str], present: list[str], absent: list[str]) -> list[str]:
    for student in [*present, *absent]:
        if student not in known:
            raise NegotiationError(
                f"{student!r} is not in the class list{did_you_mean(student, sorted(known)) if known else '.'}"
            )
    here = sorted((set(present) or known) - set(absent))
    if not here:
        raise NegotiationError("nobody is there to be seated; put the class in with 'biggerpie roster TABLE.csv'.")
    return here
