"""Three equal offers: equal for you, unlike each other → what it tells which of them the other side likes best."""

from collections.abc import Sequence
from typing import Any

import traitlets

from ...negotiation import Case, Package, Reaction, equal_offer, matters_most, reaction
from .._bundle import module, style
from .._words import Words, decimal
from ..simulation import Simulation

OFFERS = 3
LOWEST, HIGHEST = 45, 70  # what the offers may be worth to their author, in points
SAME = 0.05  # bits within which two answers tell as much
ALL = 100  # percent


class EqualOffers(Simulation):
    """Three offers of nearly equal worth to the party that makes them; each gives way on an issue of its own.

    Traits: `level`, what each offer is worth to its author (45 to 70 points); `gives`, for each offer the position of
    the issue on which it gives way, all different; `sent`, whether the other side has answered. `picture` follows.
    """

    _esm = module("equal_offers/equal_offers.js")
    _css = style("equal_offers/equal_offers.css")
    redraws_on = ("level", "gives", "sent")
    remembers = ("level", "gives", "sent")

    issues = traitlets.List(traitlets.Unicode()).tag(sync=True)
    level = traitlets.Int(55, min=LOWEST, max=HIGHEST).tag(sync=True)
    gives = traitlets.List(traitlets.Int(min=0), minlen=OFFERS, maxlen=OFFERS).tag(sync=True)
    sent = traitlets.Bool(default_value=True).tag(sync=True)

    def __init__(self, case: Case, party: str, gives: Sequence[str] = (), *, bet: str | None = None) -> None:
        """Make the party's offers, which give way on the issues named in `gives`, else on the second, third and first.

        Raises NegotiationError for an unknown party or issue and unless there are two parties.
        """
        self._case, self._party = case, case.party(party).name
        names = [issue.name for issue in case.issues]
        chosen = [case.position(name) for name in gives] or [1, 2, 0]
        super().__init__("equal_offers", bet, about=(case.title, party), issues=names, gives=chosen)

    @traitlets.validate("gives")
    def _three_different_issues(self, proposal: Any) -> list[int]:
        gives = list(proposal["value"])
        if len(set(gives)) != OFFERS or max(gives) >= len(self._case.issues):
            raise traitlets.TraitError("let each of the three offers give way on an issue of its own.")
        return gives

    def redraw(self, change: Any = None) -> None:
        """Draw; offers that were changed have not been sent yet."""
        if change and change["name"] != "sent":
            self.sent = False
        super().redraw(change)

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return picture(self._case, self._party, self.offers, self.gives, self.words, sent=self.sent)

    @property
    def offers(self) -> tuple[Package, ...]:
        """The three offers."""
        return tuple(equal_offer(self._case, self._party, give, self.level) for give in self.gives)

    def outcome(self) -> str:
        """Return which answer tells more on average: "three", "one", or "same" within a twentieth of a bit."""
        heard = reaction(self._case, self._party, self.offers)
        more = heard.three_bits - heard.one_bits
        return "same" if abs(more) <= SAME else "three" if more > 0 else "one"

    def figures(self) -> dict[str, Any]:
        """Return the bits that both answers tell on average, and how many preferences each answer left possible."""
        return _numbers(reaction(self._case, self._party, self.offers), self.words)


def _numbers(heard: Reaction, words: Words) -> dict[str, Any]:
    three, one = (decimal(bits, 2, words) for bits in (heard.three_bits, heard.one_bits))
    left = {"all": len(heard.profiles), "left": heard.left, "after_one": heard.left_alone}
    return {"three": three, "one": one, "named": heard.named + 1, **left}


def picture(  # noqa: PLR0913  # a picture is made of all these
    case: Case, party: str, offers: tuple[Package, ...], gives: Sequence[int], words: Words, *, sent: bool
) -> dict[str, Any]:
    """Return all that the browser draws and says about three offers of the party."""
    heard = reaction(case, party, offers)
    worths = [case.party(party).payoff(offer) for offer in offers]
    rows = _bar_rows(case, heard, words, sent=sent)
    return {
        "sent": sent,
        "summary": _summary(worths, heard, words, sent=sent),
        "average": words.say("average", **_numbers(heard, words)),
        "offers": _offer_table(case, offers, gives, worths, words),
        "bars": rows,
        "table": {
            "head": [words.say("issue"), *(bar["name"] for bar in rows[0]["bars"])],
            "rows": [[row["name"], *(bar["text"] for bar in row["bars"])] for row in rows],
        },
    }


def _summary(worths: Sequence[int], heard: Reaction, words: Words, *, sent: bool) -> str:
    if not sent:
        return words.say("not_sent", first=worths[0], second=worths[1], third=worths[2])
    keys = ("names", "alone_yes" if heard.accepts else "alone_no")
    return " ".join(words.say(key, **_numbers(heard, words)) for key in keys)


def _offer_table(
    case: Case, offers: tuple[Package, ...], gives: Sequence[int], worths: Sequence[int], words: Words
) -> dict[str, Any]:
    rows = []
    for place, issue in enumerate(case.issues):
        options = [issue.options[offer[place]] for offer in offers]
        given = [words.say("gives", option=o) if place == g else o for o, g in zip(options, gives, strict=True)]
        rows.append([issue.name, *given])
    rows.append([words.say("own_worth"), *map(str, worths)])
    heads = [words.say("offer", number=number) for number in range(1, OFFERS + 1)]
    return {"title": "", "head": [words.say("issue"), *heads], "rows": rows}


def _bar_rows(case: Case, heard: Reaction, words: Words, *, sent: bool) -> list[dict[str, Any]]:
    weights = {"before": None, **({"alone": heard.one, "three": heard.three} if sent else {})}
    shares = {kind: matters_most(heard.profiles, given) for kind, given in weights.items()}
    return [
        {"name": issue.name, "bars": [_bar(kind, share[place], words) for kind, share in shares.items()]}
        for place, issue in enumerate(case.issues)
    ]


def _bar(kind: str, share: float, words: Words) -> dict[str, Any]:
    percent = round(ALL * share)
    text = words.say("percent", number=percent)
    return {"kind": kind, "name": words.say(f"bar_{kind}"), "share": percent, "text": text}
