"""The answer `links`: which interests of the two sides are shared, opposed, or different so that they can be traded."""

from functools import reduce

from ...answers.answer import Answer
from ...answers.link_readers import Pair, link_lines
from ...answers.numbered import Said, read_keyed
from ...negotiation import Case, InterestLink, LinkKind, NegotiationError, interest_links
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from ..sentence import Sentence
from .rubric import Check, Rubric, counted
from .unread import also, unanswered


def read_links(case: Case, answer: Answer, party: str) -> Said[Pair, LinkKind | None]:
    """Return the kind of link that the answer gives each pair of interests (from 0), None for no link."""
    return read_keyed(answer, link_lines(interest_links(case, party)))


def mark_links(case: Case, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: the share of linked pairs linked right less the share of unlinked pairs linked (Youden 1950).

    So linking everything earns as little as linking nothing. A link of another kind than the pair has is
    neither right nor wrong; where every pair is linked nothing is taken off. Raises NegotiationError for a
    case without any linked pair.
    """
    truth = interest_links(case, party)
    linked, unlinked = [p for p, links in truth.items() if links], [p for p, links in truth.items() if not links]
    if not linked:
        raise NegotiationError(f"no interests of the case {case.title!r} are linked; give both sides interests.")
    read = read_links(case, answer, party)
    said = {pair: kind for pair, kind in read.values.items() if kind is not None}
    if not said:
        return unanswered(answer, read.problems, points, Sentence("links.none"), Sentence("links.how"))
    right = [pair for pair in linked if said.get(pair) in {link.kind for link in truth[pair]}]
    wrong = [pair for pair in unlinked if pair in said]
    share = len(right) / len(linked) - (len(wrong) / len(unlinked) if wrong else 0.0)
    findings = [_finding(truth[pair], pair, kind) for pair, kind in said.items()]
    findings += [_missed(truth[pair], pair) for pair in linked if pair not in said]
    findings += [_tally(len(right), len(linked), points), *_too_many(len(wrong), len(unlinked), points)]
    return Mark(points * max(0.0, share), points, (*findings, *also(answer, read.problems)))


def named(pair: Pair) -> Sentence:
    """Return a pair as an answer names it."""
    return Sentence("links.pair", own=pair[0] + 1, other=pair[1] + 1)


def check_links(case: Case, party: str, answer: Answer) -> Check:
    """Say which interests are linked."""
    said = read_links(case, answer, party)
    links = (
        Sentence("links.line", pair=named(pair), kind=Sentence(f"kinds.{kind or 'none'}"))
        for pair, kind in said.values.items()
    )
    return counted("pairs_of_interests", links, said.problems)


def _tally(right: int, linked: int, points: float) -> Finding:
    return tally(Sentence("links.tally", right=right, all=linked, each=points / linked))


def _too_many(wrong: int, unlinked: int, points: float) -> list[Finding]:
    if not wrong:
        return []
    return [lost(Sentence("links.too_many", wrong=wrong, all=unlinked, each=points / unlinked))]


def _finding(links: tuple[InterestLink, ...], pair: Pair, kind: LinkKind) -> Finding:
    said = {"pair": named(pair), "kind": Sentence(f"kinds.{kind}")}
    if not links:
        return lost(Sentence("links.nothing", **said))
    if kind in {link.kind for link in links}:
        return gained(Sentence("links.right", **said, why=_why(next(link for link in links if link.kind is kind))))
    return lost(Sentence("links.wrong", **said, kinds=_kinds(links)))


def _missed(links: tuple[InterestLink, ...], pair: Pair) -> Finding:
    return lost(Sentence("links.missed", pair=named(pair), kinds=_kinds(links)))


def _kinds(links: tuple[InterestLink, ...]) -> Sentence:
    told = (Sentence("links.kind_why", kind=Sentence(f"kinds.{link.kind}"), why=_why(link)) for link in links)
    return reduce(lambda first, rest: Sentence("links.also", first=first, rest=rest), told)


def _why(link: InterestLink) -> Sentence:
    return Sentence(f"links.{link.kind}", own=tuple(link.own_issues), other=tuple(link.other_issues))


LINKS = Rubric(
    "links",
    check=check_links,
    mark=lambda case, party, answer, points: mark_links(case, answer, party, points),
)
