"""A student who answers at random."""

from random import Random

from biggerpie.answers.preparation import asks
from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.negotiation import Importance, IssueKind, LinkKind, Package, StepKind

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
    package_lines,
    packages_lines,
    pairs_of_interests,
    student,
    trade_lines,
)

ATTACK_OR_MATTER = ("attack", "matter")
FOUR_KINDS = ("position", "interest", "option", "criterion")


def _any_of(name: str, kinds: tuple[str, ...]) -> Answerer:
    return lambda opened, random: ((number, random.choice(kinds)) for number in opened.material[name].texts)


def _drawn(opened: Opened, random: Random) -> Package:
    return tuple(random.randrange(len(issue.options)) for issue in opened.case.issues)


def _drawn_package(opened: Opened, random: Random) -> Lines:
    return package_lines(opened.case, _drawn(opened, random))


def _drawn_sheet(opened: Opened, random: Random) -> Lines:
    strengths = random.choices(list(Importance), k=6)
    return own_talk.sheet(opened.case, strengths, random.randint(0, 100), random.choices(list(asks(opened.case)), k=3))


def _drawn_places(opened: Opened, random: Random) -> Lines:
    return numbered(random.sample([issue.name for issue in opened.case.issues], 6))


def _drawn_links(opened: Opened, random: Random) -> Lines:
    """Every third pair linked in some way."""
    return [(pair, random.choice(list(LinkKind))) for pair in pairs_of_interests(opened) if not random.randrange(3)]


chance = student(
    {
        "asked": lambda opened, random: asked_lines(opened.case, random.sample(range(6), 5), random.randrange(6)),
        "claims": _any_of("claims_made", ("true", "false", "not shown")),
        "decision": lambda _, random: decision_lines(
            random.randint(30, 60), random.randint(1, 3), random.choice(["none", 1, 2, 3])
        ),
        "labels": lambda opened, random: by_issue(opened.case, random.choices(list(IssueKind), k=6)),
        "package": _drawn_package,
        "trade": lambda opened, random: trade_lines(opened.case, *random.sample(range(6), 2)),
        "steps": lambda _, random: [(f"step {step}", random.choice(list(StepKind))) for step in STEPS],
        "changes": lambda _, random: [(f"{what} {step}", random.randint(-20, 20)) for what, step in NUMBERS_OF_STEPS],
        "offer": _drawn_package,
        "remarks": _any_of("remarks_heard", ATTACK_OR_MATTER),
        "sorts": _any_of("statements", FOUR_KINDS),
        "links": _drawn_links,
        "questions": lambda _, random: zip(("first", "second"), random.sample(range(1, 13), 2), strict=True),
        "priorities": _drawn_places,
        "packages": lambda opened, random: packages_lines(opened.case, [_drawn(opened, random) for _ in range(3)]),
        "improved": _drawn_package,
        "preparation": _drawn_sheet,
        "plan": lambda opened, random: packages_lines(opened.case, [_drawn(opened, random) for _ in range(3)]),
        "transcript": lambda opened, random: own_talk.talk(own_talk.guesses(random))(opened, random),
        "scene": lambda opened, random: own_talk.talk(own_talk.guesses(random))(opened, random),
        "authored_case": lambda _, random: own_talk.own_case(
            {name: (random.choices(range(31), k=3), random.choices(range(31), k=3)) for name in own_talk.FOUR_KINDS}
        ),
    }
)
