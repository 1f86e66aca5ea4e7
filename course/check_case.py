"""`biggerpie check-case FILE`: what is wrong with a case of one's own, or what it is like."""

import argparse
from pathlib import Path

from ..negotiation import Case, audit, read_case, variant

EXPLANATION = """
Reads a case file, cases/NAME.toml in the course's folder, as generating does. What is malformed is said in one sentence
with file, table and field. A sound file is audited: whether there is something to agree, to trade and to discover.
"""


def add_check_case_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check-case` to the command line."""
    command = commands.add_parser("check-case", help="check a case file of your own", description=EXPLANATION)
    command.add_argument("file", type=Path, help="such as cases/bakery.toml")
    command.set_defaults(run=lambda options, _: _check(options.file), passes_on=False)


def _check(file: Path) -> int:
    """Print what the case is like; return 1 where it lacks something."""
    case = read_case(file)
    print(f"{file.name}: {case.title!r}, {len(case.issues)} issues, {len(case.parties)} parties. {_whose(case)}")
    checks = audit(_as_given(case))
    for check in checks:
        print(f"  {'passed' if check.passed else 'NOT passed'}: {check.name}: {check.sentence}")
    return 0 if all(check.passed for check in checks) else 1


def _as_given(case: Case) -> Case:
    """Return the case as a student would have it: one of its variants, where it has them."""
    return variant(case, "a trial") if _has_variants(case) else case


def _has_variants(case: Case) -> bool:
    return all(party.leanings for party in case.parties)


def _whose(case: Case) -> str:
    if _has_variants(case):
        return "Every student gets a case of their own."
    return "Without leanings it is the same for everybody, so an exercise of a course cannot use it."
