"""`biggerpie case check` and `biggerpie case convert`: cases of one's own, and cases from elsewhere."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..negotiation.errors import MalformedCaseError
from .case_check import as_given, checked
from .case_formats.files import case_in, files_of
from .new_file import require_new, require_new_picture

KINDS = """
A case is one TOML file, one spreadsheet (.xlsx) with a sheet for each party, a CSV file for each party, or a GENIUS
domain (.xml) with the utility file of each party.
"""
CHECK = f"""
Reads a case as generating an exercise does. All that is malformed is said, each thing in one sentence with file, table
and field. Of a sound case it says whether there is something to agree, to trade and to discover, how hard it is, and
how many variants it has. {KINDS}
"""
CONVERT = f"""
Writes the case again in the format that the target's name ends in, and overwrites nothing. {KINDS}
From GENIUS, utilities become whole points; where that needs rounding, it says so.
"""


def add_case_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `case check` and `case convert` to the command line."""
    case = commands.add_parser("case", help="check a case of your own, or convert one")
    actions = case.add_subparsers(required=True, metavar="check|convert")
    check = actions.add_parser("check", help="what is wrong with a case, or what it is like", description=CHECK)
    check.add_argument("files", type=Path, nargs="+", metavar="FILE", help="such as cases/bakery.toml")
    check.add_argument("--picture", type=Path, metavar="PAGE", help="also draw it: a new .html page, or an .svg file")
    check.set_defaults(run=lambda options, _: _check(options.files, options.picture), passes_on=False)
    convert = actions.add_parser("convert", help="between TOML, spreadsheet and GENIUS", description=CONVERT)
    convert.add_argument("files", type=Path, nargs="+", metavar="FILE", help="such as Jobs.xml Jobs_1.xml Jobs_2.xml")
    convert.add_argument("target", type=Path, metavar="TARGET", help="such as jobs.toml, jobs.xlsx, jobs.csv, jobs.xml")
    convert.set_defaults(run=lambda options, _: _convert(options.files, options.target), passes_on=False)


def _check(files: Sequence[Path], picture: Path | None) -> int:
    """Print what the case is like, and draw it where a picture is asked for; return 1 where it lacks something."""
    if picture:
        require_new_picture(picture)
    try:
        case, notes = case_in(files)
    except MalformedCaseError as malformed:
        print("\n".join(f"biggerpie: {problem}" for problem in malformed.problems()), file=sys.stderr)
        return 2
    if picture:
        from .picture_file import draw

        draw(as_given(case), picture)
        notes.append(f"Wrote {picture}.")
    sound, lines = checked(case, files[0].name)
    print("\n".join([*lines, *notes]))
    return 0 if sound else 1


def _convert(files: Sequence[Path], target: Path) -> int:
    """Write the case in another format; return 0."""
    case, notes = case_in(files)
    written = files_of(case, target)
    for file in written:
        require_new(file)
    for file, content in written.items():
        write_whole(file, content)
        print(f"Wrote {file}.")
    print("\n".join(notes), end="\n" if notes else "")
    return 0
