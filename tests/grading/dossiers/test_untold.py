"""Before the due date a student sees nothing that depends on what the other side wants, however it is probed."""

import json
from collections import Counter
from dataclasses import replace
from math import log2
from types import MappingProxyType

import pytest
from biggerpie.course.new_course import exercise_names
from biggerpie.grading.dossiers.dossier import Opened, drawn_case, read_dossier, written_dossier
from biggerpie.grading.nbgrader_adapter.record import RecordedExercise
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.talks import can_be_improved

from ..simulated.chance import chance
from ..simulated.logroller import logroller
from ..simulated.one_idea import greedy, middle
from .test_attack import FEWEST_BEFORE_ASKING, is_feasible_for_the_other
from .views import recorded, shown, sorts_of, with_others

SUBMISSIONS = 10
UNREAD = "frobnicate: 5"
"""A line that no answer has: where it is all that keeps a part from its marks, a person must look at the part."""
WRITERS = MappingProxyType({"logroller": logroller, "greedy": greedy, "middle": middle, "chance": chance})


def answered(exercise: RecordedExercise, opened: Opened, writer: str, seed: str = "", line: str = "") -> dict[str, str]:
    """What a student answers who has the dossier, each with a line at its end."""
    code = json.loads(json.dumps(written_dossier(exercise.named, opened)))
    student = read_dossier(exercise.named, code)
    return {sort: f"{WRITERS[writer](student, sort, f'{writer}{seed}')}\n{line}" for sort in sorts_of(exercise)}


@pytest.mark.parametrize("name", exercise_names())
def test_the_same_answers_are_shown_alike_whatever_the_other_side_wants_within_the_dossier(name):
    """Same own side, same dossier, another possible other side: byte for byte the same."""
    exercise, told = recorded(name), 0
    for key in range(12):
        opened = drawn_case(exercise.named, f"untold {key}")
        others = [it for it in with_others(exercise.named, opened, heard=True) if markable(it)]
        for writer in WRITERS:
            answers = answered(exercise, opened, writer, line=UNREAD if key == 1 else "")
            assert len({shown(exercise, other, answers, full=False) for other in others[:3]}) == 1
            told += len({shown(exercise, other, answers, full=True) for other in others[:3]}) > 1
        if told and key >= 2:
            break
    others_matter = {"01", "02", "05", "06", "07", "08"}
    assert bool(told) == (name[:2] in others_matter), "the full diagnosis does differ, so that this test can fail"


def markable(opened: Opened) -> bool:
    """Whether the material could have come with this other side."""
    signed, log = opened.material.get("signed"), opened.material.get("log", ())
    seen = (*log[1::2], *log[6:7])
    fits = all(is_feasible_for_the_other(opened.case, offer.package) for offer in seen)
    return fits and (signed is None or can_be_improved(opened.case, signed))


def test_after_the_best_ten_submissions_as_many_profiles_remain_as_before():
    """An attacker hands in ten times, each time what splits the profiles that remain most evenly."""
    before, after = best_ten(full=False)
    assert after == before >= FEWEST_BEFORE_ASKING


@pytest.mark.long
def test_with_marks_and_findings_the_same_attacker_finds_out():
    """Otherwise the test above shows nothing."""
    assert best_ten(full=True)[1] <= 2


def best_ten(*, full: bool) -> tuple[int, int]:
    """Return how many profiles are possible before the best ten of twelve submissions, and after."""
    exercise = recorded("01-both-can-gain")
    opened = drawn_case(exercise.named, "probed")
    possible = list(with_others(exercise.named, opened, heard=False))
    possible = [replace(one, case=silenced(one, opened)) for one in possible]
    tries = [answered(exercise, opened, "chance", f" {seed}", UNREAD) for seed in range(12)]
    return len(possible), probed(exercise, possible, tries, opened, full=full)


def silenced(one: Opened, opened: Opened):
    """The case with the words of the true other side: what these say is asked, not probed."""
    own, other = one.case.parties
    true = opened.case.parties[1]
    told = replace(other, brief=true.brief, interests=true.interests, statements=true.statements)
    return replace(one.case, parties=(own, told))


def probed(exercise: RecordedExercise, possible: list[Opened], tries: list, opened: Opened, *, full: bool) -> int:
    """How many profiles remain after the best ten of the tries."""
    true = next(it for it in possible if it.case.parties[1].points == opened.case.parties[1].points)
    views = [{id(it): shown(exercise, it, answers, full=full) for it in possible} for answers in tries]
    for _ in range(SUBMISSIONS):
        best = max(views, key=lambda view: entropy(view[id(it)] for it in possible))
        possible = [it for it in possible if best[id(it)] == best[id(true)]]
        views.remove(best)
    assert true in possible
    return len(possible)


def entropy(views) -> float:
    """The bits that a submission tells."""
    counts = Counter(views).values()
    return -sum(count / sum(counts) * log2(count / sum(counts)) for count in counts)


def test_two_other_sides_of_one_dossier_differ_in_points_only():
    exercise = recorded("01-both-can-gain")
    opened = drawn_case(exercise.named, "untold 0")
    for other in with_others(exercise.named, opened, heard=True):
        assert other.case.parties[0] == opened.case.parties[0]
        assert other.case.parties[1].brief == opened.case.parties[1].brief
        assert preferences(other.case.parties[1].points) == preferences(opened.case.parties[1].points)
