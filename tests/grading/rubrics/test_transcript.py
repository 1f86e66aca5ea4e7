"""The rubric `transcript`: only a real talk at the student's own table counts, and in it what was tried."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from biggerpie.grading.dossiers.at_table import AtTable
from biggerpie.grading.dossiers.dossier import drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.report.report import Tone
from biggerpie.grading.rubrics.transcript import TRANSCRIPT, check_transcript, mark_transcript
from biggerpie.grading.rubrics.tried import Tried, tried
from biggerpie.negotiation import Importance, load_case
from biggerpie.negotiation.table import Accept, Ask, Aspect, Message, Offer, Tell, counterpart_names, open_session, say
from biggerpie.negotiation.table.truth import is_true
from hypothesis import given, settings
from hypothesis import strategies as st

from ..talking import Person, held, leaves, stubborn, thorough, written_talk
from .texts import answer

NAMED = named_case("pay-rise nurse table=plain-dealer")
Forgery = Callable[[dict[str, Any]], None]


def table_of(key: str, person: str = "plain-dealer") -> AtTable:
    """The table of the student with this key."""
    return drawn_case(named_case(f"pay-rise nurse table={person}"), key).material["table"]


TABLE = table_of("ada")
TALK = held(TABLE, thorough)
TEXT = written_talk(TABLE, TALK)


def forged(change: Forgery) -> str:
    """The transcript after a change of its data."""
    data = json.loads(TEXT)
    change(data)
    return json.dumps(data)


def put(*path: Any) -> Forgery:
    """A change that puts the last of these where the others lead."""

    def change(data: Any) -> None:
        *way, last, value = path
        for step in way:
            data = data[step]
        data[last] = value

    return change


def cut(*places: Any) -> Forgery:
    """A change that takes messages out."""

    def change(data: Any) -> None:
        for place in places:
            del data["said"][place]

    return change


def yes_to_my_first_offer(data: Any) -> None:
    """The other side accepts the opening offer."""
    package = data["said"][0]["moves"][0]["packages"][0]
    data["said"] = [data["said"][0], {"moves": [{"move": "accept", "package": package}]}]


def swapped_seats(data: Any) -> None:
    data["seats"].reverse()


def test_a_thorough_talk_earns_everything_and_silence_nothing():
    assert mark_transcript(answer(TEXT), 20, TABLE).points == 20
    for person in (stubborn, leaves):
        assert mark_transcript(answer(written_talk(TABLE, held(TABLE, person))), 20, TABLE).points == 0


@pytest.mark.parametrize("person", counterpart_names())
def test_everybody_to_meet_can_be_negotiated_with_for_full_marks_or_nearly_so(person):
    for key in range(5):
        table = table_of(f"{key}", person)
        mark = mark_transcript(answer(written_talk(table, held(table, thorough))), 20, table)
        assert mark.points >= 10, mark.report()


def test_each_quarter_stands_for_one_thing_that_was_tried():
    did = tried(TALK, 0)
    assert (did.asked, did.told) == (6, 3)
    assert Tried(1, 5, 0, 9).parts == ((1, 3), (2, 2), (0, 2), (2, 2))
    asks_once = written_talk(TABLE, held(TABLE, without(thorough, lambda turn: turn > 0)))
    mark = mark_transcript(answer(asks_once), 20, TABLE)
    assert "Different questions asked: 2 of 3." in str(mark.report())
    assert "Issues on which you told what is true of your side: 1 of 2." in str(mark.report())


def without(person: Person, silent: Callable[[int], bool]) -> Person:
    """The person, but in the turns that are silent with nothing said beside an offer."""

    def reply(session: Any) -> Message:
        said = person(session)
        kept = tuple(move for move in said.moves if type(move) in (Offer, Accept))
        return Message(kept) if silent(len(session.said) // 2) else said

    return reply


def test_giving_and_getting_are_counted_as_somebody_counts_them_by_hand():
    """Two packages on the job: the candidate gives once, is answered with more, and its third offer is taken."""
    case = load_case("job-offer")
    best, given, more = (4, 4, 4, 1, 4, 0), (3, 4, 4, 1, 4, 0), (2, 4, 4, 1, 4, 0)
    session, unasked = open_session(case), open_session(case)
    for package in (best, (0, 0, 0, 1, 2, 4), given, (1, 0, 0, 1, 2, 4), more):
        asking = () if session.said else (Ask(Aspect.MOST),)
        session = say(session, Message((Offer((package,)), *asking)))
        unasked = say(unasked, Message((Offer((package,)),)))
    assert tried(session, 0) == Tried(asked=1, told=0, gave=2, got=1)
    assert tried(say(session, Message((Accept(more),))), 0) == Tried(asked=1, told=0, gave=3, got=3)
    assert tried(unasked, 0) == Tried(asked=0, told=0, gave=0, got=0)


def test_only_what_the_own_points_bear_out_was_told():
    party = TABLE.case.parties[0]
    heaviest = party.weights().index(max(party.weights()))
    best = party.points[heaviest].index(max(party.points[heaviest]))
    assert is_true(Tell(heaviest, Importance.MOST, best), party.points)
    assert not is_true(Tell(heaviest, Importance.LITTLE, best), party.points)
    assert not is_true(Tell(heaviest, Importance.MOST, 4 - best), party.points)
    assert not is_true(Tell(heaviest, wanted=2), party.points)


FORGED = {
    "another version": (put("version", 99), "version 99"),
    "another case": (put("case", "0" * 16), "of another case"),
    "another counterpart": (put("seats", 1, "counterpart", "touchy"), "'touchy'"),
    "a counterpart that nobody knows": (put("seats", 1, "counterpart", "my friend"), "'my friend'"),
    "two people": (put("seats", 1, {"party": "vet"}), "with a person"),
    "a counterpart that came late": (put("seats", 1, "since", 9), "a person sat opposite you at first"),
    "a counterpart on the student's side": (put("seats", 0, "counterpart", "plain-dealer"), "speaks for your side"),
    "another seed": (put("seats", 1, "seed", 7), "table number 7"),
    "a language that nobody speaks": (put("seats", 1, "language", "../en"), "do not speak"),
    "more rounds": (put("rounds", 13), "12 rounds"),
    "the other began": (put("first", 1), "you speak first"),
    "no rounds": (put("rounds", 0), "0 rounds"),
    "endless rounds": (put("rounds", 2**50), "cannot have"),
    "seats changed": (swapped_seats, "of another case"),
    "a message cut out": (cut(1), "message 2"),
    "a round cut out": (cut(0, 0), "message 2"),
    "the end cut off": (cut(-1), "before the talk is over"),
    "nothing said": (put("said", []), "before the talk is over"),
    "their words edited": (put("said", 1, "words", "I give you all of it."), "message 2"),
    "their offer edited": (put("said", 1, "moves", [{"move": "offer", "packages": [[4] * 6]}]), "message 2"),
    "a yes that was never said": (yes_to_my_first_offer, "message 2"),
    "a package that cannot be": (put("said", 0, "moves", 0, "packages", [[9] * 6]), "message 1"),
    "an issue that is none": (put("said", 0, "moves", 1, {"move": "ask", "aspect": "why", "issue": 9}), "message 1"),
    "a negative issue": (put("said", 0, "moves", 1, {"move": "ask", "aspect": "why", "issue": -1}), "message 1"),
    "one thing nine times": (put("said", 0, "moves", [{"move": "ask", "aspect": "most"}] * 8), "message 1"),
}
"""What is a transcript by its form, and no real talk at this table."""


@pytest.mark.parametrize(("change", "says"), FORGED.values(), ids=FORGED)
def test_a_forged_or_edited_transcript_earns_nothing_and_one_sentence(change, says):
    mark = mark_transcript(answer(forged(change)), 20, TABLE)
    assert mark.points == 0
    (finding,) = mark.findings
    assert finding.tone is Tone.LOST
    assert says in finding.text.casefold()
    assert finding.text.endswith(".")
    assert len(finding.text) <= 300
    assert check_transcript(TABLE.case, "nurse", answer(forged(change)), TABLE).report().findings == (finding,)


UNREADABLE = {
    "cut in the middle": TEXT[: len(TEXT) // 2],
    "the first line lost": TEXT.partition("\n")[2],
    "code": "__import__('os').system('touch forged')",
    "fractions": TEXT.replace('"rounds": 12', '"rounds": 12.0'),
    "a number without end": TEXT.replace('"rounds": 12', f'"rounds": {"9" * 5000}'),
    "true as a number": TEXT.replace('"rounds": 12', '"rounds": true'),
    "a field twice": TEXT.replace('"rounds": 12', '"rounds": 12, "rounds": 12'),
    "a field too many": TEXT.replace('"rounds": 12', '"rounds": 12, "points": 20'),
    "nested without end": "[" * 50_000,
    "objects without end": '{"a":' * 20_000,
    "too long": TEXT + "[" * 100_000,
    "a thousand messages": forged(lambda data: data.update(said=data["said"] * 100)),
    "an odd move": TEXT.replace('"move": "offer"', '"move": "win"', 1),
    "a list": "[]",
    "one word": "null",
    "half a letter": TEXT.replace('{"talk": "', '{"talk": "\\ud800', 1),
}
"""What cannot be read as a transcript at all."""


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_earns_one_sentence_and_waits_for_a_person(text):
    mark = mark_transcript(answer(text), 20, TABLE)
    assert mark.points == 0
    (finding,) = mark.findings
    assert finding.tone is Tone.UNREAD
    assert finding.text.endswith(".")
    assert len(finding.text) <= 300
    assert check_transcript(TABLE.case, "nurse", answer(text), TABLE).report().findings == (finding,)


def test_a_greeting_a_fence_or_a_name_around_a_pasted_talk_costs_nothing():
    for text in (f"transcript = {TEXT}", f"Here is my talk:\n\n{TEXT}\nBest wishes", f"```json\n{TEXT}\n```"):
        assert mark_transcript(answer(text), 20, TABLE).points == mark_transcript(answer(TEXT), 20, TABLE).points > 0


def test_a_classmates_talk_does_not_count_even_with_the_own_seed_written_over_it():
    for key in ("bo", "chi", "dee"):
        theirs = table_of(key)
        text = written_talk(theirs, held(theirs, thorough))
        assert f"yours is number {TABLE.seed}" in str(mark_transcript(answer(text), 20, TABLE).report())
        copied = text.replace(f'"seed": {theirs.seed}', f'"seed": {TABLE.seed}')
        assert mark_transcript(answer(copied), 20, TABLE).points == 0


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_changed_in_what_the_counterpart_says_is_found(data):
    changed = json.loads(TEXT)
    place = data.draw(st.integers(0, len(TALK.said) // 2 - 1)) * 2 + 1
    text = json.dumps(changed["said"][place])
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from('09ae"},: '))
    edited = text[:at] + letter + text[at + 1 :]
    whole = json.dumps(changed).replace(text, edited, 1)
    try:
        same = json.loads(whole) == changed
    except ValueError:
        same = False
    assert (mark_transcript(answer(whole), 20, TABLE).points > 0) == same


def test_a_talk_in_a_language_that_the_counterpart_speaks_counts():
    text = written_talk(TABLE, held(TABLE, thorough, "de"), "de")
    assert mark_transcript(answer(text), 20, TABLE).points == 20


def test_remarks_above_a_talk_and_signs_that_cannot_be_seen_around_it_do_no_harm():
    for text in (f"# Paste it here.\n\n{TEXT}\n\n", f"\ufeff{TEXT}\u00a0", TEXT.replace("\n", "\r\n")):
        assert mark_transcript(answer(text), 20, TABLE).points == 20


def test_a_cell_without_a_talk_says_what_to_do_and_does_not_wait():
    for text in (None, "", " \n", "# nothing yet"):
        mark = mark_transcript(answer(text), 20, TABLE)
        assert [finding.tone for finding in mark.findings] == [Tone.LOST]
        assert "no talk stands here yet" in str(mark.report()).casefold()


def test_the_student_has_the_table_that_the_grader_plays_again():
    opened = drawn_case(NAMED, "ada")
    student = read_dossier(NAMED, json.loads(json.dumps(written_dossier(NAMED, opened))))
    assert student.material["table"] == opened.material["table"]
    told = TRANSCRIPT.mark(opened.case, "nurse", answer(TEXT), 20, table=student.material["table"])
    assert told == TRANSCRIPT.mark(opened.case, "nurse", answer(TEXT), 20, table=opened.material["table"])


def test_a_table_tells_nothing_of_the_other_side_by_which_answers_are_marked():
    """Whatever the hidden other side wants, the counterpart at the table wants the same."""
    opened = drawn_case(NAMED, "ada")
    own, other = opened.case.parties
    sort = NAMED.material()["table"]
    seen = {
        repr(sort.code(sort.drawn(replace(opened.case, parties=(own, replace(other, points=points))), "ada")))
        for points in [own.points, own.points[::-1], other.points]
    }
    assert len(seen) == 1


def test_tables_meet_many_other_sides_and_the_hidden_one_only_by_chance():
    drawn = [drawn_case(NAMED, f"key {number}") for number in range(60)]
    same = sum(one.case.parties[1].points == one.material["table"].case.parties[1].points for one in drawn)
    assert same <= 5, "of 68 to 163 possible sets one in a hundred meets by chance"
    assert len({one.material["table"].seed for one in drawn}) == len(drawn)
