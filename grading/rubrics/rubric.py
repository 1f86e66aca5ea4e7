"""A rubric: one kind of answer, with what a check says of it and how it is marked, as one value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..report.mark import Mark, lost, note, unread
from ..report.report import Report
from ..sentence import Sentence


@dataclass(frozen=True, slots=True)
class Check:
    """What was understood: a headline, a line for each thing said, and sentences.

    `unread` says what could not be read, `advice` what is still open or could be better.
    """

    headline: str
    said: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()

    def report(self) -> Report:
        """Return what the student reads."""
        return Report(self.headline, (*map(note, self.said), *map(unread, self.unread), *map(lost, self.advice)))


@dataclass(frozen=True, slots=True)
class Rubric:
    """One kind of answer: the name under which it is written, its check and its mark.

    `check(case, party, answer, **material)` says what was understood of an answer and what it is worth to the
    student's own side, never if it is right. `mark(case, party, answer, points, **material)` is worth up to `points`.
    The material is what the exercise's cell adds by name, such as `log=minutes.log`.
    """

    name: str
    check: Callable[..., Check]
    mark: Callable[..., Mark]


def above_guessing(most: int, what: str) -> str:
    """Return where marks begin: above what one and the same word for everything gets right.

    `what` is the key of the word for what is to be called something.
    """
    return Sentence(f"guess.{what}", most=most, first=most + 1)


def counted(what: str, said: Iterable[str], problems: tuple[str, ...], of: int = 0) -> Check:
    """Return the check of an answer of many lines: how many of the things asked for (`of`, if known) stand there.

    `what` is the key of the word for these things. `problems` says what could not be read.
    """
    lines = tuple(said)
    named = Sentence(f"things.{what}")
    open_yet = (Sentence("check.still_open", open=of - len(lines), all=of, what=named),) if len(lines) < of else ()
    nothing = (Sentence("check.none_yet", what=named),) if not (lines or of or problems) else ()
    headline = Sentence("check.understood_of" if of else "check.understood", count=len(lines), all=of, what=named)
    return Check(headline, lines, problems, (*open_yet, *nothing))
