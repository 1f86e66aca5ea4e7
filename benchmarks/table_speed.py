"""How fast a counterpart answers: one whole reply on a million packages, and sessions a second beside negmas."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from random import Random
from statistics import median
from time import process_time
from typing import Any

from biggerpie.negotiation import Case, Issue, Party, load_case
from biggerpie.negotiation.table import Counterpart, meet, open_session, say, talk_between
from biggerpie.negotiation.table.parts.frequency import SmoothedFrequency
from biggerpie.negotiation.table.parts.habit import Habit
from biggerpie.negotiation.table.parts.levels import Clock, Mirror
from biggerpie.negotiation.table.parts.picking import Anything, Guessing, Picking

CASE = load_case("job-offer")
ROUNDS = 100
SESSIONS = 20


def million() -> Case:
    """Return a case of six issues of ten options, with points drawn at random, the same each time."""
    draw = Random(6)
    issues = tuple(Issue(f"issue {n}", "", tuple(f"option {k}" for k in range(10))) for n in range(6))
    sides = [tuple(tuple(draw.randint(0, 100) for _ in range(10)) for _ in issues) for _ in range(2)]
    return Case("a million", "", issues, tuple(Party(n, "", "", "", 200, p) for n, p in zip("ab", sides, strict=True)))


def reply_ms() -> float:
    """Return the median time that the processor takes for a whole reply, words included, in milliseconds."""
    case, times = million(), []
    for seed in range(5):
        session, sides = open_session(case, 12), (meet("plain-dealer", seed), meet("plain-dealer", seed + 9))
        while not session.ending:
            start = process_time()
            message = sides[session.turn].reply(session.view(session.turn))
            times.append((process_time() - start) * 1e3)
            session = say(session, message)
    print(f"\na whole reply on 10^6 packages: {median(times):.2f} ms (median of {len(times)})")
    return median(times)


def clock_follower(picking: Picking, seed: int) -> Counterpart:
    """Return somebody who follows the clock alone and picks like this."""
    return Counterpart(Habit("timed", Clock(0, 2), Mirror(unasked=1_000), picking, questions=()), seed, silent=True)


def faster_than_negmas() -> float | None:
    """Return by how many times more sessions a second we end than negmas does; None where it is not installed.

    Both sides follow the clock, offer any package at their level and model nobody, as negmas' aspiration negotiators
    do; beside it stands the speed of two who guess by frequency. All are timed by turns, and in the time of the
    processor, because other work on the machine slows them.
    """
    if find_spec("negmas") is None:
        print("negmas is not installed; install it to compare the speeds")
        return None
    pickings = {"any package": Anything(), "guessing by frequency": Guessing(SmoothedFrequency())}
    times: dict[str, list[float]] = {name: [] for name in (*pickings, "negmas")}
    for seed in range(SESSIONS):
        times["negmas"].append(_seconds(_negmas_talk))
        for name, picking in pickings.items():
            times[name].append(_seconds(lambda seed=seed, picking=picking: _talk(picking, seed)))
    speeds = {name: 1 / median(found) for name, found in times.items()}
    shown = ", ".join(f"{name} {speed:.1f}" for name, speed in speeds.items())
    print(f"sessions a second on the job offer, {ROUNDS} rounds: {shown}")
    return speeds["any package"] / speeds["negmas"]


def _talk(picking: Picking, seed: int) -> None:
    assert talk_between(
        CASE, (clock_follower(picking, seed), clock_follower(picking, -seed - 1)), ROUNDS, seed % 2
    ).agreement


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _negmas_talk() -> None:
    """Let two of negmas' aspiration negotiators, which follow the clock and model nobody, talk to the end."""
    sao: Any = import_module("negmas.sao")
    preferences: Any = import_module("negmas.preferences")
    make_issue: Any = import_module("negmas.outcomes").make_issue
    mechanism = sao.SAOMechanism(issues=[make_issue(list(i.options), name=i.name) for i in CASE.issues], n_steps=ROUNDS)
    for party in CASE.parties:
        rows = zip(CASE.issues, party.points, strict=True)
        utility = preferences.LinearAdditiveUtilityFunction(
            {issue.name: dict(zip(issue.options, row, strict=True)) for issue, row in rows},
            reserved_value=party.reservation_value,
            outcome_space=mechanism.outcome_space,
        )
        mechanism.add(sao.AspirationNegotiator(), ufun=utility)
    mechanism.run()
    assert mechanism.agreement
