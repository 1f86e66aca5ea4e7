"""What a party may read: its own brief, and what the other side answers when asked."""

from collections.abc import Iterable
from html import escape

from ..negotiation import Case, Party, Statement
from ._words import words
from .html_table import html_table


class Brief:
    """A party's side of a case: the story, who it is, its alternative, and its points."""

    def __init__(self, case: Case, party: str) -> None:
        """Open the brief of `party`."""
        self._case, self._party = case, case.party(party)
        self._words = words("briefing")

    def __repr__(self) -> str:
        party, said = self._party, self._words
        lines = [self._case.title, self._case.story, party.brief, f"{said.say('batna')}: {party.batna}"]
        lines += [f"{name}: {', '.join(worth)}" for name, worth in self._rows()]
        return "\n\n".join(lines)

    def _repr_html_(self) -> str:
        party, said = self._party, self._words
        paragraphs = "".join(f"<p>{escape(part)}</p>" for part in party.brief.split("\n\n"))
        rows = [(escape(name), _whole(worth)) for name, worth in self._rows()]
        return (
            f"<h3>{escape(self._case.title)}</h3><p>{escape(self._case.story)}</p>{paragraphs}"
            f"<p><strong>{escape(said.say('batna'))}:</strong> {escape(party.batna)}</p>"
            f"{html_table(said.heads('issue', 'worth'), rows)}"
        )

    def _rows(self) -> list[tuple[str, list[str]]]:
        """Return each issue with what its options are worth."""
        return [
            (
                issue.name,
                [
                    self._words.say("option_worth", option=it, points=points)
                    for it, points in zip(issue.options, worth, strict=True)
                ],
            )
            for issue, worth in zip(self._case.issues, self._party.points, strict=True)
        ]


def _whole(texts: Iterable[str]) -> str:
    """Return texts side by side; only a text longer than a line is broken."""
    return "\N{EN SPACE} ".join(f"<span style='display:inline-block'>{escape(text)}</span>" for text in texts)


class Conversation:
    """What a party answers when it is asked about each issue."""

    def __init__(self, case: Case, party: str) -> None:
        """Ask `party`."""
        self._party: Party = case.party(party)

    def __repr__(self) -> str:
        return "\n\n".join([self._party.role] + [f"{said.question}\n{said.answer}" for said in self._party.statements])

    def _repr_html_(self) -> str:
        return f"<h3 style='line-height:1.4'>{escape(self._party.role)}</h3>" + "".join(
            f"<p><strong>{escape(said.question)}</strong><br>{escape(said.answer)}</p>"
            for said in self._party.statements
        )


class Asking(Conversation):
    """The questions that a party may be asked; a question that is chosen opens its answer.

    With `why`, each answer may be asked about once more, and then the interest behind it is told.
    """

    def __init__(self, case: Case, party: str, *, why: bool = False) -> None:
        """Ask `party`."""
        super().__init__(case, party)
        self._why, self._words = why, words("briefing")

    def __repr__(self) -> str:
        told = [f"{said.question}\n{said.answer}{self._told_why(said)}" for said in self._party.statements]
        return "\n\n".join([self._party.role, *told])

    def _repr_html_(self) -> str:
        return f"<h3 style='line-height:1.4'>{escape(self._party.role)}</h3>" + "".join(
            _fold(said.question, f"<p>{escape(said.answer)}</p>{self._asked_why(said)}")
            for said in self._party.statements
        )

    def _told_why(self, said: Statement) -> str:
        return f"\n{self._words.say('why')} {self._reason(said)}" if self._why else ""

    def _asked_why(self, said: Statement) -> str:
        inner = _fold(self._words.say("why"), f"<p>{escape(self._reason(said))}</p>")
        return f"<div style='margin-inline-start:1.5em'>{inner}</div>" if self._why else ""

    def _reason(self, said: Statement) -> str:
        """Return the interest behind an answer; behind what matters little there is none to tell."""
        behind = [it for it in self._party.interests if said.issue in it.issues]
        if not behind:
            return self._words.say("no_more")
        return self._words.say("interest", interest=behind[0].statement, because=behind[0].because)


def _fold(question: str, inner: str) -> str:
    return f"<details><summary>{escape(question)}</summary>{inner}</details>"
