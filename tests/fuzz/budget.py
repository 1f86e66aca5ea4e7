"""What one input may cost, and how it went: a result or one sentence; everything else is a finding."""

import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import process_time
from typing import Any

from biggerpie.negotiation import NegotiationError

SECONDS = 1.0
"""Processor time for one input."""
PATIENCE = 20.0
"""After so much of it an input is ended."""
MEMORY = 4_000_000_000
"""Address space for the whole process, which holds nbgrader and its libraries, too."""

LONGEST_SENTENCE = 2_000
SHOWN = 120  # characters of what a finding says


class OverBudgetError(BaseException):
    """The input took longer than anybody waits; no reader may catch it."""


@dataclass
class Tally:
    """How a target fared: inputs, seconds, refusals in a sentence, and for each kind of finding its first input."""

    inputs: int = 0
    seconds: float = 0.0
    refused: int = 0
    slowest: tuple[float, int] = (0.0, -1)
    crashes: dict[str, tuple[int, str]] = field(default_factory=dict)
    late: list[int] = field(default_factory=list)

    def note(self, kind: str, number: int, words: str) -> None:
        """Note a finding, the first of its kind only."""
        self.crashes.setdefault(kind, (number, words[:SHOWN]))


def tried(run: Callable[[Any], None], value: Any, number: int, tally: Tally) -> None:
    """Run a target on one input and note how it went."""
    began = process_time()
    try:
        with _limited(PATIENCE):
            run(value)
    except NegotiationError as problem:
        tally.refused += 1
        if not str(problem).strip() or len(str(problem)) > LONGEST_SENTENCE:
            tally.note("no sentence, or an endless one", number, str(problem))
    except (Exception, OverBudgetError) as error:  # noqa: BLE001  # that there is none is what is tested
        tally.note(_place(error), number, str(error))
    spent = process_time() - began
    tally.inputs, tally.seconds = tally.inputs + 1, tally.seconds + spent
    tally.slowest = max(tally.slowest, (spent, number))
    if spent > SECONDS:
        tally.late.append(number)


def limit_memory() -> None:
    """Let an allocation beyond the budget fail here, instead of the machine slow down; only where there is a way."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise OverBudgetError after so much processor time; Windows has no such clock, and there an input just ends."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(*_: object) -> None:
    raise OverBudgetError


def _place(error: BaseException) -> str:
    """Return what failed and where in the kit, so that a thousand inputs with one cause are one finding."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename and "lib/python" not in frame.filename]
    places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in ours[-2:]]
    return f"{type(error).__name__} at {' > '.join(places)}"
