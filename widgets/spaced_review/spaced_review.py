"""Spaced review: three questions about a lesson return after a week, four weeks and twelve, and are answered again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import traitlets

from .._bundle import module, style
from .._words import words
from ..choice_order import as_shown
from ..course_map.returning import Return, next_return, returned, returns, today_here
from ..record import Entry, record_in
from ..simulation import NO_PREDICTION, Simulation


class SpacedReview(Simulation):
    """The questions that have come back today, by the record in a folder, which keeps each answer and its time.

    Traits: `chosen`, the browser's answer, the place of a question and the position of a choice, empty once it is
    taken; `looked`, how often the browser has asked to look again. An answer is not changed any more.
    """

    _esm = module("spaced_review/spaced_review.js")
    _css = style("spaced_review/spaced_review.css")
    redraws_on = ("looked",)

    chosen = traitlets.List(traitlets.Int()).tag(sync=True)
    looked = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, folder: Path | None = None, today: Callable[[], date] = today_here) -> None:
        """Read the record in the folder; without one, the one beside the notebook. `today` tells the day."""
        self._folder, self._today = (folder or Path.cwd()).absolute(), today
        super().__init__("spaced_review")

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        all_returns = returns(record_in(self._folder).all())
        self._returned = returned(all_returns, self._today())
        if self._returned is None:
            return {"summary": self._nothing(all_returns), "questions": [], "closing": ""}
        asked = zip(self._returned.questions, self._returned.answers, strict=True)
        questions = [_told(question, answer) for question, answer in asked]
        is_over = all(question["chosen"] != NO_PREDICTION for question in questions)
        return {
            "summary": self.words.say("back", lesson=self._returned.number),
            "questions": questions,
            "closing": self.words.say("closing", f"after_{self._returned.after}") if is_over else "",
        }

    def _nothing(self, all_returns: list[Return]) -> str:
        """Return the sentence for a day on which nothing has come back."""
        following = next_return(all_returns)
        if following is None:
            return self.words.say("none_left" if all_returns else "none_yet")
        days = (following.due - self._today()).days
        return self.words.say("tomorrow" if days == 1 else "later", lesson=following.number, days=days)

    @traitlets.observe("chosen")
    def _answer(self, change: Any) -> None:
        """Keep the answer to a question that has none yet, and say what there is to say to it."""
        if not change["new"]:
            return
        questions = self.picture["questions"]
        place, choice = (*change["new"], NO_PREDICTION)[:2]
        if self._returned and 0 <= place < len(questions):
            question = questions[place]
            if question["chosen"] == NO_PREDICTION and choice in question["order"]:
                record_in(self._folder).put(self._returned.key(place), {"choice": choice}, None)
        self.redraw()
        self.chosen = []


def _told(name: str, answer: Entry | None) -> dict[str, Any]:
    """Return a question as the browser shows it; what comes out only once it is answered."""
    file, _, own_name = name.partition(" ")
    question = words(f"questions/{file}")[own_name]
    choices = question["choices"]
    shown = as_shown(question, f"lesson {int(file)} {own_name}")
    chosen = answer.state.get("choice") if answer else NO_PREDICTION
    if type(chosen) is not int or not 0 <= chosen < len(choices):
        return shown | {"chosen": NO_PREDICTION, "right": NO_PREDICTION, "verdict": ""}
    return shown | {"chosen": chosen, "right": question["right"], "verdict": choices[chosen]["verdict"]}
