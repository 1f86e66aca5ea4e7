"""Equal answers: which of two students' answers say the same, and how likely that is by chance."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import factorial, prod

from ...answers.answer import Answer
from ...negotiation import NegotiationError, plain
from ..dossiers.named import NamedCase
from .handed_in import HandedIn

FEWEST_LINES = 3
"""Two lines are easily the same."""
Said = tuple[tuple[str, str], ...]


class EqualAnswers:
    """The answers of a class as they are compared: lines that say something, without spelling and spacing."""

    def __init__(self, class_: Sequence[HandedIn], named: NamedCase) -> None:
        """Read the answers; what stands in the middle of everything says too little to be compared."""
        self._middle = {plain(option) for option in named.template.in_words(named.template.compromise).values()}
        self.said = {one.student: {n: said(answer) for n, answer in one.answers.items()} for one in class_}
        self._lines: dict[str, Counter[tuple[int, tuple[str, str]]]] = defaultdict(Counter)
        self._students: dict[tuple[str, Said], list[str]] = defaultdict(list)
        for student, answers in self.said.items():
            for name, lines in answers.items():
                self._lines[name].update(enumerate(lines))
                if self._tells(lines):
                    self._students[name, lines].append(student)

    def others(self, student: str) -> set[str]:
        """Return who gave an answer that is equal to one of this student's and says enough to be compared."""
        found = (self._students.get(item, ()) for item in self.said[student].items())
        return {other for students in found for other in students} - {student}

    def names(self, student: str, other: str) -> frozenset[str]:
        """Return the names of the answers that are equal."""
        theirs = self.said[other]
        return frozenset(name for name, lines in self.said[student].items() if lines and lines == theirs.get(name))

    def chance(self, student: str, names: frozenset[str]) -> float:
        """Return how likely one other student gives just these answers, 1 where they say too little.

        Of two estimates the larger counts, answer by answer: the product of how often each line stands in the
        class, and one in the number of orders in which the same words could stand.
        """
        answers = {name: self.said[student][name] for name in names}
        told = {name: lines for name, lines in answers.items() if self._tells(lines)}
        return prod(max(self._by_lines(name, lines), _by_orders(lines)) for name, lines in told.items())

    def _by_lines(self, name: str, lines: Said) -> float:
        others = len(self.said) - 1
        return prod((self._lines[name][line] - 1) / others for line in enumerate(lines))

    def _tells(self, lines: Said) -> bool:
        words = {value for _, value in lines}
        return len(lines) >= FEWEST_LINES and len(words) > 1 and not words <= self._middle


def said(answer: Answer) -> Said:
    """Return what an answer says line by line, () for a blank form and for what is no answer."""
    try:
        pairs = answer.lines().pairs
    except NegotiationError:
        return ()
    return tuple((plain(key), plain(value)) for key, value in pairs) if any(value for _, value in pairs) else ()


def _by_orders(lines: Said) -> float:
    counts: Mapping[str, int] = Counter(value for _, value in lines)
    return prod(map(factorial, counts.values())) / factorial(len(lines))
