"""The answer `sorts`: which statements are a position, an interest, an option or a criterion."""

from collections import Counter
from collections.abc import Mapping

from ...negotiation import NegotiationError, did_you_mean, plain
from ..answers import Answer
from ..mark import Mark, gained, lost, note, public
from ..matching import LONGEST_WORD, shown
from ..report import Finding
from .keyed import Said, also, read_keyed, read_word, unmarked
from .labels import how_many

KINDS = {
    "position": "it says what somebody demands, not why",
    "interest": "it says why somebody wants something",
    "option": "it is one way to settle the matter, and nobody has demanded it yet",
    "criterion": "it is a standard that does not depend on what either side wants",
}
"""The four of Fisher & Ury (1981), and why a statement is one."""


def read_sorts(answer: Answer, truth: Mapping[str, str]) -> Said[str, str]:
    """Return the kind that the answer gives each statement, by the statement's key in `truth`."""
    keys = {plain(key): key for key in truth}

    def statement(words: str) -> str:
        said = plain(words[:LONGEST_WORD])
        for key in (said, said.removeprefix("statement").strip()):
            if key in keys:
                return keys[key]
        raise NegotiationError(f"{shown(words)} is none of the statements; write the number that stands before one.")

    return read_keyed(answer, statement, lambda _, words: _kind(words))


def mark_sorts(answer: Answer, truth: Mapping[str, str], points: float) -> Mark:
    """Return the mark: the share sorted right, rescaled so that calling everything the same earns nothing.

    (right - b) / (1 - b), at least 0, where b is the greatest share that one and the same kind for all would
    get. `truth` gives each statement's kind by its number or key. Raises NegotiationError for an unknown kind
    and where all statements are of one kind.
    """
    if unknown := set(truth.values()) - KINDS.keys():
        raise NegotiationError(f"{min(unknown)!r} is not a kind of statement{did_you_mean(min(unknown), KINDS)}")
    most = max(Counter(truth.values()).values(), default=0)
    if most == len(truth):
        raise NegotiationError("all statements are of one kind, so there is nothing to sort; add others.")
    said = read_sorts(answer, truth)
    if not said.values:
        return unmarked(answer, said.problems, points, "no statement is sorted yet; write '1: interest', say.")
    findings = [
        public(lost(f"nothing that counts is said about statement {key}.")) for key in truth if key not in said.values
    ]
    findings += [_finding(key, said.values[key], kind) for key, kind in truth.items() if key in said.values]
    right = sum(said.values.get(key) == kind for key, kind in truth.items())
    same = f"calling all the same would get {most} right and earn nothing"
    findings.append(note(f"{right} of {len(truth)} statements are sorted right; {same}.", how_many(right, len(truth))))
    share = max(0.0, (right - most) / (len(truth) - most))
    return Mark(points * share, points, (*findings, *also(answer, said.problems)))


def _finding(key: str, said: str, kind: str) -> Finding:
    article = "an" if kind[0] in "aeiou" else "a"
    if said == kind:
        return gained(f"statement {key} is {article} {kind}: {KINDS[kind]}.")
    return lost(f"statement {key}: you said {said}, but it is {article} {kind}: {KINDS[kind]}.")


def _kind(words: str) -> str:
    return "criterion" if plain(words[:LONGEST_WORD]) == "criteria" else read_word(words, KINDS, "kind of statement")
