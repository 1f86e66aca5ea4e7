"""Claims as material: what somebody says of the student's own talks, to be held against the minutes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ...negotiation import Case, OfferLog
from ...negotiation.variants.talks import own_talks
from ...negotiation.variants.variant import choice, shuffled
from .sentences import Code, Sentences, listed

TRUE, FALSE, NOT_SHOWN = KINDS = ("true", "false", "not shown")
EACH = 3
"""How many claims of each kind there are; each that can be held against the minutes is about an issue of its own."""
Claim = tuple[int, int, int]
"""The place of its words in the file, its issue and its option (from 0)."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Nine claims about the talks that `log` draws under the same key, in a drawn order."""

    file: str

    def drawn(self, case: Case, key: str) -> Sentences:
        """Return the claims with their kinds."""
        log, issues = own_talks(case, key), shuffled(f"{key} claimed", range(len(case.issues)))
        wanted = [(issue, n < EACH) for n, issue in enumerate(issues[: 2 * EACH])]
        shown = [self._about(case, log, f"{key} claim {issue}", issue, true=true) for issue, true in wanted]
        unproven = [n for n, claim in enumerate(self._listed(case)) if claim["shows"] == "nothing"]
        open_ = shuffled(f"{key} open", unproven)
        unshown = [(n, choice(key, f"open {n}", issues), 0) for n in open_[:EACH]]
        claims = shuffled(f"{key} claims", [*shown, *unshown])
        kinds = {str(n): self._kind(case, log, claim) for n, claim in enumerate(claims, 1)}
        return Sentences(self._texts(case, claims), MappingProxyType(kinds))

    def code(self, value: Sentences) -> Code:
        """Return the claims in words."""
        return list(value.texts.values())

    def read(self, case: Case, code: Code) -> Sentences:
        """Return the claims alone."""
        return Sentences(MappingProxyType({str(n): text for n, text in enumerate(code, 1)}), MappingProxyType({}))

    def _about(self, case: Case, log: OfferLog, key: str, issue: int, *, true: bool) -> Claim:
        """Return a claim about an issue that the minutes bear out or don't."""
        everything = [
            (n, issue, option)
            for n, claim in enumerate(self._listed(case))
            for option in (range(len(case.issues[issue].options)) if "{option}" in claim["text"] else (0,))
        ]
        fitting = [it for it in everything if self._kind(case, log, it) == (TRUE if true else FALSE)]
        words = choice(key, "words", sorted({n for n, _, _ in fitting}))
        return choice(key, "option", [it for it in fitting if it[0] == words])

    def _kind(self, case: Case, log: OfferLog, claim: Claim) -> str:
        shows = self._listed(case)[claim[0]]["shows"]
        if shows == "nothing":
            return NOT_SHOWN
        return TRUE if minutes_show(case, log, shows, *claim[1:]) else FALSE

    def _texts(self, case: Case, claims: Sequence[Claim]) -> MappingProxyType[str, str]:
        return MappingProxyType(
            {
                str(number): self._listed(case)[words]["text"].format(
                    issue=case.issues[issue].name, option=case.issues[issue].options[option]
                )
                for number, (words, issue, option) in enumerate(claims, 1)
            }
        )

    def _listed(self, case: Case) -> tuple[dict[str, str], ...]:
        return listed(self.file, "claims", case.language)


def minutes_show(case: Case, log: OfferLog, what: str, issue: int, option: int) -> bool:
    """Return whether the offers, the student's first, show what the other side claims of an issue (from 0)."""
    row = case.parties[0].points[issue]
    mine, theirs = ([offer.package[issue] for offer in log[side::2]] for side in (0, 1))
    return {
        "i came": row[theirs[-1]] > row[theirs[0]],
        "i kept": len(set(theirs)) == 1,
        "you gave": row[mine[-1]] < row[mine[0]],
        "you kept": len(set(mine)) == 1,
        "my first": theirs[0] == option,
        "your last": mine[-1] == option,
    }[what]
