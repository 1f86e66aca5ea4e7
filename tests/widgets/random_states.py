"""Widgets with pictures, and how each is moved into a random state that a learner could reach."""

import re
from collections.abc import Callable
from random import Random
from typing import Any

from biggerpie.answers.answer import LONGEST_ANSWER
from biggerpie.negotiation import Case, LinkKind, case_names, load_case, zone_of_agreement
from biggerpie.negotiation.case_text import case_text
from biggerpie.negotiation.table import transcript_json
from biggerpie.widgets import (
    BlameSpiral,
    CaseEditor,
    ConcessionDance,
    ExchangeGame,
    GroupGuess,
    HowItFeels,
    IdeaRound,
    InterestMap,
    MeetingAgain,
    NegotiationTable,
    OneOrange,
    PackageBuilder,
    PayoffExplorer,
    SignedDeal,
    TalkReplay,
    languages,
)
from biggerpie.widgets._words import spoken

NAMES = ("time", "the school gate at three", "Donaudampfschifffahrtsgesellschaftskapitän", "a word " * 11)
CASES = tuple(name for name in case_names() if len(load_case(name).parties) == 2)

SHORT = tuple(
    name for name in CASES if max(len(case_text(load_case(name, one))) for one in languages()) < LONGEST_ANSWER
)
"""What the case editor has room for, in any language."""


def any_case(random: Random) -> Case:
    return load_case(random.choice(CASES), spoken())


def explorer(random: Random) -> PayoffExplorer:
    names = ["Salary", "Days at home", "Training"][: random.randint(1, 3)]
    return PayoffExplorer(
        names, [1] * len(names), [1] * len(names), same_wish=names[2:], knobs=["importance", "alternatives"]
    )


def move_explorer(widget: PayoffExplorer, random: Random) -> None:
    widget.yours = [random.randint(0, 10) for _ in widget.issues]
    widget.theirs = [random.randint(0, 10) for _ in widget.issues]
    widget.alternatives = [random.randint(0, most) for most in widget.picture["most"]]
    widget.stop = random.randrange(len(widget.picture["frontier"]))


def builder(random: Random) -> PackageBuilder:
    case = any_case(random)
    return PackageBuilder(case, random.choice(case.parties).name, show_other=True)


def move_choices(widget: Any, random: Random) -> None:
    widget.choices = [random.randrange(len(issue["options"])) for issue in widget.issues]


def signed(random: Random) -> SignedDeal:
    case = any_case(random)
    return SignedDeal(case, random.choice(case.parties).name, {})


def move_signed(widget: SignedDeal, random: Random) -> None:
    move_choices(widget, random)
    widget.proposals = [widget.choices] if random.random() < 0.5 else []
    move_choices(widget, random)


def dance(random: Random) -> ConcessionDance:
    case = any_case(random)
    return ConcessionDance(case, case.parties[0].name, knobs=["picking", "speed"])


def move_dance(widget: ConcessionDance, random: Random) -> None:
    widget.speeds = [random.randint(0, 4), random.randint(0, 4)]
    widget.trades = [random.random() < 0.5, random.random() < 0.5]
    widget.chance = random.randint(0, 50)
    widget.shown = random.randint(1, widget.picture["offers"])


def ideas(random: Random) -> IdeaRound:
    case = any_case(random)
    while not zone_of_agreement(case):  # without one no idea has a mark
        case = any_case(random)
    return IdeaRound(case, random.choice(case.parties).name)


def move_ideas(widget: IdeaRound, random: Random) -> None:
    widget.ideas = random.randint(1, 30)
    widget.told = random.randint(0, widget.ideas)
    widget.way = random.choice(["at_once", "later"])
    widget.seed = random.randint(0, 10_000)


def move_orange(widget: OneOrange, random: Random) -> None:
    widget.heard = random.choice([[], ["you"], ["them"], ["you", "them"]])
    tenths = random.randint(0, 10)
    widget.shares = [tenths, random.randint(0, 10) if widget.heard else tenths]


def interests(random: Random) -> InterestMap:
    case = any_case(random)
    return InterestMap(case, random.choice(case.parties).name)


def move_interests(widget: InterestMap, random: Random) -> None:
    found = [f"{side}-{n}" for side, most in widget.totals.items() for n in range(random.randint(0, most))]
    placed = random.sample(found, random.randint(0, len(found)))
    pairs = [(own, other) for own in found for other in found if own.startswith("own") and other.startswith("other")]
    linked = random.sample(pairs, random.randint(0, len(pairs)))
    widget.map = {
        "found": found,
        "names": {one: random.choice(NAMES) for one in random.sample(found, random.randint(0, len(found)))},
        "places": {one: [random.random(), random.random()] for one in placed},
        "links": [{"own": own, "other": other, "kind": random.choice(list(LinkKind))} for own, other in linked],
    }


def move_case(widget: CaseEditor, random: Random) -> None:
    text = case_text(load_case(random.choice(SHORT), spoken()))
    widget.text = re.sub(r"(?m)^(reservation_value = )\d+$", lambda line: f"{line[1]}{random.randint(0, 90)}", text)
    assert widget.picture["sound"]


def move_feelings(widget: HowItFeels, random: Random) -> None:
    widget.mine, widget.theirs = ([random.randint(0, 5) for _ in side] for side in (widget.mine, widget.theirs))


def move_spiral(widget: BlameSpiral, random: Random) -> None:
    widget.persistence, widget.reactivity = random.randint(0, 100), random.randint(0, 100)
    widget.turn = random.randint(1, 20)
    widget.reframed = random.sample(range(1, 21), random.choice([0, 1, 2, 5, 20]))


def move_meeting(widget: MeetingAgain, random: Random) -> None:
    widget.again, widget.grabbed = random.randint(0, 90), random.randint(3, 8)


def move_exchange(widget: ExchangeGame, random: Random) -> None:
    widget.errors = random.randint(0, 10)
    widget.strategy = random.choice(list(widget.words["names"]))
    widget.game = random.randint(0, 100)


def talk(random: Random) -> NegotiationTable:
    case = any_case(random)
    return NegotiationTable(case, random.choice(case.parties).name, prepare=False, rounds=random.randint(1, 8))


def move_talk(widget: NegotiationTable, random: Random) -> None:
    widget.doing = {"do": "again", "which": 0}
    while not widget.session.ending:
        package = [random.randrange(len(issue["options"])) for issue in widget.issues]
        widget.draft = {"packages": [package], "says": [], "manner": ""}
        widget.doing = {"do": random.choice(["send", "send", "send", "accept"])}


def replay(random: Random) -> TalkReplay:
    widget, held = TalkReplay(), talk(random)
    move_talk(held, random)
    widget.given = transcript_json(held.transcript)
    return widget


def move_replay(widget: TalkReplay, random: Random) -> None:
    widget.at = random.randint(1, widget.picture["last"])


def move_guess(widget: GroupGuess, random: Random) -> None:
    widget.apart, widget.misheard, widget.met = random.randint(0, 30), random.randint(0, 50), random.randint(0, 3)


Maker = Callable[[Random], Any]
PICTURES: dict[str, tuple[Maker, Callable[[Any, Random], None]]] = {
    "payoff_explorer": (explorer, move_explorer),
    "package_builder": (builder, move_choices),
    "signed_deal": (signed, move_signed),
    "concession_dance": (dance, move_dance),
    "idea_round": (ideas, move_ideas),
    "one_orange": (lambda _: OneOrange(), move_orange),
    "case_editor": (lambda _: CaseEditor(), move_case),
    "how_it_feels": (lambda _: HowItFeels(), move_feelings),
    "interest_map": (interests, move_interests),
    "blame_spiral": (lambda _: BlameSpiral(), move_spiral),
    "meeting_again": (lambda _: MeetingAgain(), move_meeting),
    "exchange_game": (lambda _: ExchangeGame(), move_exchange),
    "negotiation_table": (talk, move_talk),
    "talk_replay": (replay, move_replay),
    "group_guess": (lambda _: GroupGuess(asks=True), move_guess),
}
