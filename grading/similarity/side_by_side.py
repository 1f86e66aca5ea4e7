"""Written answers side by side, with what they share marked."""

from collections.abc import Iterable, Sequence
from html import escape

from .parts import section
from .texts import Alike, Run, Text, shared_parts
from .wording import names

MOST_SHOWN = 200


def side_by_side(pairs: Sequence[Alike]) -> str:
    """Return a section with the texts that are alike, "" where there are none."""
    if not pairs:
        return ""
    said = [
        "Runs of five words and more that two texts share are marked and underlined. What stands in the exercise and "
        "in the student's own case does not count, nor does a phrase that more than fifty texts hold."
    ]
    if len(pairs) > MOST_SHOWN:
        said.append(f"The first {MOST_SHOWN} of {len(pairs):,} are shown; the table beside this page has all.")
    return section("Written answers", said, "".join(map(_pair, pairs[:MOST_SHOWN])))


def _pair(pair: Alike) -> str:
    texts = (pair.first,) if pair.first is pair.second else (pair.first, pair.second)
    heading = escape(f"{pair.cell}: {' / '.join(names(text.students) for text in texts)}")
    runs = f"{len(pair.shared):,} runs"
    said = f"{pair.share:.0%} of the shorter text's runs of five words stand in the other ({runs})."
    if len(texts) == 1:
        said = f"Handed in word for word by {len(pair.first.students):,} students ({runs} of five words)."
    shown = "".join(_shown(text, pair.shared) for text in texts)
    return f'<article>\n<h3>{heading}</h3>\n<p>{said}</p>\n<div class="pair">\n{shown}</div>\n</article>\n'


def _shown(text: Text, shared: Iterable[Run]) -> str:
    parts = "".join(
        f"<mark>{escape(part)}</mark>" if is_shared else escape(part)
        for is_shared, part in shared_parts(text.text, frozenset(shared))
    )
    return f'<div><h4>{escape(names(text.students))}</h4>\n<p class="text">{parts}</p></div>\n'
