"""What comes of all that the assistants said: the marks to give, and the answers on which two differ."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...grading.nbgrader_adapter.written_answers import Part, PersonsMark, WrittenAnswer
from .agreement import Agreement, Said, agreement, settled
from .share_files import SETTLED, Shared, digest_of


@dataclass(frozen=True, slots=True)
class Settlement:
    """Marks to give, by number what two said who differ, how many answers are open, and how far assistants agree."""

    agreement: Agreement | None
    shared: int
    marks: dict[Part, PersonsMark] = field(default_factory=dict)
    differing: dict[str, Sequence[Said]] = field(default_factory=dict)


def settlement(
    key: Mapping[str, Shared], said: Mapping[str, Sequence[Said]], waiting: Iterable[WrittenAnswer]
) -> Settlement:
    """Return what comes of it for the answers that still wait, with the text that was shared; `said` is `read_marks`.

    What the instructor settled is the last word.
    """
    theirs = {number: [one for one in all_said if one.assistant != SETTLED] for number, all_said in said.items()}
    texts = still_waiting(key, waiting)
    found = Settlement(agreement(theirs, {number: one.most for number, one in key.items()}), len(texts))
    for number, text in texts.items():
        shared, own = key[number], [one for one in said.get(number, ()) if one.assistant == SETTLED]
        counting, needed = (own, 1) if own else (theirs.get(number, []), len(shared.assistants))
        if len(counting) < needed:
            continue
        points = settled(counting, shared.most)
        if points is None:
            found.differing[number] = counting
        else:
            comments = dict.fromkeys(one.comment for one in counting if one.comment)
            found.marks[shared.student, shared.question] = PersonsMark(points, "\n\n".join(comments), text)
    return found


def still_waiting(key: Mapping[str, Shared], waiting: Iterable[WrittenAnswer]) -> dict[str, str]:
    """Return by number the texts of shared answers that wait for marks yet; another text is another answer."""
    texts = {(one.student, one.question, digest_of(one.text)): one.text for one in waiting}
    places = {number: (one.student, one.question, one.digest) for number, one in key.items()}
    return {number: texts[place] for number, place in places.items() if place in texts}


def not_taken(
    key: Mapping[str, Shared], numbers: Iterable[str], waiting: Sequence[WrittenAnswer], marked: Collection[Part]
) -> dict[str, str]:
    """Return by number why marks that were typed are not taken, in a sentence's end; `marked` have a person's mark."""
    shared_yet = {key[number].part: number for number in still_waiting(key, waiting)}
    parts, found = {(one.student, one.question) for one in waiting}, {}
    for number in sorted(numbers):
        part = key[number].part
        if shared_yet.get(part) == number or part in marked:
            continue
        if again := shared_yet.get(part):
            found[number] = f"is another text now, shared as {again}"
        elif part in parts:
            found[number] = "is another text now; share again"
        else:
            found[number] = "waits for no marks now; look at it in formgrader"
    return found
