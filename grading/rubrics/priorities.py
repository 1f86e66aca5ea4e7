"""The answer `priorities`: the other side's issues, in the order in which they matter to it."""

from itertools import combinations

from ...answers.answer import Answer
from ...answers.numbered import Said, read_keyed
from ...answers.readers import priority_lines
from ...negotiation import Case, NegotiationError, Party
from ...negotiation.variants.party_texts import preferences
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding
from ..sentence import Sentence, whom
from .rubric import Check, Rubric, counted
from .unread import also, unanswered


def read_priorities(case: Case, answer: Answer) -> Said[int, int]:
    """Return the issue (from 0) that the answer puts in each place (from 1); an issue named twice stands nowhere."""
    said = read_keyed(answer, priority_lines(case))
    issues = list(said.values.values())
    twice = sorted({issue for issue in issues if issues.count(issue) > 1})
    problems = (Sentence("priorities.twice", issue=case.issues[issue].name) for issue in twice)
    kept = {place: issue for place, issue in said.values.items() if issue not in twice}
    return Said(kept, (*said.problems, *problems))


def mark_priorities(case: Case, of_party: str, answer: Answer, points: float) -> Mark:
    """Return the mark: the share of pairs of issues in the right order, rescaled as max(0, 2 share - 1).

    So an order at random earns what a coin does, 0 on average before the 0 that is the least (after Kendall
    1938). Issues that weigh the same are no pair, and a pair with an issue left out counts half, as a guess
    would. An issue's weight is its best option less its worst. In a case with variants two issues that words
    do not tell apart are no pair either, because nobody can hear their order. Raises NegotiationError for an
    unknown party and where all issues weigh the same.
    """
    weights = case.party(of_party).weights()
    pairs = _pairs(case.party(of_party))
    if not pairs:
        raise NegotiationError(f"all issues weigh the same for the {of_party}, so there is nothing to order.")
    read = read_priorities(case, answer)
    place = {issue: place for place, issue in read.values.items()}
    if not place:
        how = Sentence("priorities.how", first=case.issues[0].name)
        return unanswered(answer, read.problems, points, Sentence("priorities.none"), how)
    known = [(one, two) for one, two in pairs if one in place and two in place]
    right = [pair for pair in known if (weights[pair[0]] > weights[pair[1]]) == (place[pair[0]] < place[pair[1]])]
    share = (len(right) + (len(pairs) - len(known)) / 2) / len(pairs)
    wrong = [pair for pair in known if pair not in right]
    missing = [issue.name for position, issue in enumerate(case.issues) if position not in place]
    findings = [_order(len(right), len(pairs), len(wrong)), *_worst(case, of_party, wrong)]
    if missing:
        findings.append(lost(Sentence("priorities.missing", issues=", ".join(missing))))
    exhibit = _table(case, of_party, place)
    return Mark(points * max(0.0, 2 * share - 1), points, (*findings, *also(answer, read.problems)), (exhibit,))


def check_priorities(case: Case, party: str, answer: Answer) -> Check:
    """Say which issue stands in which place."""
    said = read_priorities(case, answer)
    places = (
        Sentence("check.entry", key=place, value=case.issues[issue].name)
        for place, issue in sorted(said.values.items())
    )
    return counted("places", places, said.problems, len(case.issues))


def _pairs(party: Party) -> list[tuple[int, int]]:
    """Return the pairs of issues (from 0) whose order can be known."""
    weights, heard = party.weights(), [preference.strength for preference in preferences(party.points)]
    return [
        (one, two)
        for one, two in combinations(range(len(weights)), 2)
        if weights[one] != weights[two] and not (party.leanings and heard[one] is heard[two])
    ]


def _order(right: int, of: int, wrong: int) -> Finding:
    return (tally if wrong else gained)(Sentence("priorities.order", right=right, all=of))


def _worst(case: Case, of_party: str, wrong: list[tuple[int, int]]) -> list[Finding]:
    """Name the pairs in the wrong order, the greatest difference of weight first."""
    weights, names = case.party(of_party).weights(), [issue.name for issue in case.issues]
    ranked = sorted(wrong, key=lambda pair: -abs(weights[pair[0]] - weights[pair[1]]))
    findings = []
    for pair in ranked:
        more, less = sorted(pair, key=lambda issue: -weights[issue])
        heavy = {"more": names[more], "more_points": weights[more]}
        light = {"less": names[less], "less_points": weights[less]}
        findings.append(lost(Sentence("priorities.wrong", them=whom(case.party(of_party)), **heavy, **light)))
    return findings


def _table(case: Case, of_party: str, place: dict[int, int]) -> Table:
    weights = case.party(of_party).weights()
    ordered = sorted(range(len(weights)), key=lambda issue: place.get(issue, len(weights) + 1))
    rows = tuple(
        (
            str(place[issue]) if issue in place else Sentence("priorities.none_place"),
            case.issues[issue].name,
            str(weights[issue]),
        )
        for issue in ordered
    )
    header = tuple(map(Sentence, ("priorities.head_place", "issue", "priorities.head_points")))
    return Table(Sentence("priorities.caption", them=whom(case.party(of_party))), header, rows)


PRIORITIES = Rubric(
    "priorities",
    check=check_priorities,
    mark=lambda case, party, answer, points, of_party: mark_priorities(case, of_party, answer, points),
)
