"""A careful student, who knows only what the dossier tells, trades by strength in words, and slips now and then."""

from itertools import product
from random import Random

from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.grading.dossiers.sentences import Sentences
from biggerpie.negotiation import (
    IssueKind,
    LinkKind,
    Package,
    QuestionKind,
    StepKind,
    last_offer,
    reciprocity_balance,
    steps,
)

from .hearing import STRONGER, Heard, heard, understood
from .lines import Lines, by_issue, numbered, package_lines, packages_lines, student, trade_lines

ONE_IN = 12
"""How rarely a line is mistaken."""


def _slips(random: Random) -> bool:
    return not random.randrange(ONE_IN)


def _labels(opened: Opened, random: Random) -> Lines:
    ear = heard(opened)
    kinds = [_kind(ear, place) for place in range(len(opened.case.issues))]
    return by_issue(opened.case, (random.choice(list(IssueKind)) if _slips(random) else kind for kind in kinds))


def _kind(ear: Heard, place: int) -> IssueKind:
    if ear.agreed(place):
        return IssueKind.COMPATIBLE
    return IssueKind.INTEGRATIVE if ear.stronger(place) else IssueKind.DISTRIBUTIVE


def _trade(opened: Opened, _: Random) -> Lines:
    ear = heard(opened)
    opposed = [place for place in range(len(opened.case.issues)) if not ear.agreed(place)]
    return trade_lines(opened.case, min(opposed, key=ear.stronger), max(opposed, key=ear.stronger))


def _steps(opened: Opened, random: Random) -> Lines:
    minutes = opened.material["minutes"]
    for step in steps(minutes.case, minutes.log):
        yield f"step {step.number}", random.choice(list(StepKind)) if _slips(random) else step.kind


def _changes(opened: Opened, random: Random) -> Lines:
    minutes = opened.material["minutes"]
    for step in steps(minutes.case, minutes.log):
        for what, points in (("gift", step.gift), ("cost", step.cost)):
            yield f"{what} {step.number}", points + _slips(random)


def _offer(opened: Opened, _: Random) -> Lines:
    """A gift about as large as the other side's last one, by what costs least; what is agreed first."""
    ear, log = heard(opened), opened.material["log"]
    before = last_offer(log, opened.party).package
    theirs = [offer.package for offer in log if offer.party != opened.party]
    wanted = ear.worth(before) + ear.own.payoff(theirs[-1]) - ear.own.payoff(theirs[-2])
    wanted = max(wanted, opened.case.parties[1].reservation_value + 2)
    enough = [it for it in opened.case.packages() if wanted <= ear.worth(it)]
    return package_lines(opened.case, max(enough, key=ear.own.payoff))


def _balance(opened: Opened, random: Random) -> Lines:
    case, log = opened.material["minutes"].case, opened.material["minutes"].log
    for side in case.parties:
        given = sum(s.gift for s in steps(case, log) if s.offer.party == side.name)
        yield f"gifts by the {side.name}", given + _slips(random)
    yield "balance", f"{float(reciprocity_balance(case, log)):.2f}"


def _sorted(sentences: Sentences, random: Random) -> Lines:
    kinds = sorted({understood()[text] for text in sentences.texts.values()})
    for number, text in sentences.texts.items():
        yield number, random.choice(kinds) if _slips(random) else understood()[text]


def _links(opened: Opened, random: Random) -> Lines:
    """Every pair that words show to be linked; now and then one is overlooked."""
    ear, names = heard(opened), [issue.name for issue in opened.case.issues]
    interests = [[names.index(it.issues[0]) for it in side.interests] for side in opened.case.parties]
    for (mine, here), (theirs, there) in product(*(enumerate(side, 1) for side in interests)):
        if (kind := _link(ear, here, there)) and not _slips(random):
            yield f"mine {mine} + theirs {theirs}", kind


def _link(ear: Heard, here: int, there: int) -> LinkKind | None:
    if here == there:
        return LinkKind.SHARED if ear.agreed(here) else LinkKind.OPPOSED
    traded = not ear.agreed(here) and not ear.agreed(there) and ear.stronger(here) > 0 > ear.stronger(there)
    return LinkKind.DIFFERENT if traded else None


def _questions(opened: Opened, random: Random) -> Lines:
    """What matters most, and how much something matters."""
    kinds = [question.kind for question in opened.material["questions_offered"]]
    how_much = [number for number, kind in enumerate(kinds, 1) if kind is QuestionKind.WEIGHT]
    return [("first", kinds.index(QuestionKind.MOST) + 1), ("second", random.choice(how_much))]


def _priorities(opened: Opened, random: Random) -> Lines:
    """The order that words tell; now and then two neighbours change places."""
    strengths = heard(opened).strengths
    order = sorted(range(len(strengths)), key=lambda place: STRONGER.index(strengths[place]))
    for place in range(1, len(order)):
        if _slips(random):
            order[place - 1 : place + 1] = order[place - 1 : place + 1][::-1]
    return numbered(opened.case.issues[place].name for place in order)


def _packages(opened: Opened, _: Random) -> Lines:
    """The traded package, and two as good for oneself that are as different as can be from those before."""
    ear = heard(opened)
    chosen = [ear.logrolled]
    worth = ear.own.payoff(chosen[0])
    signed = opened.case.parties[1].reservation_value + 5
    alike = [it for it in opened.case.packages() if abs(ear.own.payoff(it) - worth) <= 2 and ear.worth(it) >= signed]
    while len(chosen) < 3:
        chosen.append(max(alike, key=lambda it: min(_apart(it, other) for other in chosen)))
    return packages_lines(opened.case, chosen)


def _apart(first: Package, second: Package) -> int:
    return sum(abs(one - other) for one, other in zip(first, second, strict=True))


def _improved(opened: Opened, _: Random) -> Lines:
    """The traded package, with the shares that both contest moved until both seem to gain."""
    ear, signed = heard(opened), opened.material["signed"]
    split = [not ear.agreed(place) and not ear.stronger(place) for place in range(len(signed))]
    choices = [range(5) if contested else (option,) for contested, option in zip(split, ear.logrolled, strict=True)]

    def smaller_gain(package: Package) -> float:
        return min(ear.own.payoff(package) - ear.own.payoff(signed), ear.worth(package) - ear.worth(signed))

    return package_lines(opened.case, max(product(*choices), key=smaller_gain))


logroller = student(
    {
        "labels": _labels,
        "package": lambda opened, _: package_lines(opened.case, heard(opened).logrolled),
        "trade": _trade,
        "steps": _steps,
        "changes": _changes,
        "offer": _offer,
        "remarks": lambda opened, random: _sorted(opened.material["remarks_heard"], random),
        "balance": _balance,
        "sorts": lambda opened, random: _sorted(opened.material["statements"], random),
        "links": _links,
        "questions": _questions,
        "priorities": _priorities,
        "packages": _packages,
        "improved": _improved,
    }
)
