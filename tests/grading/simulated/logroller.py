"""A careful student, who knows only what the dossier tells, trades by strength in words, and slips now and then."""

import re
from functools import partial
from itertools import product
from random import Random

from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.negotiation import (
    IssueKind,
    LinkKind,
    QuestionKind,
    StepKind,
    steps,
)
from biggerpie.negotiation.variants.strength_words import strength_words

from ..talking import hearing, thorough
from . import deals, own_talk
from .hearing import STRONGER, Heard, heard, understood
from .lines import Lines, asked_lines, by_issue, decision_lines, numbered, student
from .minutes import read_in_minutes

ONE_IN = 12
"""How rarely a line is mistaken."""


def _slips(random: Random) -> bool:
    return not random.randrange(ONE_IN)


def _asked(opened: Opened, _: Random) -> Lines:
    """What matters most to oneself first, and once more what was answered without a word of how much it matters."""
    weights = opened.case.party(opened.party).weights()
    asked = sorted(range(6), key=lambda place: -weights[place])[:5]
    endings = tuple(strength_words("en").answer.values())
    (vague,) = (turn.issue for turn in opened.material["short_talk"].turns(asked) if not turn.answer.endswith(endings))
    return asked_lines(opened.case, asked, vague)


def _labels(opened: Opened, random: Random) -> Lines:
    ear = heard(opened)
    kinds = [_kind(ear, place) for place in range(len(opened.case.issues))]
    return by_issue(opened.case, (random.choice(list(IssueKind)) if _slips(random) else kind for kind in kinds))


def _kind(ear: Heard, place: int) -> IssueKind:
    if ear.agreed(place):
        return IssueKind.COMPATIBLE
    return IssueKind.INTEGRATIVE if ear.stronger(place) else IssueKind.DISTRIBUTIVE


def _steps(opened: Opened, random: Random) -> Lines:
    minutes = opened.material["minutes"]
    for step in steps(minutes.case, minutes.log):
        yield f"step {step.number}", random.choice(list(StepKind)) if _slips(random) else step.kind


def _changes(opened: Opened, random: Random) -> Lines:
    minutes = opened.material["minutes"]
    for step in steps(minutes.case, minutes.log):
        for what, points in (("gift", step.gift), ("cost", step.cost)):
            yield f"{what} {step.number}", points + _slips(random)


def _sorted(name: str, opened: Opened, random: Random) -> Lines:
    texts = opened.material[name].texts
    kinds = sorted({understood()[text] for text in texts.values()})
    for number, text in texts.items():
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
    """Which end is wanted, on the two issues of which nothing clear was said."""
    talk = opened.material["first_talk"]
    directions = {it.issues[0]: n for n, it in enumerate(talk.questions, 1) if it.kind is QuestionKind.DIRECTION}
    first, second = (random.choice(list(directions.values())) if _slips(random) else directions[n] for n in talk.vague)
    return [("first", first), ("second", second)]


def _priorities(opened: Opened, random: Random) -> Lines:
    """The order that words tell; now and then two neighbours change places."""
    strengths = heard(opened).strengths
    order = sorted(range(len(strengths)), key=lambda place: STRONGER.index(strengths[place]))
    for place in range(1, len(order)):
        if _slips(random):
            order[place - 1 : place + 1] = order[place - 1 : place + 1][::-1]
    return numbered(opened.case.issues[place].name for place in order)


def _claims(opened: Opened, random: Random) -> Lines:
    """What the minutes say, read as a careful person does, who finds nothing there on what isn't in them."""
    case, log = opened.case, opened.material["log"]
    for number, text in opened.material["claims_made"].texts.items():
        kind = random.choice(["true", "false", "not shown"]) if _slips(random) else read_in_minutes(case, log, text)
        yield number, kind


def _decision(opened: Opened, random: Random) -> Lines:
    """The letter's number, and what's worth most of what's written; now and then an offer is taken for another."""
    talk = opened.material["final_offers"]
    letter, own = int(re.findall(r"worth (\d+) points", talk.letter)[0]), opened.case.parties[0]
    worth = [letter, *map(own.payoff, talk.final.offers)]
    ranked = sorted((1, 2, 3), key=lambda n: -worth[n])
    alike = [sum(map(int.__eq__, talk.final.offers[n - 1], talk.final.offers[ranked[0] - 1])) for n in ranked[1:]]
    beaten = random.choice((1, 2, 3)) if _slips(random) else ranked[1 + alike.index(max(alike))]
    return decision_lines(letter, beaten, ranked[0] if worth[ranked[0]] > letter else "none")


logroller = student(
    {
        "claims": _claims,
        "decision": _decision,
        "asked": _asked,
        "labels": _labels,
        "package": deals.package,
        "trade": deals.trade,
        "steps": _steps,
        "changes": _changes,
        "offer": deals.offer,
        "remarks": partial(_sorted, "remarks_heard"),
        "sorts": partial(_sorted, "statements"),
        "links": _links,
        "questions": _questions,
        "priorities": _priorities,
        "packages": deals.packages,
        "improved": deals.improved,
        "preparation": own_talk.true_sheet,
        "plan": own_talk.coming_down,
        "transcript": own_talk.talk(thorough),
        "scene": own_talk.talk(hearing),
        "authored_case": lambda *_: own_talk.own_case(own_talk.FOUR_KINDS),
    }
)
