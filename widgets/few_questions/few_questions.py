"""The few questions of a short talk: each is written into its answer's cell as soon as it is asked."""

from typing import Any

import traitlets

from ...answers.asked import LINES, asked_lines, what_counts
from ...answers.form import Block, Row, Values
from ...negotiation import Case, ShortTalk
from ...negotiation.information.short_talk import QUESTIONS, Turn
from .._bundle import module, style
from ..answering import Answering

NOBODY = -1


class FewQuestions(Answering):
    """A talk in which a few issues may be asked about, and one of them once more.

    Traits: `asked`, the issues' positions in the order asked; `again`, the one asked about once more (-1 before). The
    browser adds to them and takes nothing back. Of the answers it is sent those that were asked for.
    """

    _esm = module("few_questions/few_questions.js")
    _css = style("parts/talk.css", "parts/copy_box.css", "few_questions/few_questions.css")
    redraws_on = ("asked", "again")
    unnamed = "asked"

    asked = traitlets.List(traitlets.Int(min=0)).tag(sync=True)
    again = traitlets.Int(NOBODY, min=NOBODY).tag(sync=True)

    def __init__(self, case: Case, talk: ShortTalk, *, answer: str = "asked") -> None:
        """Begin the talk about a case."""
        self._case, self._talk = case, talk
        super().__init__("few_questions", answer=answer, about=(case.title,))

    def blocks_of_answer(self) -> tuple[Block, ...]:
        """Return the lines of the answer: an issue in the place of each question, and one for the last."""
        names = tuple(issue.name for issue in self._case.issues)
        return (Block(tuple(Row(key, key, names) for key in LINES), reader=asked_lines(self._case)),)

    def filled_in(self) -> Values:
        """Return what is asked, by name."""
        names = [issue.name for issue in self._case.issues]
        places = [names[issue] for issue in self.asked] + [""] * (QUESTIONS - len(self.asked))
        return [[*places, names[self.again] if self.again != NOBODY else ""]]

    def fill_in(self, values: Values) -> None:
        """Let these be asked, as far as they count."""
        names = [issue.name for issue in self._case.issues]
        places = [*range(1, QUESTIONS + 1), 0]
        said = {place: names.index(name) for place, name in zip(places, values[0], strict=True) if name}
        counted, _ = what_counts(self._case, said)
        self.again = NOBODY
        self.asked = list(counted.issues)
        self.again = NOBODY if counted.again is None else counted.again

    @traitlets.validate("asked")
    def _each_issue_once(self, proposal: Any) -> list[int]:
        asked = list(proposal["value"])
        if len(set(asked)) < len(asked) or len(asked) > QUESTIONS or max(asked, default=0) >= len(self._case.issues):
            raise traitlets.TraitError(f"ask about up to {QUESTIONS} different issues of the case.")
        return asked

    @traitlets.validate("again")
    def _about_what_was_asked(self, proposal: Any) -> int:
        if proposal["value"] not in {NOBODY, *self.asked}:
            raise traitlets.TraitError("come back to an issue that you have asked about.")
        return int(proposal["value"])

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        again = None if self.again == NOBODY else self.again
        log = [self._shown(turn) for turn in self._talk.turns(self.asked, again)]
        left = QUESTIONS - len(self.asked)
        return {
            "left": self._left(left),
            "questions": [
                {"text": said.question, "can": left > 0 and issue not in self.asked}
                for issue, said in enumerate(self._talk.told)
            ],
            "log": log,
            "answer": self.text_for_cell(),
        }

    def _left(self, left: int) -> str:
        """Return what may still be asked."""
        questions = self.words.say({0: "no_questions", 1: "one_question"}.get(left, "questions_left"), left=left)
        return f"{questions} {self.words.say('once_more' if self.again == NOBODY else 'not_once_more')}"

    def _shown(self, turn: Turn) -> dict[str, Any]:
        you = self.words.say("asked_again", question=turn.question) if turn.again else turn.question
        can = not turn.again and self.again == NOBODY
        return {"you": you, "them": turn.answer, "can": can, "place": turn.issue}
