"""The debrief at the table: what a talk came to, held against brute force, and what was left, asked and felt."""

import re
from itertools import pairwise

import pytest
from biggerpie.negotiation import frontier, load_case
from biggerpie.negotiation.table import counterpart_names
from biggerpie.widgets import NegotiationTable

from .agreed_table import agreed_table
from .at_the_table import ASK, HIGH, act, table


def test_the_debrief_draws_every_offer_where_the_case_has_it():
    widget = agreed_table()
    session, case = widget.session, load_case("job-offer")
    plane = widget.picture["ended"]["plane"]
    offers = [[case.payoffs(p) for m in session.said[side::2] if m.offer for p in m.offer.packages] for side in (0, 1)]
    assert [[tuple(at) for at in path["points"]] for path in plane["paths"]] == offers
    assert tuple(plane["here"]) == case.payoffs(session.agreement)
    assert [tuple(point) for point in plane["frontier"]] == [point.payoffs for point in frontier(case)]


def test_the_debrief_says_by_brute_force_how_much_more_both_could_have_had():
    widget = table(rounds=6)
    while not widget.session.ending:  # gives on the start date late, which is what Ilse wants most
        step = len(widget.said)
        act(widget, packages=[[4, 3 - min(step, 2), 4, 1, 4, min(step, 4)]])
    case, deal = load_case("job-offer"), widget.session.agreement
    you, them = case.payoffs(deal)
    more = max(min(a - you, b - them) for a, b in map(case.payoffs, case.packages()))
    assert more > 0
    assert f"at least {more} points more" in " ".join(widget.picture["ended"]["findings"])


def test_every_step_is_told_with_what_it_changed_for_both():
    widget = agreed_table()
    session, case = widget.session, load_case("job-offer")
    made = {0: [], 1: []}
    for at, message in enumerate(session.said):
        if message.offer:
            made[at % 2].append((at, case.payoffs(message.offer.packages[-1])))
    changes = sorted(
        (at, [str(at // 2 + 1), f"{after[0] - before[0]:+d}", f"{after[1] - before[1]:+d}"])
        for side in made.values()
        for (_, before), (at, after) in pairwise(side)
    )
    plain = [[row[0], *(figure.replace("\N{MINUS SIGN}", "-") for figure in row[3:])] for row in _steps(widget)]
    assert plain == [[figure.replace("+0", "0") for figure in row] for _, row in changes]


def _steps(widget: NegotiationTable) -> list[list[str]]:
    rows = widget.picture["ended"]["steps"]["rows"]
    assert isinstance(rows, list)
    return rows


def test_the_what_if_is_the_greatest_gain_at_no_own_cost_by_brute_force():
    widget = agreed_table()
    case = load_case("job-offer")
    payoffs = [case.payoffs(package) for package in case.packages()]
    gains = []
    for message in widget.session.view(0).messages(0):
        for package in message.offer.packages if message.offer else ():
            you, them = case.payoffs(package)
            gains.append(max(theirs for yours, theirs in payoffs if yours >= you) - them)
    [told] = [finding for finding in widget.picture["ended"]["findings"] if "another package" in finding]
    last = max(at for at, gain in enumerate(gains) if gain == max(gains))
    assert told.startswith(f"In round {last + 1}, ")
    assert f"and {max(gains)} more to Ilse" in told


def test_the_debrief_says_in_which_round_the_face_clouded_and_cleared():
    widget = table(rounds=6)
    for typed in ("Good morning.", "This is ridiculous.", "I'm sorry, that was unfair of me."):
        act(widget, typed=typed, packages=[HIGH])
    widget.doing = {"do": "leave"}
    told = " ".join(widget.picture["ended"]["findings"])
    assert "In round 2, Ilse's face clouded." in told
    assert "In round 3 it had cleared" in told


def test_where_no_deal_is_possible_leaving_is_called_right_and_signing_is_not():
    told = {}
    for do in ("leave", "accept"):
        widget = NegotiationTable(load_case("button-shop"), load_case("button-shop").parties[0].name, begin=False)
        widget.doing = {"do": do}
        told[do] = " ".join(widget.picture["ended"]["findings"])
    assert "Leaving was right." in told["leave"]
    assert "Leaving was right." not in told["accept"]


def test_who_signs_below_the_alternative_is_told_by_how_much():
    widget = table()
    act(widget, packages=[HIGH])
    widget.doing = {"do": "accept"}
    own = load_case("job-offer").payoffs(widget.session.agreement)[0]
    assert own < 34
    assert f"You signed {34 - own} points below your alternative" in " ".join(widget.picture["ended"]["findings"])
    assert "No package would give both of you more" not in findings(widget)


def test_what_was_asked_is_not_called_unasked():
    widget = table(rounds=6)
    widget.doing = {"do": "leave"}
    assert "You never asked what matters most. Ilse would have said: salary, start date." in findings(widget)
    widget = table(rounds=8)
    for issue in range(6):
        act(widget, says=[ASK, {"move": "ask", "aspect": "how much", "issue": issue}])
        if issue == 2:
            unfinished = list(widget.said)
    widget.doing = {"do": "leave"}
    assert "You listened well." in findings(widget)
    widget.doing = {"do": "again", "which": len(unfinished)}
    widget.doing = {"do": "leave"}
    [told] = re.findall("You never found out how much (.+) matters", findings(widget))
    assert told in {"first project", "mentoring", "notice period"}


def test_a_trade_that_was_left_is_named_and_would_bring_both_what_is_said():
    widget = table(rounds=6)
    while not widget.session.ending:
        step = len(widget.said)
        act(widget, packages=[[4, 3 - min(step, 2), 4, 1, 4, min(step, 4)]])
    case, deal = load_case("job-offer"), widget.session.agreement
    [first, *_] = re.findall(
        r"Left on the table: (.+)\. That alone .* you (\d+) more and Ilse (\d+) more", findings(widget)
    )
    options = dict(pair.split(": ") for pair in re.split(", (?=[a-z])", first[0]))
    better = case.package({**case.in_words(deal), **options})
    assert [a - b for a, b in zip(case.payoffs(better), case.payoffs(deal), strict=True)] == [
        int(first[1]),
        int(first[2]),
    ]


def test_somebody_who_came_cross_is_not_said_to_have_been_angered():
    widget = table(counterpart="touchy")
    widget.doing = {"do": "leave"}
    assert "came to the table cross already" in findings(widget)
    assert "clouded" not in findings(widget)


def findings(widget: NegotiationTable) -> str:
    return "\n".join(widget.picture["ended"]["findings"])


@pytest.mark.parametrize("counterpart", counterpart_names())
def test_a_talk_with_anybody_comes_to_an_end_and_shows_a_debrief(counterpart):
    widget = table(counterpart=counterpart, rounds=8)
    while not widget.session.ending:
        act(widget, packages=[[4, 4, max(0, 4 - len(widget.said)), 1, 4, len(widget.said) % 5]], says=[ASK])
    assert widget.picture["ended"]["findings"]
    assert widget.person["advice"]


def test_the_dance_has_every_offer_at_its_round_in_the_points_of_each_side():
    widget = agreed_table()
    session, case, ended = widget.session, load_case("job-offer"), widget.picture["ended"]
    offers = [(at, p) for at, message in enumerate(session.said) for p in message.packages]
    assert len({at % 2 for at, _ in offers}) == 2
    for side, chart in enumerate(ended["over_time"]):
        expected = [[[at // 2 + 1, case.payoffs(p)[side]] for at, p in offers if at % 2 == who] for who in (0, 1)]
        assert [line["points"] for line in chart["lines"][:2]] == expected
        for line in expected:
            assert f"from {line[0][1]} to {line[-1][1]}." in chart["summary"]
    assert [(row[0], row[3], row[4]) for row in ended["dance"]["rows"]] == [
        (str(at // 2 + 1), *map(str, case.payoffs(p))) for at, p in offers
    ]
