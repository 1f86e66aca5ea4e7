"""The base of every simulation: its words, and a bet that is stored before anything runs."""

from collections.abc import Sequence
from typing import Any, ClassVar

import traitlets

from ._words import words
from .choice_order import as_shown
from .showing import Showing

NO_PREDICTION = -1


class Simulation(Showing):
    """A widget whose state lives in traits; Python computes and an ES module draws.

    Traits: `bet` (question, choices and the order in which they are shown, or empty), `prediction` (the choice's
    position, -1 before there is one), `ran`, and once the simulation ran, `verdict`, which answers the prediction, and
    `right`, the position of the choice that came out (-1 before); `picture`, all that the browser draws and says;
    `limits`, the bounds of each number that it may set. It is drawn once the state is set, and again whenever a trait
    in `redraws_on` has changed.
    The bet and the traits in `remembers` are kept, see `Keeping`.
    """

    redraws_on: ClassVar[tuple[str, ...]] = ()

    bet = traitlets.Dict().tag(sync=True)
    prediction = traitlets.Int(NO_PREDICTION).tag(sync=True)
    ran = traitlets.Bool(default_value=False).tag(sync=True)
    verdict = traitlets.Unicode("").tag(sync=True)
    right = traitlets.Int(NO_PREDICTION).tag(sync=True)
    picture = traitlets.Dict().tag(sync=True)
    limits = traitlets.Dict(read_only=True).tag(sync=True)

    def __init__(
        self,
        widget: str,
        bet: str | None = None,
        *,
        bets: dict[str, Any] | None = None,
        about: Sequence[str] = (),
        asked_in: str = "",
        **traits: Any,
    ) -> None:
        """Take the words of `widget`, and the bet of that name among theirs or among `bets`.

        `about`, such as a case and a party, tells this simulation from another one of its kind in the same place;
        `asked_in` tells a bet from one of the same name elsewhere.
        """
        said = words(widget)
        bets = {**said.get("bets", {}), **(bets or {})}
        if bet is not None and bet not in bets:
            raise ValueError(f"{bet!r} is not a bet of this widget; use one of {sorted(bets)}.")
        self._bet = bets[bet] if bet else {}
        shown = as_shown(self._bet, f"{asked_in or widget} {bet}") if bet else {}
        super().__init__(words=said.without("bets"), bet=shown, **traits)
        if self.redraws_on:
            self.redraw()
            self.observe(self._redraw_unless_settling, list(self.redraws_on))
        self.begin_keeping(", ".join([widget.replace("_", " "), *([bet] if bet else []), *about]))

    @traitlets.default("limits")
    def _bounds_of_numbers(self) -> dict[str, dict[str, int]]:
        """Return `min` and `max` of each number, or of each in a list of numbers, where its trait declares them."""
        numbers = {name: getattr(trait, "_trait", trait) for name, trait in self.traits(sync=True).items()}
        bounds = {
            name: {end: getattr(number, end) for end in ("min", "max") if getattr(number, end) is not None}
            for name, number in numbers.items()
            if isinstance(number, traitlets.Int)
        }
        return {name: ends for name, ends in bounds.items() if ends}

    def _redraw_unless_settling(self, change: Any) -> None:
        if not self._settling:
            self.redraw(change)

    def draw_again(self) -> None:
        """Draw what was taken up."""
        if self.redraws_on:
            self.picture = self.drawn()

    def redraw(self, _: Any = None) -> None:
        """Draw the picture from the state as it is now."""
        self.picture = self.drawn()

    @property
    def remembered(self) -> tuple[str, ...]:
        """The traits that are kept, the bet's first: what it says is answered by the beginning."""
        return (*(("prediction", "ran") if self.bet else ()), *self.remembers)

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says; a simulation with traits in `redraws_on` computes it."""
        raise NotImplementedError

    def caption(self) -> str:
        """Return what the picture says in words, empty before its bet was run."""
        return str(self.picture.get("summary", "")) if self.ran or not self.bet else ""

    @traitlets.validate("prediction")
    def _a_choice(self, proposal: Any) -> int:
        choice = int(proposal["value"])
        if choice != NO_PREDICTION and not 0 <= choice < len(self.bet.get("choices", [])):
            raise traitlets.TraitError(f"{choice} is not one of the choices.")
        if self.ran and choice != self.prediction:
            raise traitlets.TraitError("the simulation has run; a prediction made afterwards is none.")
        return choice

    @traitlets.validate("ran")
    def _only_after_a_prediction(self, proposal: Any) -> bool:
        if proposal["value"] and self.bet and self.prediction == NO_PREDICTION:
            raise traitlets.TraitError("store a prediction first; then run.")
        return bool(proposal["value"])

    @traitlets.observe("ran")
    def _answer_the_prediction(self, change: Any) -> None:
        answered = change["new"] and bool(self.bet)
        self.right = self.right_choice() if answered else NO_PREDICTION
        self.verdict = self.verdict_for(self.prediction) if answered else ""
        if answered and not self._settling:
            self.show_outcome()

    def right_choice(self) -> int:
        """Return the position of the choice that came out, -1 where none is right."""
        stand_for = [choice["is"] for choice in self._bet["choices"]]
        came_out = self.outcome()
        return stand_for.index(came_out) if came_out in stand_for else NO_PREDICTION

    def show_outcome(self) -> None:
        """Let the picture show what the verdict speaks of, where the knobs did not stand there from the beginning."""

    def verdict_for(self, prediction: int) -> str:
        """Return the answer to this prediction, with the figures that the simulation computed."""
        choice = self._bet["choices"][prediction]
        opening = self.words.say("bet_won" if choice["is"] == self.outcome() else "bet_lost")
        return f"{opening} {choice['verdict'].format(**self.figures())}"

    def outcome(self) -> str:
        """Return what came out, as the choices name it."""
        raise NotImplementedError

    def figures(self) -> dict[str, Any]:
        """Return the numbers that a verdict may speak of."""
        return {}
