"""Students who have one idea only: the middle of everything, or everything for oneself."""

from random import Random

from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.negotiation import Case, Importance, IssueKind, LinkKind, Package, QuestionKind, StepKind, steps

from . import own_talk
from .lines import (
    NUMBERS_OF_STEPS,
    STEPS,
    Answerer,
    Lines,
    asked_lines,
    by_issue,
    decision_lines,
    numbered,
    own_best,
    package_lines,
    packages_lines,
    pairs_of_interests,
    student,
    trade_lines,
)


def _all_the_same(name: str, what: str) -> Answerer:
    return lambda opened, _: ((number, what) for number in opened.material[name].texts)


def _first_questions(opened: Opened, *kinds: QuestionKind) -> Lines:
    """The first two questions of these kinds."""
    asked = [question.kind for question in opened.material["first_talk"].questions]
    first, second = sorted(range(len(asked)), key=lambda n: (kinds.index(asked[n]) if asked[n] in kinds else 9, n))[:2]
    return [("first", first + 1), ("second", second + 1)]


def _costs_alone(opened: Opened, _: Random) -> Lines:
    """What a step costs who makes it, in the belief that the other side gains just as much."""
    minutes = opened.material["minutes"]
    for step in steps(minutes.case, minutes.log):
        yield from [(f"gift {step.number}", step.cost), (f"cost {step.number}", step.cost)]


def _nudged(case: Case) -> list[Package]:
    """Three packages near the middle, each with one issue a step up and the next a step down."""
    return [tuple(2 + (place == first) - (place == first + 1) for place in range(6)) for first in (0, 2, 4)]


def _stubborn(opened: Opened) -> list[Package]:
    """One's own best, and twice that less a step on the two issues that matter least."""
    weights, best = opened.case.party(opened.party).weights(), own_best(opened)
    least, next_least = sorted(range(6), key=weights.__getitem__)[:2]

    def given(*places: int) -> Package:
        return tuple(abs(option - 1) if place in places else option for place, option in enumerate(best))

    return [best, given(least, next_least), given(least)]


def _taking_the_promise(opened: Opened, _: Random) -> Lines:
    """What is said of the alternative, and the offer that is best with all that comes with it by word of mouth."""
    final = opened.material["final_offers"].final
    return decision_lines(final.said_alternative, 1, final.with_promise + 1)


def _as_before(opened: Opened, _: Random) -> Lines:
    """The alternative of the brief, and the offer in the middle."""
    return decision_lines(opened.case.parties[0].reservation_value, 2, 2)


middle = student(
    {
        "claims": _all_the_same("claims_made", "true"),
        "decision": _as_before,
        "asked": lambda opened, _: asked_lines(opened.case, range(5)),
        "labels": lambda opened, _: by_issue(opened.case, [IssueKind.DISTRIBUTIVE] * 6),
        "package": lambda opened, _: package_lines(opened.case, opened.case.compromise),
        "trade": lambda opened, _: trade_lines(opened.case, 0, 1),
        "steps": lambda opened, _: [(f"step {step}", StepKind.CONCESSION) for step in STEPS],
        "changes": _costs_alone,
        "offer": lambda opened, _: package_lines(opened.case, opened.case.compromise),
        "remarks": _all_the_same("remarks_heard", "matter"),
        "sorts": _all_the_same("statements", "position"),
        "links": lambda opened, _: [(pair, LinkKind.OPPOSED) for pair in pairs_of_interests(opened)],
        "questions": lambda opened, _: _first_questions(opened, QuestionKind.DIRECTION),
        "priorities": lambda opened, _: numbered(issue.name for issue in opened.case.issues),
        "packages": lambda opened, _: packages_lines(opened.case, _nudged(opened.case)),
        "improved": lambda opened, _: package_lines(opened.case, opened.case.compromise),
        "preparation": own_talk.alike(Importance.MUCH),
        "plan": lambda opened, _: packages_lines(opened.case, [opened.case.compromise] * 3),
        "transcript": own_talk.repeated(lambda opened: opened.case.compromise),
        "scene": own_talk.repeated(lambda opened: opened.case.compromise),
        "authored_case": lambda *_: own_talk.own_case(own_talk.ALL_ALIKE),
    }
)
"""Takes everything for a fight over shares, and settles each in the middle."""


def _own_order(opened: Opened, _: Random) -> Lines:
    """What matters to oneself, in the belief that so it is with everybody."""
    weights = opened.case.party(opened.party).weights()
    return numbered(opened.case.issues[place].name for place in sorted(range(6), key=lambda n: -weights[n]))


def _nothing_for_them(opened: Opened, _: Random) -> Lines:
    """A trade in which one gives way where it costs oneself least, and the other side where it brings most."""
    weights = opened.case.party(opened.party).weights()
    return trade_lines(opened.case, weights.index(min(weights)), weights.index(max(weights)))


greedy = student(
    {
        "claims": _all_the_same("claims_made", "false"),
        "decision": _taking_the_promise,
        "asked": lambda opened, _: asked_lines(opened.case, range(2)),
        "labels": lambda opened, _: by_issue(opened.case, [IssueKind.DISTRIBUTIVE] * 6),
        "package": lambda opened, _: package_lines(opened.case, own_best(opened)),
        "trade": _nothing_for_them,
        "steps": lambda opened, _: [(f"step {step}", StepKind.SELFISH) for step in STEPS],
        "changes": lambda opened, _: [(f"{what} {step}", 0) for what, step in NUMBERS_OF_STEPS],
        "offer": lambda opened, _: package_lines(opened.case, own_best(opened)),
        "remarks": _all_the_same("remarks_heard", "attack"),
        "sorts": _all_the_same("statements", "position"),
        "links": lambda opened, _: [(pair, LinkKind.SHARED) for pair in pairs_of_interests(opened)],
        "questions": lambda opened, _: _first_questions(opened, QuestionKind.NONE),
        "priorities": _own_order,
        "packages": lambda opened, _: packages_lines(opened.case, _stubborn(opened)),
        "improved": lambda opened, _: package_lines(opened.case, own_best(opened)),
        "preparation": own_talk.alike(Importance.MOST),
        "plan": lambda opened, _: packages_lines(opened.case, [own_best(opened)] * 3),
        "transcript": own_talk.repeated(own_best),
        "scene": own_talk.repeated(own_best),
        "authored_case": lambda *_: own_talk.own_case(own_talk.ALL_ALIKE),
    }
)
"""Wants the best of everything, and hears nobody."""
