"""Lesson 2: every figure that its text and its bets state is what the model computes."""

import json
import re
from itertools import pairwise
from statistics import mean

from biggerpie.negotiation import (
    GENEROUS,
    TIT_FOR_TAT,
    TIT_FOR_TWO_TATS,
    Case,
    Picking,
    Tactic,
    dance,
    expected_exchange_points,
    frontier,
    load_case,
    mean_exchange_points,
    play_exchange,
    step_kind,
)

from tools.canonical import ROOT

LESSON = ROOT / "lessons" / "02-concessions-and-reciprocity.ipynb"


def text() -> str:
    """All that a learner reads between the simulations."""
    cells = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def deal(case: Case, picking: tuple[Picking, Picking], speeds: tuple[float, float] = (1, 1), seed: int = 0):
    """The payoffs of the package on which a dance of twenty rounds ends."""
    first, second = (Tactic(speed, how) for speed, how in zip(speeds, picking, strict=True))
    agreement = dance(case, (first, second), 20, seed).agreement
    assert agreement is not None
    return case.payoffs(agreement)


def test_what_is_conceded_creates_and_how_fast_divides_as_the_text_says():
    job, said = load_case("job-offer"), text()
    at_random, trades = (Picking.RANDOM,) * 2, (Picking.TRADE,) * 2
    together = mean(sum(deal(job, at_random, seed=seed)) for seed in range(200))
    assert f"{together:.0f} points together with any package, {sum(deal(job, trades))} with trades" in said
    even, uneven = deal(job, trades), deal(job, trades, (0.5, 2))
    assert f"{even[0]} to {even[1]} when both go evenly, {uneven[0]} to {uneven[1]} when you go late" in said
    you, them = deal(job, trades, (0.25, 4))
    assert f"you get {you} and she {them}" in said
    assert f"That is {you + them} together" in said


def test_far_out_on_the_line_a_point_for_one_costs_the_other_more_than_a_point():
    line = [point.payoffs for point in frontier(load_case("job-offer")) if point.payoffs[0] >= 92]
    assert len(line) > 2
    for (richer, poorer), (less, more) in pairwise(line):
        assert abs(more - poorer) > abs(richer - less)


def test_one_side_that_looks_for_trades_is_enough():
    job = load_case("job-offer")
    reached = {sum(deal(job, (Picking.TRADE, Picking.RANDOM), seed=seed)) for seed in range(60)}
    assert reached == {144}
    assert "it is 144 already" in text()


def test_the_worked_example_is_counted_from_the_case():
    job, said = load_case("job-offer"), text()
    noa, ilse = job.parties
    rows = {}
    for step, issue, before, after, giver in (
        ("one more day at home", "days at home", "2 days", "3 days", ilse),
        ("begin a fortnight earlier", "start date", "15 April", "1 April", noa),
        ("one step less salary", "salary", "58,000", "56,000", noa),
    ):
        place = [one.name for one in job.issues].index(issue)
        old, new = (job.issues[place].options.index(option) for option in (before, after))
        other = noa if giver is ilse else ilse
        cost = giver.points[place][old] - giver.points[place][new]
        gift = other.points[place][new] - other.points[place][old]
        rows[step] = (cost, gift)
        assert f"| {step} | {'Ilse' if giver is ilse else 'Noa'} | {cost} | {gift} |" in said
        assert step_kind(-cost, gift).value == "concession"
    day, fortnight, salary = rows.values()
    assert f"together they are {day[1] - day[0] + fortnight[1] - fortnight[0]} points better off" in said
    assert f"together they are only {day[1] - day[0] + salary[1] - salary[0]} points better off" in said


def test_the_figures_of_the_exchange_game_are_exact():
    said = text()
    for name, rule in (("tit-for-tat", TIT_FOR_TAT), ("generous", GENEROUS), ("two tats", TIT_FOR_TWO_TATS)):
        points = expected_exchange_points(rule, rule, 200, 0.05)[0]
        assert f"| {name} | {points:.2f} |" in said
        assert expected_exchange_points(rule, rule, 200, 0)[0] == 2


def test_the_clock_brings_a_side_down_by_the_points_that_the_text_names():
    job, tactic = load_case("job-offer"), Tactic(1, Picking.RANDOM)
    log = dance(job, (tactic, tactic), 20, seed=20).log
    first, second, third = (job.parties[0].payoff(offer.package) for offer in log[:6:2])
    assert f"first {first} points, then {second}, then {third}" in text()


def test_the_talks_of_the_practice_are_lawful_and_their_last_step_gives_way():
    cells = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if "NextOfferTable(" in "".join(cell["source"])]
    found = [re.findall(r'\("(\w+)", \((\d), (\d), (\d), (\d), (\d), (\d)\)\)', source) for source in sources]
    assert [len(talk) for talk in found] == [4, 4]
    for name, talk in zip(("four-hens", "job-offer"), found, strict=True):
        case = load_case(name)
        packages = [tuple(map(int, options)) for _, *options in talk]
        learner = case.party(talk[0][0])
        assert learner.payoff(packages[3]) > learner.payoff(packages[1])


def test_the_table_of_steps_is_the_cases_own(job_offer: Case):
    said = dict(re.findall(r"^\| (.+?) \| (\d+, \w.*? \| \d+), ", text(), re.MULTILINE))
    for position, issue in enumerate(job_offer.issues):
        steps = [{abs(b - a) for a, b in pairwise(party.points[position])} for party in job_offer.parties]
        if issue.name == "first project":
            assert {row.index(max(row)) for row in (p.points[position] for p in job_offer.parties)} == {
                issue.options.index("night steering")
            }
        else:
            assert [{int(number)} for number in re.findall(r"\d+", said[issue.name])] == steps


def test_who_keeps_and_gives_in_turn_comes_out_ahead_of_mild_rules_but_not_of_tit_for_tat():
    turns = [number % 2 == 1 for number in range(200)]
    for rule, ahead in ((TIT_FOR_TAT, False), (GENEROUS, True), (TIT_FOR_TWO_TATS, True)):
        cheat, other = mean_exchange_points(play_exchange(turns, rule, 200, 0, 1))
        assert (cheat > other + 0.1) == ahead


def test_a_quarrel_with_tit_for_tat_ends_when_one_gives_once_while_it_still_keeps():
    played = play_exchange([True, False, False, True, True], TIT_FOR_TAT, 5, 0, 1)
    assert played[3] == (True, False)
    assert played[4] == (True, True)
