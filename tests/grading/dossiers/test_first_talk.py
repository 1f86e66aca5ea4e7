"""A first talk: of two issues only something vague is said, and what was said narrows what may be wanted."""

import pytest
from biggerpie.grading.dossiers.dossier import drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.rubrics.questions import mark_questions
from biggerpie.negotiation import QuestionKind, question_bits
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.variant import profiles_after

from ..rubrics.texts import answer

NAMED = named_case("picture-book illustrator first-talk")


@pytest.fixture(params=range(6))
def opened(request):
    return drawn_case(NAMED, f"first talk {request.param}")


def test_two_issues_that_may_be_wanted_either_way_are_left_vague(opened):
    talk, said = opened.material["first_talk"], opened.case.parties[1].statements
    told = [it.answer for it in talk.case.parties[1].statements]
    assert len(talk.vague) == 2
    assert opened.case.position("fee") not in talk.vague
    for place, (first, later) in enumerate(zip(told, said, strict=True)):
        assert (first == later.answer) == (place in talk.known)
        assert ("matters" in first or "matter" in first) == (place in talk.known)


def test_how_much_the_two_matter_follows_from_what_was_said_of_the_others(opened):
    talk = opened.material["first_talk"]
    strengths = [preference.strength for preference in preferences(opened.case.parties[1].points)]
    told = [strengths[place] for place in talk.known]
    left = [one for one in strengths if told.count(one) == 0]
    assert [strengths[place] for place in talk.vague] == left


def test_a_student_reads_the_same_talk(opened):
    student = read_dossier(NAMED, written_dossier(NAMED, opened)).material["first_talk"]
    talk = opened.material["first_talk"]
    assert (student.vague, student.questions) == (talk.vague, talk.questions)
    assert [side.statements for side in student.case.parties] == [side.statements for side in talk.case.parties]


def test_what_may_still_be_wanted_is_all_that_agrees_with_what_was_said(opened):
    """Checked against every order of the weights and every end, one by one."""
    talk, other = opened.material["first_talk"], opened.case.parties[1]
    true = preferences(other.points)
    everything = profiles_after(opened.case, ())
    assert len(everything) == len(set(everything)) == 720 * 2**5
    after = set(profiles_after(opened.case, talk.known))
    assert other.points in after
    for profile in everything[::97]:
        agrees = all(preferences(profile)[place] == true[place] for place in talk.known)
        assert (profile in after) == agrees


def test_asking_for_the_two_vague_ends_earns_everything_and_for_what_is_known_nothing(opened):
    talk = opened.material["first_talk"]
    ends = {it.issues[0]: n for n, it in enumerate(talk.questions, 1) if it.kind is QuestionKind.DIRECTION}
    one, two = (ends[place] for place in talk.vague)
    first, second, _ = (n for place, n in ends.items() if place in talk.known)
    how_much = next(n for n, it in enumerate(talk.questions, 1) if (it.kind, *it.issues) == ("weight", talk.vague[0]))
    pairs = ((one, two), (one, first), (one, how_much), (first, second))
    texts = [answer(f"first: {a}\nsecond: {b}") for a, b in pairs]
    marks = [mark_questions(opened.case, talk.questions, it, "illustrator", 30, known=talk.known) for it in texts]
    assert [mark.points for mark in marks] == [30, 15, 15, 0]
    prior = profiles_after(opened.case, talk.known)
    assert question_bits(prior, [talk.questions[n - 1] for n in (one, two)]) == pytest.approx(2)
