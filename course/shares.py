"""`biggerpie share` and `biggerpie settle`: written answers shared among assistants, and their marks taken in."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom
from secrets import token_hex
from typing import TYPE_CHECKING

from ..grading.submission.printable import printable
from ..negotiation import NegotiationError

if TYPE_CHECKING:
    from ..grading.nbgrader_adapter.written_answers import WrittenAnswer
    from .marking_shares.agreement import Agreement, Said
    from .marking_shares.share_files import Shared

SHARE = """
Shares the written answers that wait for marks among assistants: for each a page of texts without names and a table to
type marks into, in shares/ASSIGNMENT. Some answers, 10 in a hundred unless you say otherwise, are marked by two. Run it
again after new submissions, once the marks of the last shares are taken in by 'biggerpie settle'.
"""
SETTLE = """
Takes in the assistants' marks. Tells how far two agree who marked the same answers. Marks that are near each other
count, by their mean, and go into the gradebook as if they were given in formgrader; the others are listed, and stand in
settled.csv for you to settle. Marks for a text that was handed in again since are listed, too, and not taken.
"""


def add_shares_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `share` and `settle` to the command line."""
    share = commands.add_parser("share", help="share written answers among assistants", description=SHARE)
    share.add_argument("assignment", help="such as 01-both-can-gain")
    share.add_argument("--among", nargs="+", required=True, metavar="ASSISTANT", help="their names, such as kim lee")
    share.add_argument(
        "--twice", type=int, default=10, metavar="N", help="how many in a hundred are marked by two (10)"
    )
    share.set_defaults(run=lambda options, _: _share(options), passes_on=False)
    settle = commands.add_parser("settle", help="take in the assistants' marks", description=SETTLE)
    settle.add_argument("assignment", help="such as 01-both-can-gain")
    settle.set_defaults(run=lambda options, _: _settle(options), passes_on=False)
    for command in (share, settle):
        command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")


def _share(options: argparse.Namespace) -> None:
    from ..grading.nbgrader_adapter.written_answers import waiting_answers  # nbgrader takes seconds to import
    from .marking_shares.settling import still_waiting
    from .marking_shares.share_files import read_key, require_names, write_shares

    require_names(options.among)
    if not 0 <= options.twice <= 100:  # noqa: PLR2004  # percent
        raise NegotiationError(f"--twice {options.twice} is no share of a hundred; write a number from 0 to 100.")
    folder = options.course.resolve() / "shares" / options.assignment
    waiting, before = waiting_answers(options.course, options.assignment), read_key(folder)
    if open_yet := still_waiting(before, waiting):
        raise NegotiationError(
            f"{len(open_yet)} of the answers shared before have no marks in the gradebook yet, so nothing was shared; "
            f"run 'biggerpie settle {options.assignment}' first, or delete {folder} to share all again."
        )
    free = [one for one in waiting if not one.reason_against]
    if not free:
        raise NegotiationError(f"no written answer of {options.assignment} waits for marks; grade it first.")
    new = _numbered(free, options.among, options.twice, len(before))
    write_shares(folder, before | {n: one for n, (one, _) in new.items()}, {n: text for n, (_, text) in new.items()})
    print(f"{len(free)} written answers are shared in {folder}:")
    for name in options.among:
        count = sum(name in one.assistants for one, _ in new.values())
        print(f"  {name}: {_what_to_do(name, count)}")
    for left in (one for one in waiting if one.reason_against):
        print(f"  {printable(left.student)}, {left.question!r}: left to you in formgrader; it {left.reason_against}.")


def _what_to_do(name: str, count: int) -> str:
    """Return what an assistant gets; the page of one who gets nothing is that of an earlier share, if there is one."""
    if not count:
        return "nothing this time; a page from an earlier share holds nothing new"
    return f"{count} answers, {name}.html to read and {name}.csv to type marks into"


def _numbered(
    answers: "Sequence[WrittenAnswer]", among: Sequence[str], twice: int, known: int
) -> "dict[str, tuple[Shared, str]]":
    """Return by a number that tells nothing of the student what is shared, and its text."""
    from .marking_shares.share_files import Shared, digest_of
    from .marking_shares.sharing import shared_out

    mixed = SystemRandom().sample(answers, len(answers))
    numbers = {f"A{at:04}": one for at, one in enumerate(mixed, known + 1)}
    shares = shared_out([*numbers], among, twice, token_hex(8))
    found = {}
    for number, one in numbers.items():
        who = tuple(name for name, own in shares.items() if number in own)
        found[number] = (Shared(one.student, one.question, one.maximum, digest_of(one.text), who), one.text)
    return found


def _settle(options: argparse.Namespace) -> int:
    from ..grading.nbgrader_adapter.written_answers import give_marks, marked_parts, waiting_answers  # the same
    from .marking_shares.settling import not_taken, settlement
    from .marking_shares.share_files import SETTLED, add_to_table, read_key, read_marks

    folder = options.course.resolve() / "shares" / options.assignment
    key = read_key(folder)
    if not key:
        raise NegotiationError(f"nothing of {options.assignment} was shared; run 'biggerpie share' first.")
    said, waiting = read_marks(folder, key), waiting_answers(options.course, options.assignment)
    found = settlement(key, said, waiting)
    marked = marked_parts(options.course, options.assignment) | {*found.marks}
    left = not_taken(key, said, waiting, marked)
    if found.agreement:
        print(_agreement_told(found.agreement))
    refused = give_marks(options.course, options.assignment, found.marks)
    left |= {n: refused[key[n].part] for n in said if n not in left and key[n].part in refused}
    given = len(found.marks) - len(refused)
    print(f"{given} answers got their marks; {found.shared - given} of those shared are open.")
    for number, both in found.differing.items():
        print(f"  {_marks_typed(number, key[number], both)}; settle it in {SETTLED}.csv.")
    for number, why in left.items():
        print(f"  {_marks_typed(number, key[number], said[number])}; not taken, as it {why}.")
    if found.differing:
        add_to_table(folder / f"{SETTLED}.csv", found.differing, key)
    if given:
        print(f"Bring the feedback up to date: biggerpie grade {options.assignment}")
    return int(bool(found.differing or left))


def _agreement_told(told: "Agreement") -> str:
    return (
        f"Two marked {told.answers} of these answers: {told.same} got the same marks from both, {told.near} the "
        f"same or nearly; on average the two are {told.apart:.1f} points apart."
    )


def _marks_typed(number: str, shared: "Shared", said: "Sequence[Said]") -> str:
    marks = ", ".join(f"{one.assistant} {one.points:g}" for one in said)
    return f"{number} ({shared.question}, up to {shared.most:g}): {marks}"
