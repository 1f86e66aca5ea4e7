"""The interest map without a browser: what it says and what it refuses."""

import json
import time

import pytest
import traitlets
from biggerpie.negotiation import Case, LinkKind, interest_links, load_case
from biggerpie.widgets import InterestMap
from biggerpie.widgets.interest_map.link_check import check_links

from ..negotiation.brute_force import all_payoffs
from .states.interest_map import ALL, fresh_map, linked_map

RIGHT = [
    {"own": "own-0", "other": "other-0", "kind": "different"},
    {"own": "own-1", "other": "other-1", "kind": "opposed"},
    {"own": "own-2", "other": "other-0", "kind": "shared"},
    {"own": "own-2", "other": "other-2", "kind": "shared"},
]


def with_map(**parts) -> dict:
    return {"found": ALL, "names": {}, "places": {}, "links": [], **parts}


def test_each_answer_widens_what_can_be_agreed(job_offer: Case):
    widget = fresh_map()
    widget.map = with_map(found=ALL)
    sizes = [int(row[1].replace("\N{NARROW NO-BREAK SPACE}", "")) for row in widget.picture["table"]["rows"]]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (5, job_offer.size)


def test_the_summarys_figures_are_those_of_all_packages(job_offer: Case):
    widget = fresh_map()
    assert "a single line of 5 packages" in widget.picture["summary"]
    assert "together: 128 points" in widget.picture["summary"]
    widget.map = with_map()
    payoffs = all_payoffs(job_offer).values()
    better = sum(you > 64 and they > 62 for you, they in payoffs)
    most = max(map(sum, payoffs))
    assert f"halfway between the positions: {better}." in widget.picture["summary"]
    assert f"together: {most} points; the positions alone offered 128" in widget.picture["summary"]
    assert widget.picture["middle"] == [64, 62]
    assert sum(widget.picture["here"]) == most


def test_the_other_side_sees_the_same_plane_from_its_own_side(job_offer: Case):
    ours, theirs = fresh_map(), InterestMap(job_offer, "employer")
    assert theirs.picture["middle"] == ours.picture["middle"][::-1]
    assert theirs.picture["sides"]["own"]["demand"] == ours.picture["sides"]["other"]["demand"]
    assert "salary 52,000" in theirs.picture["sides"]["own"]["demand"]


def test_an_interest_is_sent_to_the_browser_only_once_it_is_found(job_offer: Case):
    widget = fresh_map()
    widget.map = with_map(found=["other-0"])
    sent = json.dumps(widget.picture)
    assert job_offer.parties[1].interests[0].because in sent
    assert job_offer.parties[1].interests[1].statement not in sent
    assert job_offer.parties[0].interests[0].statement not in sent


def test_the_text_of_the_map_has_the_learners_names_and_links():
    text = linked_map().picture["text"]
    assert "- the school gate at three" in text
    assert "Elm Quay in March”: different" in text
    assert linked_map().picture["labels"]["own-0"].startswith("Your interest: the school gate at three. different with")


def test_links_are_checked_only_when_every_answer_was_heard():
    widget = fresh_map()
    widget.map = with_map(found=ALL[:-1])
    with pytest.raises(traitlets.TraitError, match="every answer"):
        widget.checks = 1
    widget.map = with_map()
    with pytest.raises(traitlets.TraitError, match="one time after the other"):
        widget.checks = 2
    widget.checks = 1


def test_the_first_diagnosis_names_the_issue_and_the_second_the_pair_too():
    widget = linked_map()
    [attempt] = widget.attempts
    assert "1 right, 2 wrong, 2 missing" in attempt["sentence"]
    assert attempt["findings"][-1] == "A link is missing. Look at: mentoring."
    widget.checks = 2
    assert "“to do something I have not done before" in widget.attempts[1]["findings"][-1]
    assert "mentoring" in widget.attempts[1]["findings"][-1]


@pytest.mark.parametrize(("links", "marks"), [(RIGHT, 4), (RIGHT[:3], 3), ([], 0)])
def test_right_links_are_marked_and_each_named_with_its_issue(links, marks):
    widget = fresh_map()
    widget.map = with_map(links=links)
    widget.checks = 1
    [attempt] = widget.attempts
    assert attempt["sentence"].endswith(f"{marks} of 4.")
    issues = ["days at home", "salary", "first project", "mentoring"]
    assert [issue in finding for issue, finding in zip(issues, attempt["findings"], strict=True)] == [True] * 4


@pytest.mark.parametrize("kind", LinkKind)
@pytest.mark.parametrize(("case", "party"), [("job-offer", "candidate"), ("attic-flat", "mapmaker")])
def test_linking_everything_earns_nothing(case, party, kind):
    found = load_case(case)
    check = check_links(found, party, dict.fromkeys(interest_links(found, party), kind))
    assert check.right
    assert check.marks == 0


def test_a_check_sorts_every_pair_into_just_one_place(job_offer: Case):
    there = {pair for pair, links in interest_links(job_offer, "candidate").items() if links}
    drawn = {(0, 0): LinkKind.SHARED, (1, 1): LinkKind.OPPOSED, (0, 1): LinkKind.DIFFERENT}
    check = check_links(job_offer, "candidate", drawn)
    assert (set(check.other_kind), set(check.right), set(check.unfounded)) == ({(0, 0)}, {(1, 1)}, {(0, 1)})
    assert set(check.missing) == there - set(drawn)
    assert check.total == len(there)


HOSTILE = {
    "nothing": None,
    "a list": [],
    "other keys": {**with_map(), "more": 1},
    "a key less": {"found": []},
    "an unknown id": with_map(found=["own-0", "own-7"]),
    "a side that is not there": with_map(found=["mine-0"]),
    "an id that is no text": with_map(found=[["own-0"]]),
    "an id twice": with_map(found=["own-0", "own-0"]),
    "an answer before its turn": with_map(found=["own-1"]),
    "a huge list": with_map(found=["own-0"] * 100_000),
    "a name for nobody": with_map(found=[], names={"own-0": "x"}),
    "a long name": with_map(names={"own-0": "x" * 81}),
    "an empty name": with_map(names={"own-0": " "}),
    "a name with a line break": with_map(names={"own-0": "a\nb"}),
    "half a character": with_map(names={"own-0": "\ud800"}),
    "a number for a name": with_map(names={"own-0": 5}),
    "a place that is no number": with_map(places={"own-0": [float("nan"), 0]}),
    "an endless place": with_map(places={"own-0": [float("inf"), 0]}),
    "a place outside": with_map(places={"own-0": [1.01, 0]}),
    "an enormous place": with_map(places={"own-0": [10**400, 0]}),
    "a place of text": with_map(places={"own-0": ["0", "0"]}),
    "a place that is a truth": with_map(places={"own-0": [True, 0]}),
    "a place of three numbers": with_map(places={"own-0": [0, 0, 0]}),
    "a link between own interests": with_map(links=[{"own": "own-0", "other": "own-1", "kind": "shared"}]),
    "a link to nobody": with_map(found=["own-0"], links=[{"own": "own-0", "other": "other-0", "kind": "shared"}]),
    "a link of an unknown kind": with_map(links=[{**RIGHT[0], "kind": "close"}]),
    "a link whose kind is a list": with_map(links=[{**RIGHT[0], "kind": []}]),
    "a link with more to it": with_map(links=[{**RIGHT[0], "why": "x"}]),
    "a pair linked twice": with_map(links=[RIGHT[0], {**RIGHT[0], "kind": "shared"}]),
    "links that are no list": with_map(links={"own": 1}),
    "a huge list of links": with_map(links=[RIGHT[0]] * 100_000),
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_map_that_is_none_is_refused_and_the_old_one_stays(value):
    widget = linked_map()
    before = json.dumps(widget.map)
    with pytest.raises(traitlets.TraitError):
        widget.map = value
    assert json.dumps(widget.map) == before


def test_a_move_is_drawn_again_at_once():
    widget = linked_map()
    times = []
    for step in range(9):
        began = time.perf_counter()
        widget.map = {**widget.map, "places": {"own-0": [step / 10, 0.5]}}
        times.append(time.perf_counter() - began)
    assert sorted(times)[4] < 0.1
