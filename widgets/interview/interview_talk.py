"""The sentences of an interview: what is asked, answered, said back, and what was truly said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...negotiation import Heard, Listener, QuestionKind, answer_to, counterpart, profiles
from .._words import Words
from ..contract import Table


@dataclass(frozen=True, slots=True)
class Talk:
    """A listener's questions and their answers in the words of a language."""

    listener: Listener
    words: Words

    def question(self, place: int) -> str:
        """Return the words of the question at this position."""
        asked, issues = self.listener.questions[place], self.listener.case.issues
        named = [issues[issue] for issue in asked.issues]
        about = dict(zip(("issue", "second"), (issue.name for issue in named), strict=False))
        if named:
            about["question"] = named[0].question
        return self.words.say("ask", asked.text, **about)

    def answer(self, place: int, heard: Any, way: str = "answers") -> str:
        """Return the answer as a sentence, or (`way` "back") how one says it back."""
        asked, say, issues = self.listener.questions[place], partial(self.words.say, way), self.listener.case.issues
        match asked.kind:
            case QuestionKind.MOST:
                return say("most", issues=self._joined(issues[issue].name for issue in heard))
            case QuestionKind.WEIGHT:
                return say(f"weight_{heard.name.lower()}")
            case QuestionKind.COMPARE:
                return say("same") if heard is None else say("compare", issue=issues[heard].name)
            case QuestionKind.DIRECTION:
                options = issues[asked.issues[0]].options
                return say("direction", options=self._joined(options[option] for option in heard))
        return say(asked.text)

    def _joined(self, names: Iterable[str]) -> str:
        joined, *rest = names
        for name in rest:
            joined = self.words.say("and", first=joined, second=name)
        return joined

    def log(self, heard: Sequence[Heard], moves: tuple[int, ...]) -> list[dict[str, Any]]:
        """Return the conversation, turn by turn; what was misheard stands there as it was heard."""
        by_place, turns = {one.place: one for one in heard}, []
        for number, place in enumerate(moves):
            one, asked_before = by_place[place], place in moves[:number]
            turn = {"you": self.question(place), "them": self.answer(place, one.first)}
            if asked_before:
                turn = {"you": self.answer(place, one.first, "back"), "them": self._confirmed(one)}
            turns.append({**turn, "place": place, "once": moves.count(place) == 1})
        return turns

    def _confirmed(self, one: Heard) -> str:
        key = "yes" if one.first == one.last else "no"
        return self.words.say(key, answer=self.answer(one.place, one.last))

    def debrief(self, heard: Sequence[Heard]) -> Table:
        """Return for each question what was heard, what was said, and how many profiles what was said leaves."""
        said = self.words
        everybody = profiles(self.listener.case, counterpart(self.listener.case, self.listener.party).name)
        rows = []
        for one in heard:
            last, truth = (self.answer(one.place, answer) for answer in (one.last, one.truth))
            leaves = sum(answer_to(one.question, points) == one.truth for points in everybody)
            rows.append(
                [self.question(one.place), last, said.say("heard_well") if last == truth else truth, str(leaves)]
            )
        head = [said.say("asked"), said.say("heard"), said.say("said"), said.say("leaves", all=len(everybody))]
        return {"head": head, "rows": rows}
