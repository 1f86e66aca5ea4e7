"""The links of a map held against the case: what is right, of the wrong kind, wrong, or missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...negotiation import Case, InterestLink, LinkKind, interest_links
from .._words import Words

Pair = tuple[int, int]
Links = Mapping[Pair, tuple[InterestLink, ...]]


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """Pairs of interests (own, other, from 0) by what was found about them, and the marks out of the links there are.

    Right links are given as the case has them; `other_kind` and `unfounded` with the kind drawn; a wrong link or a
    wrong kind takes away what a right one brings.
    """

    right: Mapping[Pair, InterestLink]
    other_kind: Mapping[Pair, LinkKind]
    unfounded: Mapping[Pair, LinkKind]
    missing: tuple[Pair, ...]

    @property
    def total(self) -> int:
        """The number of pairs that are linked in the case."""
        return len(self.right) + len(self.other_kind) + len(self.missing)

    @property
    def wrong(self) -> int:
        """The number of links that cost."""
        return len(self.other_kind) + len(self.unfounded)

    @property
    def marks(self) -> int:
        """Right less wrong links, and never below 0."""
        return max(0, len(self.right) - self.wrong)


def check_links(case: Case, party: str, drawn: Mapping[Pair, LinkKind]) -> LinkCheck:
    """Return what is to be said of the links drawn by this party."""
    there = {pair: links for pair, links in interest_links(case, party).items() if links}
    by_kind = {pair: {link.kind: link for link in links} for pair, links in there.items()}
    return LinkCheck(
        right={pair: by_kind[pair][kind] for pair, kind in drawn.items() if kind in by_kind.get(pair, ())},
        other_kind={pair: kind for pair, kind in drawn.items() if pair in there and kind not in by_kind[pair]},
        unfounded={pair: kind for pair, kind in drawn.items() if pair not in there},
        missing=tuple(pair for pair in there if pair not in drawn),
    )


def findings(check: LinkCheck, there: Links, names: Sequence[Sequence[str]], words: Words, *, full: bool) -> list[str]:
    """Return a sentence about each pair, right ones first.

    `there` are the case's links, `names` those of the learner's interests and of the other side's. Of a missing link
    only the issues are named, and the pair too where the diagnosis is `full`.
    """

    def said(key: str, pair: Pair, link: InterestLink | None = None, kind: str = "") -> str:
        called = words.say("kinds", kind) if kind else ""
        return words.say(key, own=names[0][pair[0]], other=names[1][pair[1]], kind=called, **_issues(link))

    return [
        *(said(f"right_{link.kind}", pair, link) for pair, link in check.right.items()),
        *(said("other_kind", pair, there[pair][0], kind) for pair, kind in check.other_kind.items()),
        *(said("unfounded", pair, None, kind) for pair, kind in check.unfounded.items()),
        *(
            said("missing_full" if full else "missing", pair, there[pair][0], there[pair][0].kind)
            for pair in check.missing
        ),
    ]


def _issues(link: InterestLink | None) -> dict[str, str]:
    """Return the issues of a link as words: the learner's interest's, the other side's, and all of them."""
    own, other = (link.own_issues, link.other_issues) if link else ((), ())
    every = tuple(dict.fromkeys((*own, *other)))
    return {"own_issues": ", ".join(own), "other_issues": ", ".join(other), "issues": ", ".join(every)}
