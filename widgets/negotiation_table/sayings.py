"""Sayings: moves in the learner's words, and packages with what they are worth to the learner."""

from dataclasses import dataclass
from typing import Any

from ...negotiation import Case, Importance, Package
from ...negotiation.table import Accept, Ask, Message, Move, Remark, SayBack, Tell, WalkAway
from .._words import Words


@dataclass(frozen=True, slots=True)
class Sayings:
    """A case from the side of the party in place `own` (from 0), in the words of a language."""

    case: Case
    own: int
    words: Words

    @property
    def name(self) -> str:
        """The name by which one speaks to the one who sits opposite."""
        return self.case.parties[1 - self.own].person

    def of(self, move: Move) -> list[str]:
        """Return what the learner says with a move; an offer is shown as a package and needs no sentence."""
        said: list[str] = []
        match move:
            case Remark(manner):
                said = [self.words.say("remark", manner)]
            case Ask(aspect, issue):
                said = [self.words.say("ask", aspect, issue=self._issue(issue))]
            case Tell(issue, importance, wanted, _):
                said = self._about("tell", issue, importance, wanted)
            case SayBack(issue, importance, wanted):
                said = [*self._about("back", issue, importance, wanted), self.words.say("is_that_right")]
            case Accept():
                said = [self.words.say("accepted")]
            case WalkAway():
                said = [self.words.say("walked")]
        return said

    def message(self, message: Message) -> list[str]:
        """Return what the learner's message says: the words that were typed, else how it is meant, then its moves."""
        typed = [message.words] if message.words else []
        moves = [move for move in message.moves if not (typed and type(move) is Remark)]
        return [*typed, *(sentence for move in moves for sentence in self.of(move))]

    def worth(self, package: Package) -> str:
        """Return what a package is worth to the learner, beside the alternative."""
        party = self.case.parties[self.own]
        payoff, floor = party.payoff(package), party.reservation_value
        return self.words.say("worth_above" if payoff >= floor else "worth_below", points=payoff, floor=floor)

    def package(self, package: Package, before: Package | None = None) -> dict[str, Any]:
        """Return a package as the browser shows it: its options, the issues that changed (from 0), and its worth."""
        changed = [at for at, option in enumerate(package) if before and before[at] != option]
        return {"options": list(package), "changed": changed, "worth": self.worth(package)}

    def offers(self, message: Message, before: Package | None) -> list[dict[str, Any]]:
        """Return the packages of a message's offer, beside the last one of the same side."""
        return [self.package(package, before) for package in message.packages]

    def _issue(self, issue: int | None) -> str:
        return "" if issue is None else self.case.issues[issue].name

    def _about(self, kind: str, issue: int, importance: Importance | None, wanted: int | None) -> list[str]:
        said, name = self.words, self._issue(issue)
        sentences = [said.say(kind, importance.name.lower(), issue=name)] if importance else []
        if wanted is not None:
            sentences.append(said.say(kind, "wanted", issue=name, option=self.case.issues[issue].options[wanted]))
        return sentences


def last_package(messages: tuple[Message, ...]) -> Package | None:
    """Return the last package that was offered in these messages, None before any."""
    return next((message.packages[-1] for message in reversed(messages) if message.packages), None)
