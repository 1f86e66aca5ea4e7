"""Written answers side by side, with what they share marked."""

from collections.abc import Iterable, Sequence

from .parts import MarkedText, Pair, Section
from .texts import Alike, Text, shared_parts
from .wording import names
from .words import Run

MOST_SHOWN = 200


def side_by_side(pairs: Sequence[Alike]) -> list[Section]:
    """Return a section with the texts that are alike, none where there are none."""
    if not pairs:
        return []
    said = [
        "Runs of five words and more that two texts share (where a script writes no spaces: of as many letters as make "
        "five words) are marked and underlined. What stands in the exercise and "
        "in the student's own case does not count, nor does a phrase that more than fifty texts hold."
    ]
    if len(pairs) > MOST_SHOWN:
        said.append(f"The first {MOST_SHOWN} of {len(pairs):,} are shown; the table beside this page has all.")
    return [Section("Written answers", tuple(said), pairs=tuple(map(_pair, pairs[:MOST_SHOWN])))]


def _pair(pair: Alike) -> Pair:
    texts = (pair.first,) if pair.first is pair.second else (pair.first, pair.second)
    heading = f"{pair.cell}: {' / '.join(names(text.students) for text in texts)}"
    runs = f"{len(pair.shared):,} runs"
    said = f"{pair.share:.0%} of the shorter text's runs of five words stand in the other ({runs})."
    if len(texts) == 1:
        said = f"Handed in word for word by {len(pair.first.students):,} students ({runs} of five words)."
    return Pair(heading, said, tuple(_marked(text, pair.shared) for text in texts))


def _marked(text: Text, shared: Iterable[Run]) -> MarkedText:
    return MarkedText(names(text.students), tuple(shared_parts(text.text, frozenset(shared))))
