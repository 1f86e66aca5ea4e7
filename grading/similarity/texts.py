"""Written answers that share many runs of five words, beyond what everybody was given to read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from .words import Run, run_places, runs_of, words_of

FEWEST_RUNS, LEAST_SHARE = 12, 0.5
MOST_STUDENTS = 50
"""A run of words that more texts hold is a common phrase; it brings no two texts together."""


@dataclass(frozen=True, slots=True)
class Text:
    """A written answer, who handed it in word for word, and its runs of five words that were not given."""

    text: str
    students: tuple[str, ...]
    runs: frozenset[Run]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two written answers to one question with their shared runs; the share is measured by the shorter one."""

    cell: str
    first: Text
    second: Text
    shared: frozenset[Run]

    @property
    def share(self) -> float:
        """The share of the runs of the shorter text that the other holds too."""
        return len(self.shared) / min(len(self.first.runs), len(self.second.runs))


def alike(cell: str, texts: Mapping[str, str], given: Mapping[str, set[Run]]) -> list[Alike]:
    """Return the pairs of texts that are nearly the same, those with most in common first.

    `texts` and `given` are by student; what a student was given to read does not count. Texts that are the same
    word for word are taken together.
    """
    distinct = _distinct(texts, given)
    found = [Alike(cell, text, text, text.runs) for text in distinct if len(text.students) > 1]
    found += [
        Alike(cell, distinct[first], distinct[second], distinct[first].runs & distinct[second].runs)
        for first, second in _candidates(distinct)
    ]
    near = [pair for pair in found if len(pair.shared) >= FEWEST_RUNS and pair.share >= LEAST_SHARE]
    return sorted(near, key=lambda pair: (-pair.share, -len(pair.shared), pair.first.students, pair.second.students))


def shared_parts(text: str, shared: frozenset[Run]) -> Iterator[tuple[bool, str]]:
    """Yield the text in parts: whether a part is shared, and the part."""
    words = words_of(text)
    runs = [(start, end) for start, end in run_places(words) if tuple(w.text for w in words[start:end]) in shared]
    covered = {n for start, end in runs for n in range(start, end)}
    end = 0
    for first, last in _stretches(covered):
        yield False, text[end : words[first].start]
        end = words[last].end
        yield True, text[words[first].start : end]
    yield False, text[end:]


def _distinct(texts: Mapping[str, str], given: Mapping[str, set[Run]]) -> list[Text]:
    students: dict[Run, list[str]] = defaultdict(list)
    for student, text in texts.items():
        students[tuple(word.text for word in words_of(text))].append(student)
    return [
        Text(texts[w[0]], tuple(w), frozenset(runs_of(texts[w[0]]) - set().union(*(given[student] for student in w))))
        for w in students.values()
    ]


def _candidates(texts: Sequence[Text]) -> list[tuple[int, int]]:
    """Return the pairs of texts with enough runs in common, found by where each run stands."""
    places: dict[Run, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for run in text.runs:
            places[run].append(number)
    together: Counter[tuple[int, int]] = Counter()
    for numbers in places.values():
        if len(numbers) <= MOST_STUDENTS:
            together.update(combinations(numbers, 2))
    return [pair for pair, count in together.items() if count >= FEWEST_RUNS]


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each unbroken row of numbers."""
    row: list[int] = []
    for number in sorted(numbers):
        if row and number != row[-1] + 1:
            yield row[0], row[-1]
            row = []
        row.append(number)
    if row:
        yield row[0], row[-1]
