"""The package builder: one option for every issue, and what that is worth."""

from typing import Any

import traitlets

from ...answers.form import Block, Row, Values
from ...answers.readers import package_lines
from ...negotiation import Case, Package, frontier, gains, losses, require_two_parties, slack
from .._bundle import module, style
from ..answering import Answering
from ..choosing import checked_choices, issues_of
from ..plane import backdrop

OPEN = -1


class PackageBuilder(Answering):
    """A table of options to choose from, seen from one party's side.

    Traits: `choices`, the option's position for each issue (-1 while it is open); `revealed`, whether the
    learner has asked what the package leaves on the table. What the other side gets is sent to the browser
    only when `show_other` is set, or when `diagnosis` is and the learner asked for it. With `answer`, a name such as
    "package" or "offer", the package is written into that answer's cell.
    """

    _esm = module("package_builder/package_builder.js")
    _css = style(
        "parts/names.css",
        "parts/plane.css",
        "parts/options.css",
        "parts/copy_box.css",
        "package_builder/package_builder.css",
    )
    redraws_on = ("choices", "revealed")
    remembers = ("choices", "revealed")
    unnamed = "package"

    issues = traitlets.List(traitlets.Dict()).tag(sync=True)
    choices = traitlets.List(traitlets.Int(min=OPEN)).tag(sync=True)
    may_reveal = traitlets.Bool().tag(sync=True)
    revealed = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(
        self, case: Case, party: str, *, show_other: bool = False, diagnosis: bool = False, answer: str | None = None
    ) -> None:
        """Open the case on the side of `party`; raise NegotiationError unless there are two parties."""
        require_two_parties(case)
        self._case = case
        self._side = case.parties.index(case.party(party))
        self._show_other = show_other
        super().__init__(
            "package_builder",
            answer=answer or "",
            about=(case.title, party),
            issues=issues_of(case),
            choices=[OPEN] * len(case.issues),
            may_reveal=diagnosis and not show_other,
        )

    @property
    def package(self) -> Package | None:
        """The chosen package, None while an issue is open."""
        return None if OPEN in self.choices else tuple(self.choices)

    @property
    def remembered(self) -> tuple[str, ...]:
        """The traits that are kept; none where the package stands in its answer's cell."""
        return () if self.answer else super().remembered

    def blocks_of_answer(self) -> tuple[Block, ...]:
        """Return the lines of a package's answer: an option for each issue."""
        rows = tuple(Row(issue.name, issue.name, issue.options) for issue in self._case.issues)
        return (Block(rows, reader=package_lines(self._case)),)

    def filled_in(self) -> Values:
        """Return the options chosen."""
        chosen = zip(self._case.issues, self.choices, strict=True)
        return [["" if option == OPEN else issue.options[option] for issue, option in chosen]]

    def fill_in(self, values: Values) -> None:
        """Choose these options."""
        said = zip(self._case.issues, values[0], strict=True)
        self.choices = [issue.options.index(option) if option else OPEN for issue, option in said]

    @traitlets.validate("choices")
    def _an_option_for_each_issue(self, proposal: Any) -> list[int]:
        return checked_choices(proposal["value"], self.issues)

    @traitlets.validate("revealed")
    def _only_a_whole_package(self, proposal: Any) -> bool:
        if proposal["value"] and (not self.may_reveal or self.package is None):
            raise traitlets.TraitError("choose one option for every issue first.")
        return bool(proposal["value"])

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        show_other = self._show_other or self.revealed
        return {**self._own_side(show_other=show_other), **(self._both_sides() if show_other else {})}

    def _own_side(self, *, show_other: bool) -> dict[str, Any]:
        case, own = self._case, self._case.parties[self._side]
        chosen = [(points, option) for points, option in zip(own.points, self.choices, strict=True) if option != OPEN]
        total = sum(points[option] for points, option in chosen)
        best = sum(max(points) for points in own.points)
        key = "so_far" if self.package is None else "above" if total >= own.reservation_value else "below"
        sentence = self.words.say(
            key, total=total, settled=len(chosen), issues=len(case.issues), floor=own.reservation_value
        )
        return {
            "complete": self.package is not None,
            "total_sentence": sentence,
            "filled": max(0, 100 * total / best) if best > 0 else 0,
            "floor": max(0, 100 * own.reservation_value / best) if best > 0 else 0,
            "worth": self._worth(show_other=show_other),
            "answer": self.text_for_cell(),
        }

    def _worth(self, *, show_other: bool) -> list[list[str]]:
        own, other = self._case.parties[self._side], self._case.parties[1 - self._side]
        key = "worth_both" if show_other else "worth"
        return [
            [self.words.say(key, you=a, them=b) for a, b in zip(mine, theirs, strict=True)]
            for mine, theirs in zip(own.points, other.points, strict=True)
        ]

    def _own_first(self, payoffs: tuple[int, ...]) -> list[int]:
        """Return payoffs with the learner's own first."""
        return [payoffs[self._side], payoffs[1 - self._side]]

    def _both_sides(self) -> dict[str, Any]:
        case, said = self._case, self.words
        middle, best = (
            self._own_first(case.payoffs(case.compromise)),
            [self._own_first(p.payoffs) for p in frontier(case)],
        )
        here = self._own_first(case.payoffs(self.package)) if self.package is not None else None
        findings = self._findings(self.package) if self.package is not None else []
        rows = [[said.say("here"), *map(str, here)]] if here else []
        rows.append([said.say("middle"), *map(str, middle)])
        rows += [[f"{said.say('best')} {n}", *map(str, payoffs)] for n, payoffs in enumerate(best, 1)]
        return {
            "plane": {
                **backdrop(case, self._own_first, [self.package] if self.package is not None else []),
                "here": here,
                "summary": " ".join(findings) or said.say("plane"),
            },
            "findings": findings,
            "losses": {
                "title": "",
                "head": said.heads("issue", "chosen", "left"),
                "rows": self._losses(),
            },
            "table": {"head": said.heads("package", "you", "them"), "rows": rows},
        }

    def _findings(self, package: Package) -> list[str]:
        case, said = self._case, self.words
        you, them = self._own_first(case.payoffs(package))
        findings = [said.say("both", you=you, them=them)]
        own, theirs = self._own_first(gains(case, case.payoffs(package)))
        if own < 0:
            findings.append(said.say("you_walk", short=-own))
        if theirs < 0:
            findings.append(said.say("they_walk", short=-theirs))
        more = slack(case, package)
        if more or min(own, theirs) >= 0:
            findings.append(said.say("more" if more else "no_more", more=more))
        return findings

    def _losses(self) -> list[list[str]]:
        if self.package is None:
            return []
        lost = losses(self._case, self.package)
        words = self._case.in_words(self.package)
        return [[name, option, str(loss)] for (name, option), loss in zip(words.items(), lost, strict=True)]
