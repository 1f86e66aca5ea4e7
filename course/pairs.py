"""`biggerpie pairs NAME CASE`: who sits with whom, with a sealed sheet for each role and a form for each side."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..grading.atomic_files import write_whole
from ..grading.counted import counted
from ..grading.dossiers.ids import cannot_work
from ..grading.submission.printable import printable
from ..negotiation import Case, NegotiationError, load_case

if TYPE_CHECKING:
    from .role_play.attendance import Attendance
    from .role_play.pairing import Group, Met
    from .role_play.round_files import Seating

EXPLANATION = """
Seats the class in pairs for a role play: within sections where sections.csv names any, with nobody who sat together in
an earlier round, as far as possible. A case that has variants gives each table a version of its own. Writes
pairs/NAME: tables.csv; a sealed sheet for each student, to send, and codes.csv with the codes that open them;
to-print.html with all sheets, and forms.html with an agreement form for each side, on paper; and results.csv to type
the forms into. Run it again with --absent when somebody does not come, and with --late when they come after all:
whoever sits opposite somebody stays, the others are seated, every table keeps its number, and whoever was absent before
stays absent. Forms of a table at which others sit now are kept in a file beside.
"""


def add_pairs_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `pairs` to the command line."""
    command = commands.add_parser("pairs", help="seat the class for a role play", description=EXPLANATION)
    command.add_argument("name", help="of the round, such as week-3")
    command.add_argument("case", help="such as pay-rise")
    command.add_argument("--absent", nargs="+", default=[], metavar="STUDENT", help="who is not there")
    command.add_argument("--late", nargs="+", default=[], metavar="STUDENT", help="who was absent and has come")
    command.add_argument("--present", nargs="+", default=[], metavar="STUDENT", help="only these are there")
    command.add_argument("--no-threes", action="store_true", help="a student left over sits alone, not as a third")
    command.add_argument("--everybody", action="store_true", help="seat everybody again, as in a new round")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.set_defaults(run=lambda options, _: _pairs(options), passes_on=False)


def _pairs(options: argparse.Namespace) -> None:
    from ..grading.nbgrader_adapter.class_marks import (
        class_list,
        left_out_of_class,
        said_to_be_left_out,
    )  # nbgrader takes seconds to import
    from .campus.sections import sections_of_nobody
    from .role_play.playable import require_playable
    from .role_play.round_files import met_before, round_folder, seated_so_far, write_tables

    course = options.course.resolve()
    folder = round_folder(course, options.name)
    known, skipped = {one.id for one in class_list(course)}, left_out_of_class(course)
    before = seated_so_far(folder)
    there = _there(options, before, known - skipped, skipped)
    case = load_case(options.case)  # the course's own cases are known once it was opened
    require_playable(case)
    met = met_before(course, options.name)
    groups, keys = _seated(options, before, case, there.here, met)
    unsent, kept = _write_pages(folder, case, before, groups, keys)
    write_tables(folder, groups, options.case, keys)
    tables = counted(sum(map(bool, groups)), "table", "tables")
    print(f"{counted(len(there.here), 'student sits', 'students sit')} at {tables}; what they need is in {folder}:")
    print("  sheets/ to send, codes.csv to open them; to-print.html and forms.html for paper; results.csv to fill in.")
    for said in filter(None, [there.told, *sections_of_nobody(course, known)]):
        print(f"  {printable(said)}")
    if not any(keys):
        print(f"  All tables play the same case, as {options.case} has no variants or was seated so before.")
    for sentence in kept:
        print(f"  {sentence}")
    for sentence in said_to_be_left_out(skipped):
        print(f"  {printable(sentence)}")
    for student in unsent:
        print(f"  {printable(student)} has no sheet to send, as its id can't be a file's name everywhere; print it.")
    _tell(groups, met)


def _there(options: argparse.Namespace, before: "Seating", known: set[str], skipped: set[str]) -> "Attendance":
    """Return who of those whom the course's settings don't leave out is there."""
    from .role_play.attendance import attendance

    present, absent, late = (
        [student for student in named if student not in skipped]
        for named in (options.present, options.absent, options.late)
    )
    if options.present and not present:
        raise NegotiationError("nobody is there to be seated: nbgrader_config.py leaves out all that you named.")
    seated = () if options.everybody else {student for group in before.groups for student in group}
    return attendance(known, seated, present=present, absent=absent, late=late)


def _seated(
    options: argparse.Namespace, before: "Seating", case: Case, here: Sequence[str], met: "Met"
) -> "tuple[list[Group], list[str]]":
    """Return who sits at each table, and the key of each table's version."""
    from .campus.sections import sections_of
    from .role_play.pairing import tables
    from .role_play.reseating import reseated
    from .role_play.versions import first_keys, kept_keys

    sections, threes = sections_of(options.course.resolve(), here), not options.no_threes
    if not before.groups or options.everybody:
        groups = tables(here, met, sections=sections, threes=threes)
        return groups, first_keys(case, len(groups))
    groups = reseated(before.groups, here, met, sections=sections, threes=threes)
    if before.case_name != options.case:
        return groups, first_keys(case, len(groups))
    return groups, kept_keys(case, before.groups, before.keys, groups)


def _write_pages(
    folder: Path, case: Case, before: "Seating", groups: "Sequence[Group]", keys: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Write sheets, codes, forms and the table to type them into; sheets of somebody who left are deleted.

    Return whose id can be no file's name, so that there is no sheet to send: it could lead out of the folder. And a
    sentence on each thing that was kept aside of those who sat elsewhere `before`.
    """
    from .role_play.blank_forms import write_blank_results
    from .role_play.codes import Place, codes, write_codes
    from .role_play.forms import forms
    from .role_play.reseating import who_left
    from .role_play.round_files import keep_transcripts
    from .role_play.sealing import sealed_page
    from .role_play.sheets import printed, sheets
    from .role_play.versions import version

    all_sheets = list(sheets([version(case, key).case for key in keys], groups))
    places = {one.student: Place(one.table, one.role, keys[one.table - 1]) for one in all_sheets}
    codes_of = codes(folder, places)
    for old in (folder / "sheets").glob("*.html"):
        old.unlink()
    for one in (sheet for sheet in all_sheets if not cannot_work(sheet.student)):
        page = sealed_page(one, codes_of[one.student], case)
        write_whole(folder / "sheets" / f"{one.student}.html", page.encode())
    write_codes(folder, places, codes_of)
    write_whole(folder / "to-print.html", printed(case, all_sheets).encode())
    write_whole(folder / "forms.html", forms(case, groups).encode())
    left = who_left(before.groups, before.keys, groups, keys)
    kept = [write_blank_results(folder, case, [len(group) for group in groups], left)]
    if names := keep_transcripts(folder, left):
        kept.append(f"Their talks are kept in {folder.name}/transcripts as {', '.join(names)}.")
    return [one.student for one in all_sheets if cannot_work(one.student)], [one for one in kept if one]


def _tell(groups: "Sequence[Group]", met: "Met") -> None:
    from .role_play.pairing import repeated

    for group in repeated(groups, met):
        print(f"  {printable(' and '.join(group))} sat together before; nobody else was left.")
    for group in groups:
        if len(group) == 1:
            print(f"  {printable(group[0])} sits alone; a counterpart may step in (biggerpie start, lesson 9).")
