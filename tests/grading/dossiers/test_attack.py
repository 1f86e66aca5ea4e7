"""An attacker who knows the code, the template and every released file cannot tell what the other side wants.

The attacker has a student's dossier: own points, talks or a signed deal, and which exercise it is. What is unknown is
the secret, so the drawing cannot be repeated; the attacker keeps every profile of the other side under which the
dossier could have been drawn under some key. Asking narrows it: then the words of the answers are known, too.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from biggerpie.course.new_course import exercise_names
from biggerpie.grading.dossiers.dossier import drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.named import LINE, NamedCase, named_case
from biggerpie.grading.dossiers.places import places_for
from biggerpie.grading.dossiers.pool import key_of, seal
from biggerpie.negotiation import Case, Profile
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.talks import can_be_improved
from biggerpie.negotiation.variants.variant import possible_profiles

from ..exercises import source_of

SECRET = "0123456789abcdef" * 4
DOSSIERS = 20
FEWEST_BEFORE_ASKING = 20


@pytest.fixture(params=exercise_names())
def exercise(request) -> tuple[str, NamedCase]:
    lines = [LINE.search(source) for source in source_of(request.param)]
    return request.param, named_case(next(line for line in lines if line)["words"])


def released(exercise: tuple[str, NamedCase]) -> Iterator[tuple[Case, dict]]:
    """The true cases, which only the grader has, each with the dossier that is released."""
    name, named = exercise
    for number in range(DOSSIERS):
        opened = drawn_case(named, key_of(SECRET, name, number))
        yield opened.case, json.loads(json.dumps(written_dossier(named, opened)))


def could_be(named: NamedCase, dossier: dict, case: Case) -> bool:
    """Whether a case whose other side wants this could have come with this dossier's material."""
    student = read_dossier(named, dossier).material
    if "log" in student:
        seen = (*student["log"][1::2], student["log"][6])
        return all(is_feasible_for_the_other(case, offer.package) for offer in seen)
    if "signed" in student:
        return can_be_improved(case, student["signed"])
    return True


def is_feasible_for_the_other(case: Case, package) -> bool:
    other = case.parties[1]
    return other.payoff(package) >= other.reservation_value


def before_asking(named: NamedCase, dossier: dict) -> list[Profile]:
    case = read_dossier(named, dossier).case
    own, other = case.parties
    possible = possible_profiles(case, own.points)
    return [p for p in possible if could_be(named, dossier, replace(case, parties=(own, replace(other, points=p))))]


def test_before_asking_at_least_twenty_profiles_of_the_other_side_remain(exercise):
    for case, dossier in released(exercise):
        possible = before_asking(exercise[1], dossier)
        assert case.parties[1].points in possible, "an attacker who rules out the truth does not count"
        assert len(possible) >= FEWEST_BEFORE_ASKING


def test_even_who_has_asked_everything_mostly_does_not_know_the_points(exercise):
    counts = []
    for case, dossier in released(exercise):
        heard = preferences(case.parties[1].points)
        possible = [profile for profile in before_asking(exercise[1], dossier) if preferences(profile) == heard]
        assert case.parties[1].points in possible
        counts.append(len(possible))
    assert sum(count >= 2 for count in counts) >= 0.9 * len(counts)


def test_what_a_student_reads_of_the_other_side_holds_no_points(exercise):
    _, named = exercise
    for case, dossier in list(released(exercise))[:20]:
        student = read_dossier(named, dossier).case
        own, other = student.parties
        assert own == case.parties[0]
        assert all(worth == 0 for row in other.points for worth in row)
        assert other.statements == case.parties[1].statements
        assert (other.interests, other.brief) == (case.parties[1].interests, case.parties[1].brief)


def test_a_dossier_says_of_the_other_side_only_ends_and_strengths(exercise):
    for _, dossier in list(released(exercise))[:20]:
        assert set(dossier) <= {
            "own",
            "other",
            "log",
            "minutes",
            "signed",
            "table",
            "statements",
            "remarks_heard",
            "first_talk",
            "short_talk",
            "claims_made",
            "final_offers",
            "interests",
        }
        assert all(best in (0, 4) and strength in (0, 1, 2) for best, strength in dossier["other"])


def test_other_keys_cannot_be_found_from_the_seal_and_ids(exercise):
    """The seal and a student's number are public; the key behind them is an HMAC that no file holds."""
    name, _ = exercise
    sealed = seal(SECRET, name)
    keys = {key_of(SECRET, name, number) for number in range(100)}
    assert len(keys) == 100
    assert not any(sealed in key or key in sealed for key in keys)
    assert all(re.fullmatch(r"[0-9a-f]{64}", key) for key in keys)
    places = places_for(SECRET, name, ["bo"])
    assert places.number_of("ada") == places.number_of(" ada ")


def test_public_cases_and_other_dossiers_give_nothing_away(exercise):
    """The same own points come with different preferences of the other side, in public cases as in graded ones."""
    name, named = exercise
    mine = drawn_case(named, key_of(SECRET, name, 0)).case.parties[0].points
    possible = possible_profiles(named.template, mine)
    assert len(possible) >= 68
    assert drawn_case(named, "alone 1").case != drawn_case(named, key_of(SECRET, name, 1)).case
