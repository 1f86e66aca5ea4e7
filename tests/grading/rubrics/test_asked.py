"""The answer `asked`: what was asked is known, what wasn't isn't, and the vague answer has to be noticed."""

from dataclasses import replace

import pytest
from biggerpie.grading.dossiers.dossier import drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.dossiers.sentences import listed
from biggerpie.grading.dossiers.short_talk import ShortTalks
from biggerpie.grading.rubrics.asked import check_asked, mark_asked
from biggerpie.grading.rubrics.labels import LABELS, what_follows
from biggerpie.negotiation import issue_kinds
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.strength_words import languages
from biggerpie.negotiation.variants.variant import possible_profiles, with_profiles

from ..simulated.lines import asked_lines, by_issue
from .texts import answer

NAMED = named_case("picture-book illustrator short-talk")


@pytest.fixture(params=range(4))
def opened(request):
    return drawn_case(NAMED, f"short talk {request.param}")


def asking(opened, issues, again=None):
    return answer("".join(f"{key}: {value}\n" for key, value in asked_lines(opened.case, issues, again)))


def earned(opened, issues, again=None, points=10):
    return mark_asked(opened.case, opened.material["short_talk"], asking(opened, issues, again), points).points


def labelled(opened, asked):
    truth = answer("".join(f"{key}: {value}\n" for key, value in by_issue(opened.case, issue_kinds(opened.case))))
    talk = opened.material["short_talk"]
    return LABELS.mark(opened.case, opened.party, truth, 20, asked=asked, talk=talk)


def test_of_five_questions_one_finds_a_vague_answer_in_whatever_order_they_are_asked(opened):
    talk = opened.material["short_talk"]
    for order in ((0, 1, 2, 3, 4), (5, 3, 1, 4, 2)):
        turns = talk.turns(order)
        (vague,) = (place for place, turn in enumerate(turns) if not turn.clear)
        assert vague == talk.vague_at
        assert "matter" not in turns[vague].answer
        assert talk.known(order) == {*order} - {order[vague]}
        assert talk.known(order, order[vague]) == {*order}


def test_coming_back_to_the_vague_answer_earns_all_and_to_any_other_nothing(opened):
    at = opened.material["short_talk"].vague_at
    assert [earned(opened, range(5), again) for again in range(5)] == [10 * (place == at) for place in range(5)]
    assert earned(opened, range(5)) == 0
    assert earned(opened, []) == 0


def test_a_question_that_is_not_asked_costs_its_share(opened):
    at = opened.material["short_talk"].vague_at
    assert earned(opened, range(at + 1), at) == 2 * (at + 1)


@pytest.mark.parametrize("language", languages())
def test_a_case_of_ones_own_has_a_vague_answer_to_each_question_in_its_language(opened, language):
    own = replace(opened.case, language=language)
    talk = ShortTalks("first-talk-own-book.toml").drawn(own, "own")
    turns = [talk.turns([*range(first, 6), *range(first)]) for first in range(6)]
    vague = [turn.answer for said in turns for turn in said if not turn.clear]
    assert len(set(vague)) == 6
    assert set(vague) == {entry["answer"] for entry in listed("vague.toml", language)}
    assert all(
        turn.answer in [it.answer for it in own.parties[1].statements] for s in turns for turn in s if turn.clear
    )


def test_which_question_it_is_cannot_be_guessed():
    """As many variants leave each of the five vague, nearly; coming back blindly earns one in five."""
    drawn = [drawn_case(NAMED, f"which {n}").material["short_talk"].vague_at for n in range(200)]
    assert max(drawn.count(place) for place in range(5)) < 60


def test_labels_count_where_they_follow_from_what_was_told(opened):
    at = opened.material["short_talk"].vague_at
    assert labelled(opened, asking(opened, range(5), at)).points == 20
    assert labelled(opened, asking(opened, [])).points == 0
    assert labelled(opened, asking(opened, [0])).points == 0
    without = labelled(opened, asking(opened, [0, 1, 2]))
    assert without.points <= 20 / 3
    assert "follows from nothing that you heard" in " ".join(found.text for found in without.findings)


def test_what_is_said_to_follow_is_so_with_all_that_the_other_side_may_want(opened):
    """Compared with every possible other side, one by one."""
    own, other = opened.case.parties
    told, kinds = preferences(other.points), issue_kinds(opened.case)
    others = [(preferences(them), them) for them in possible_profiles(opened.case, own.points)]
    for known in ({0, 1, 2, 3, 4}, {1, 2, 3, 4, 5}, {0, 2, 4, 5}, {1, 3}, set()):
        agree = [them for said, them in others if all(said[place] == told[place] for place in known)]
        found = [issue_kinds(with_profiles(opened.case, own.points, them)) for them in agree]
        certain = {place for place, kind in enumerate(kinds) if {some[place] for some in found} == {kind}}
        assert what_follows(kinds, known) <= certain
        assert known <= certain


def test_five_wishes_tell_the_sixth_to_whoever_can_count(opened):
    own, other = opened.case.parties
    told = preferences(other.points)
    for left in range(6):
        agree = {
            preferences(them)[left]
            for them in possible_profiles(opened.case, own.points)
            if all(mine == its for n, (mine, its) in enumerate(zip(preferences(them), told, strict=True)) if n != left)
        }
        assert agree == {told[left]}


def test_a_student_hears_the_same(opened):
    student = read_dossier(NAMED, written_dossier(NAMED, opened)).material["short_talk"]
    assert student.turns((3, 1, 0, 5, 2), 1) == opened.material["short_talk"].turns((3, 1, 0, 5, 2), 1)


def test_a_check_shows_question_and_answer_and_names_what_does_not_count(opened):
    talk = opened.material["short_talk"]
    asked = answer("first: fee\nsecond: fee\nthird: rights period\nonce more: page size\nsixth: fee\nfourth: tea")
    shown = check_asked(opened.case, opened.party, asked, talk)
    assert [line.partition(":")[0] for line in shown.said] == ["Fee", "Rights period"]
    problems = " ".join(shown.unread)
    for part in ("fee is asked about twice", "that isn't page size", "'sixth' is not the number", "'tea' is not an"):
        assert part in problems
    answers = [turn.answer for turn in talk.turns([0, 5])]
    assert all(line.endswith(said) for line, said in zip(shown.said, answers, strict=True))
