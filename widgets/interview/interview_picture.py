"""The picture of an interview: what was said, what one believes of the other side, what an offer would create."""

from dataclasses import dataclass
from typing import Any

from ...negotiation import (
    Belief,
    Listener,
    Listening,
    Package,
    Profile,
    QuestionKind,
    best_offer,
    counterpart,
    profile_weights,
)
from .._words import Words, decimal
from ..contract import Table
from .interview_talk import Talk

ALL = 100
SEEN = 0.5  # points; a smaller change of a bar is not marked
RISKY = 5  # percent; from here on the chance of no deal is mentioned


@dataclass(frozen=True, slots=True)
class Moment:
    """How far a conversation has come; `error` is the chance (0 to 1) of mishearing."""

    moves: tuple[int, ...]
    turns: int
    error: float
    seed: int
    offered: bool
    may_say_back: bool

    @property
    def left(self) -> int:
        """The turns that are left."""
        return 0 if self.offered else self.unused

    @property
    def unused(self) -> int:
        """The turns that nobody has taken, before the offer or after it."""
        return self.turns - len(self.moves)


def picture(listener: Listener, now: Moment, words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says; what the other side truly wants only after the offer."""
    heard = listener.listen(now.moves, now.error, now.seed)
    belief, before = listener.believe(heard), listener.believe(listener.listen(now.moves[:-1], now.error, now.seed))
    offer = best_offer(listener.case, listener.party, belief)
    points = listener.other_profile(now.seed) if now.offered else None
    talk, bars = Talk(listener, words), _Bars(listener, words, offer, points)
    log, issues = talk.log(heard, now.moves), bars.issues(belief, before)
    outlook = listener.expected(offer, belief)
    summary = bars.summary(outlook)
    return {
        "left": _turns(now, words),
        "questions": [
            {"text": talk.question(place), "can": now.left > 0 and place not in now.moves}
            for place in range(len(listener.questions))
        ],
        "log": [{**turn, "can": _can_be_said_back(listener, turn, now)} for turn in log],
        "issues": issues,
        "created": bars.created(outlook),
        "debrief": talk.debrief(heard) if now.offered and heard else None,
        "summary": summary,
        "says": f"{log[-1]['them']} {summary}" if log and not now.offered else summary,
        "table": bars.table(issues),
    }


def _turns(now: Moment, words: Words) -> str:
    if now.offered:
        key = "offer_made_early" if now.unused else "offer_made"
    else:
        key = {0: "no_turns", 1: "one_turn"}.get(now.left, "turns_left")
    return words.say(key, left=now.unused)


def _can_be_said_back(listener: Listener, turn: dict[str, Any], now: Moment) -> bool:
    tells = listener.questions[turn["place"]].kind is not QuestionKind.NONE
    return now.may_say_back and now.left > 0 and tells and turn["once"]


@dataclass(frozen=True, slots=True)
class _Bars:
    """The bars before the offer (`points` None) and after it."""

    listener: Listener
    words: Words
    offer: Package
    points: Profile | None

    def issues(self, belief: Belief, before: Belief) -> list[dict[str, Any]]:
        """Return for each issue how much it matters to you, and how much you take it to matter to them."""
        case, said = self.listener.case, self.words
        now, then = belief.expected_weights(), before.expected_weights()
        true = profile_weights(self.points) if self.points else [None] * len(now)
        rows = []
        for place, (issue, own) in enumerate(zip(case.issues, case.party(self.listener.party).weights(), strict=True)):
            option = self._option(place)
            about = {"points": decimal(now[place], 0, said), "truth": true[place]}
            rows.append(
                {
                    "name": issue.name,
                    "offer": option,
                    "offer_text": said.say("you_offered" if self.points else "you_would_offer", option=option),
                    "you": own,
                    "them": now[place],
                    "before": then[place],
                    "moved": abs(now[place] - then[place]) >= SEEN,
                    "truth": true[place],
                    "you_text": said.say("for_you", points=own),
                    "them_text": said.say("for_them_true" if self.points else "for_them", **about),
                }
            )
        return rows

    def _option(self, place: int) -> str:
        """Return the name of the option that is offered on an issue; it is said where nothing is better for you."""
        case, chosen = self.listener.case, self.offer[place]
        row, name = case.party(self.listener.party).points[place], case.issues[place].options[chosen]
        return self.words.say("your_best", option=name) if row[chosen] == max(row) else name

    def table(self, rows: list[dict[str, Any]]) -> Table:
        """Return the text twin of the bars."""
        said = self.words
        offer = said.say("offer_then" if self.points else "offer_now")
        head = [said.say("issue"), said.say("to_you"), said.say("you_think"), said.say("you_thought"), offer]
        cells = [
            [row["name"], str(row["you"]), decimal(row["them"], 1, said), decimal(row["before"], 1, said), row["offer"]]
            for row in rows
        ]
        if self.points:
            head, cells = (
                [*head, said.say("in_truth")],
                [[*c, str(r["truth"])] for c, r in zip(cells, rows, strict=True)],
            )
        return {"head": head, "rows": cells}

    def created(self, outlook: Listening) -> list[dict[str, Any]]:
        """Return what three offers create: under the fixed-pie belief, without asking, and yours."""
        assumed, unasked = self.listener.without_asking()
        offers = {"assumed": assumed, "unasked": unasked, "yours": (self.offer, outlook)}
        return [self._bar(name, *made) for name, made in offers.items()]

    def _bar(self, name: str, offer: Package, outlook: Listening) -> dict[str, Any]:
        expected, key, came = _percent(outlook.created), "expect", None
        if self.points:
            made = self.listener.offered(offer, self.points)
            key, came = ("came" if made.signed else "refused"), _percent(made.created)
        text = self.words.say(key, expected=expected, came=came)
        return {"name": self.words.say(name), "expected": expected, "came": came, "text": text}

    def summary(self, outlook: Listening) -> str:
        """Return what may be expected of the offer or, once it is made, what came of it."""
        expected, risk = _percent(outlook.created), _percent(outlook.no_deal)
        if not self.points:
            key = "expectation_risky" if risk >= RISKY else "expectation"
            return self.words.say(key, share=expected, risk=risk)
        made = self.listener.offered(self.offer, self.points)
        floor = counterpart(self.listener.case, self.listener.party).reservation_value
        key, share = "signed" if made.signed else "unsigned", _percent(made.created)
        return self.words.say(key, you=made.own, them=made.other, floor=floor, share=share, expected=expected)


def _percent(share: float) -> int:
    return round(ALL * share)
