"""What the signed deal draws and says: who gains by a change, what is signed, and how much is better for both."""

from dataclasses import dataclass
from typing import Any

from ...negotiation import Case, Package, frontier, improvements, losses, payoff_changes
from .._words import Words
from ..contract import Table
from ..plane import backdrop, with_sign


@dataclass(frozen=True, slots=True)
class View:
    """A case from the side of one party, in words; `shows_other` is whether the other side's points are shown."""

    case: Case
    side: int
    words: Words
    shows_other: bool

    def payoffs(self, package: Package) -> list[int]:
        """Return the package's payoffs, in points, with the learner's own first."""
        return self.own_first(self.case.payoffs(package))

    def own_first(self, payoffs: tuple[int, ...]) -> list[int]:
        """Return payoffs with the learner's own first."""
        return [payoffs[self.side], payoffs[1 - self.side]]

    def shown(self, *payoffs: int) -> list[str]:
        """Return the numbers that a row of the table may tell: the learner's own, and theirs where they are seen."""
        return [str(points) for points in payoffs[: 2 if self.shows_other else 1]]


def counted(number: int, words: Words) -> str:
    """Return a number with its thousands parted as the language parts them."""
    return f"{number:,}".replace(",", words.say("thousands"))


def picture(
    view: View, deals: list[Package], choices: Package, proposed: Package | None, *, hinted: bool
) -> dict[str, Any]:
    """Return all that the browser draws and says; `proposed` is the package just proposed, None before that."""
    signed = deals[-1]
    better = improvements(view.case, signed)
    before = deals[-2] if proposed == signed and len(deals) > 1 else signed
    reply = _reply(view, before, proposed) if proposed else ""
    state, trying = _state(view, signed), _trying(view, signed, choices)
    hint = _hint(view, signed) if hinted and better.total else ""
    return {
        "worth": _worth(view),
        "first": list(deals[0]),
        "signed_at": list(signed),
        "marks": _marks(view, signed, choices),
        "trying": trying,
        "reply": reply,
        "hint": hint,
        "may_propose": choices != signed,
        "may_hint": bool(better.total) and not hinted,
        "may_undo": len(deals) > 1,
        "summary": state,
        "says": " ".join(filter(None, (reply, hint, trying, state))),
        "plane": _plane(view, signed, choices, state) if view.shows_other else None,
        "losses": _losses(view, signed),
        "table": _table(view, deals, choices),
    }


def _state(view: View, signed: Package) -> str:
    better, said = improvements(view.case, signed), view.words
    you, them = view.payoffs(signed)
    key = "left" if better.for_both else "left_for_one" if better.total else "left_none"
    first = said.say("state" if view.shows_other else "state_hidden", you=you, them=them)
    numbers = {"count": better.for_both, "one": better.total, "all": view.case.size}
    told = said.say(f"better_{key}", **{name: counted(number, said) for name, number in numbers.items()})
    return f"{first} {told}"


def _trying(view: View, signed: Package, choices: Package) -> str:
    if choices == signed:
        return view.words.say("no_change")
    you, them = view.own_first(payoff_changes(view.case, signed, choices))
    return view.words.say("change" if view.shows_other else "change_hidden", you=with_sign(you), them=with_sign(them))


def _reply(view: View, before: Package, proposed: Package) -> str:
    you, them = view.own_first(payoff_changes(view.case, before, proposed))
    way = {1: "gain", 0: "same", -1: "lose"}
    return view.words.say("replies", f"you_{way[_sign(you)]}_they_{way[_sign(them)]}")


def _sign(points: int) -> int:
    return (points > 0) - (points < 0)


def _hint(view: View, signed: Package) -> str:
    """Name the issue on which the two together could gain the most."""
    lost = losses(view.case, signed)
    most = lost.index(max(lost))
    return view.words.say("hint", issue=view.case.issues[most].name, points=lost[most])


def _worth(view: View) -> list[list[str]]:
    own, other = view.case.parties[view.side], view.case.parties[1 - view.side]
    key = "worth_both" if view.shows_other else "worth"
    return [
        [view.words.say(key, you=a, them=b) for a, b in zip(mine, theirs, strict=True)]
        for mine, theirs in zip(own.points, other.points, strict=True)
    ]


def _marks(view: View, signed: Package, choices: Package) -> list[str]:
    """Say of each issue whether the change in mind settles it otherwise than the signed deal does."""
    return [
        view.words.say("changed", option=issue.options[was]) if now != was else ""
        for issue, was, now in zip(view.case.issues, signed, choices, strict=True)
    ]


def _plane(view: View, signed: Package, choices: Package, state: str) -> dict[str, Any]:
    return {
        **backdrop(view.case, view.own_first, [signed, choices]),
        "signed": {"at": view.payoffs(signed), "name": view.words.say("signed")},
        "here": view.payoffs(choices) if choices != signed else None,
        "floors": None,
        "summary": state,
    }


def _losses(view: View, signed: Package) -> Table | None:
    """Return what each issue leaves on the table, where the other side's points are shown."""
    said = view.words
    rows = zip(view.case.in_words(signed).items(), losses(view.case, signed), strict=True)
    head = said.heads("issue", "signed_option", "left_on_table")
    return {"title": "", "head": head, "rows": [[*row, str(lost)] for row, lost in rows]} if view.shows_other else None


def _table(view: View, deals: list[Package], choices: Package) -> Table:
    said, here = view.words, view.payoffs(deals[-1])
    rows = [[said.say("deal", n=n), *view.shown(*view.payoffs(deal))] for n, deal in enumerate(deals, 1)]
    if choices != deals[-1]:
        rows.append([said.say("trial"), *view.shown(*view.payoffs(choices))])
    if view.shows_other:
        best = [(n, view.own_first(point.payoffs)) for n, point in enumerate(frontier(view.case), 1)]
        rows += [[said.say("best_for_both", n=n), *map(str, p)] for n, p in best if p[0] > here[0] and p[1] > here[1]]
    return {
        "head": [said.say("package"), said.say("you"), *([said.say("them")] if view.shows_other else [])],
        "rows": rows,
    }
