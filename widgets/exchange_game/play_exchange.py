"""The exchange game with a learner in it: give or keep, twenty rounds, against a rule that answers."""

from typing import Any

import traitlets

from ...negotiation import ALWAYS_KEEP, Moves, exchange_points, play_exchange, slips
from .._bundle import module, style
from .._words import Words
from ..plane import with_sign
from ..record import State
from ..simulation import Simulation
from .exchange_game import ALL, MOST_ERRORS, PERFECT, STRATEGIES
from .exchange_strip import strip

ROUNDS = 20
FIRST_GAME = 28  # their hand slips in round 7 and the learner's in round 10, so both are met
COUNTERPARTS = {**STRATEGIES, "always_keep": ALWAYS_KEEP}


class PlayExchange(Simulation):
    """Twenty rounds of giving or keeping.

    Traits: `moves`, what the learner chose so far (True gives); `counterpart`, the rule that answers; `game`, the draw
    of chance, which a new game counts up. Hands slip, the learner's too: `errors`, in percent.
    """

    _esm = module("exchange_game/play_exchange.js")
    _css = style("exchange_game/exchange_strip.css")
    redraws_on = ("counterpart", "game", "moves")
    remembers = ("counterpart", "game", "moves")

    moves = traitlets.List(traitlets.Bool(), maxlen=ROUNDS).tag(sync=True)
    counterpart = traitlets.Enum(list(COUNTERPARTS), "tit_for_tat").tag(sync=True)
    game = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, *, errors: int = 5, game: int = FIRST_GAME) -> None:
        """Begin against tit-for-tat with hands that slip so often, in percent (0 to 10)."""
        if not 0 <= errors <= MOST_ERRORS:
            raise ValueError(f"hands slip in 0 to {MOST_ERRORS} % of the moves, not in {errors} %.")
        self._errors = errors
        super().__init__("play_exchange", game=game)

    @traitlets.validate("moves")
    def _what_is_done_is_done(self, proposal: Any) -> list[bool]:
        moves, made = list(proposal["value"]), list(self.moves)
        if moves and moves[:-1] != made and moves != made:
            raise traitlets.TraitError("a move is added to those made; press New game to begin again.")
        return moves

    @traitlets.observe("counterpart", "game")
    def _begin_again(self, _: Any = None) -> None:
        self.moves = []

    def take_up(self, state: State) -> None:
        """Go from the beginning to this state, move by move."""
        super().take_up({**state, "moves": []})
        for move in state["moves"]:
            self.moves = [*self.moves, move]

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        rule = COUNTERPARTS[self.counterpart]
        rounds = play_exchange(self.moves, rule, len(self.moves), self._errors / ALL, self.game)
        return picture(rounds, slips((self.moves, rule), rounds), self.words)


def picture(rounds: tuple[Moves, ...], slipped: list[Moves], words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says of the rounds played."""
    totals = tuple(map(sum, zip(*map(exchange_points, rounds), strict=True))) if rounds else (0, 0)
    said = [words.say("begin", rounds=ROUNDS)]
    if rounds:
        said = [_round_sentence(len(rounds), rounds[-1], slipped[-1], words)]
        key = "ended" if len(rounds) == ROUNDS else "so_far"
        said.append(words.say(key, you=totals[0], them=totals[1], both=PERFECT * len(rounds)))
    return {
        "summary": " ".join(said),
        "over": len(rounds) == ROUNDS,
        "strip": strip(rounds, slipped, (words.say("you"), words.say("them")), words),
        "length": ROUNDS,
        "table": {
            "head": words.heads("round", "you", "them"),
            "rows": _rows(rounds, slipped, words),
        },
    }


def _round_sentence(number: int, moves: Moves, slipped: Moves, words: Words) -> str:
    you, them = exchange_points(moves)
    what = ("keep_keep", "keep_give", "give_keep", "give_give")[2 * moves[0] + moves[1]]
    said = [words.say("rounds", what, round=number, you=with_sign(you), them=with_sign(them))]
    said += [words.say(key) for key, slip in zip(("you_slipped", "they_slipped"), slipped, strict=True) if slip]
    return " ".join(said)


def _rows(rounds: tuple[Moves, ...], slipped: list[Moves], words: Words) -> list[list[str]]:
    def cell(gave: bool, slip: bool, points: int) -> str:  # noqa: FBT001  # one cell of a table
        move = words.say("gives" if gave else "keeps")
        return words.say("cell_slip" if slip else "cell", move=move, points=with_sign(points))

    return [
        [str(n), *(cell(*one) for one in zip(moves, slip, exchange_points(moves), strict=True))]
        for n, (moves, slip) in enumerate(zip(rounds, slipped, strict=True), 1)
    ]
