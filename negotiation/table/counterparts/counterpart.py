"""A counterpart: a habit with a seed and a voice, that answers whatever view of a talk it is given."""

from dataclasses import dataclass, field
from typing import Protocol

from ..moves import Message
from ..parts.deciding import decide
from ..parts.habit import Habit
from ..parts.line import Draft
from ..parts.memory import Memory
from ..parts.voice import spoken, voice
from ..view import View


class Negotiator(Protocol):
    """Whoever can answer a view of a talk with a message."""

    def reply(self, view: View) -> Message:
        """Return what is said in this turn."""


@dataclass(slots=True)
class Counterpart:
    """Somebody to negotiate with. The same habit, seed, language and view give the same message, always."""

    habit: Habit
    seed: int = 0
    language: str = "en"
    silent: bool = False
    """Whether it says its moves without words, as a simulation of many talks does."""
    _memory: Memory | None = field(default=None, repr=False, compare=False)
    _heard: tuple[Message, ...] = field(default=(), repr=False, compare=False)
    """What the memory was made of: it only saves going through the talk again."""

    @property
    def name(self) -> str:
        """The name of its habit."""
        return self.habit.name

    def reply(self, view: View) -> Message:
        """Return what the counterpart says in its turn, from its view alone."""
        key = f"{self.name} {self.seed}"
        draft = Draft(self.silent)
        decide(draft, self.habit, view, self._remembered(view), key)
        if self.silent:
            return Message(tuple(draft.moves))
        before = [message.words for message in view.messages(view.own)]
        words = spoken(draft.lines, voice(self.name, self.language), view.scene, f"{key} {view.scene.title}", before)
        return Message(tuple(draft.moves), words)

    def _remembered(self, view: View) -> Memory:
        """Return the memory of a view; that of the last view goes on where this one continues its talk."""
        memory, known = self._memory, len(self._heard)
        if memory is None or memory.points is not view.party.points or view.said[:known] != self._heard:
            memory, known = Memory(view.party.points, view.own, self.habit.temper, self.habit.temper.first_mood), 0
        for number in range(known, len(view.said)):
            memory.remember(view.said[number], (view.first + number) % 2)
        self._memory, self._heard = memory, view.said
        return memory
