"""The best guesses of what the other side wants: kinds of issues, an order, links, and questions."""

from functools import lru_cache
from itertools import combinations, permutations, product

from biggerpie.negotiation import IssueKind, LinkKind, interest_links, question_bits
from biggerpie.negotiation.analysis.importance import importance
from biggerpie.negotiation.variants.variant import profiles_after

from ..simulated.lines import by_issue, numbered
from ..simulated.perfect import perfect
from .climbing import climbed
from .of_packages import above, text
from .others import Other, ranks
from .view import Answers, Unasked


def labels(view: Unasked, *, thorough: bool) -> Answers:
    """A kind for each issue, from somebody who asks all that may be asked and hears nothing of it."""
    kinds = dict(zip(ranks(view.own), _best_labels(view.others), strict=True))
    said = perfect(view.opened, "asked", "").partition("\n")[2]
    return {"asked": said, "labels": text(by_issue(view.opened.case, (kinds[n] for n in range(6))))}


@lru_cache(maxsize=64)
def _best_labels(others: tuple[Other, ...]) -> tuple[IssueKind, ...]:
    kinds = [[other.kind(place) for place in range(6)] for other in others]
    ways = product(IssueKind, repeat=6)
    return max(ways, key=lambda way: sum(max(0, sum(map(str.__eq__, way, kind)) - 3) for kind in kinds))


def priorities(view: Unasked, *, thorough: bool) -> Answers:
    """An order of the issues."""
    places, case = ranks(view.own), view.opened.case
    return {"priorities": text(numbered(case.issues[places[n]].name for n in _best_order(view.others)))}


@lru_cache(maxsize=64)
def _best_order(others: tuple[Other, ...]) -> tuple[int, ...]:
    heard = [[importance(weight, 100, 6) for weight in other.weights] for other in others]
    pairs = [
        [(a, b) for a, b in permutations(range(6), 2) if heard[n][a] is not heard[n][b] and o.weights[a] > o.weights[b]]
        for n, o in enumerate(others)
    ]

    def value(order: tuple[int, ...]) -> float:
        at = {place: n for n, place in enumerate(order)}
        return sum(max(0.0, 2 * sum(at[a] < at[b] for a, b in some) / len(some) - 1) for some in pairs)

    return max(permutations(range(6)), key=value)


def links(view: Unasked, *, thorough: bool) -> Answers:
    """A kind of link, or none, for each pair of interests; each link alone first, then by steps."""
    choices = (None, *LinkKind)
    truths = [interest_links(it.case, view.opened.party) for it in view.searched]
    pairs = list(truths[0])

    def value(said: tuple[int, ...]) -> float:
        return sum(_links_earn(truth, dict(zip(pairs, said, strict=True)), choices) for truth in truths)

    start = climbed(value, (0,) * len(pairs), len(choices), pairs=False)
    lines = [
        (f"mine {a + 1} + theirs {b + 1}", choices[n]) for (a, b), n in zip(pairs, start, strict=True) if choices[n]
    ]
    return {"links": text(lines)}


def _links_earn(truth, said, choices) -> float:
    linked = [pair for pair, links in truth.items() if links]
    right = sum(choices[said[pair]] in {link.kind for link in truth[pair]} for pair in linked)
    wrong = sum(bool(said[pair]) for pair in truth if not truth[pair])
    return max(0.0, right / len(linked) - wrong / (len(truth) - len(linked)))


def questions(view: Unasked, *, thorough: bool) -> Answers:
    """Two questions, of all pairs the one that tells most on average, whichever two issues were left vague."""
    offered = view.opened.material["first_talk"].questions
    pairs = list(combinations(range(len(offered)), 2))
    sums = dict.fromkeys(pairs, 0.0)
    for one in view.searched:
        prior = profiles_after(one.case, one.material["first_talk"].known)
        bits = {pair: question_bits(prior, [offered[n] for n in pair]) for pair in pairs}
        most = max(bits.values())
        for pair in pairs:
            sums[pair] += above(bits[pair] / most, 0.4)
    first, second = max(pairs, key=sums.__getitem__)
    return {"questions": f"first: {first + 1}\nsecond: {second + 1}\n"}
