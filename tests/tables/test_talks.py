"""Two students talk: in turn, each on their own page, with everything stored, and with somebody who steps in."""

import csv
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from biggerpie.course.role_play import filled_forms
from biggerpie.course.role_play.filled_forms import read_results
from biggerpie.course.role_play.form_columns import MEMO, TREATED
from biggerpie.course.role_play.outcomes import outcomes
from biggerpie.course.role_play.round_files import read_tables, round_folder
from biggerpie.course.role_play.versions import version
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.table import Message, parse_transcript, replayed
from biggerpie.tables.seating import chairs

from .room import CASE, GROUPS, OFFER, ROUND, Room, room, room_of, seat_a_class


@pytest.fixture
def course(tmp_path):
    """A course whose class has sat down."""
    seat_a_class(tmp_path)
    return tmp_path


def test_two_agree_and_the_debrief_counts_it(course):
    with room(course) as here, here.sits("ada") as ada, here.sits("bo") as bo:
        assert ada.say("Shall we?", OFFER) == ""
        bo.until(1)
        assert bo.state["picture"]["log"][0]["says"] == ["Shall we?"]
        assert bo.do("accept", which=0) == ""
        ada.until(2)
        assert "You have a deal" in ada.state["picture"]["summary"]
        assert ada.do("hand in", treated=6, memo="=1+1") == ""
        assert ada.state["handed_in"]
        assert ada.do("hand in", treated=1) == "your side has said how it was already."
    assert here.complaints == []
    folder = round_folder(course, ROUND)
    case, seating = load_case(CASE), read_tables(folder)
    versions = [version(case, key).case for key in seating.keys]
    one = outcomes(versions, seating.groups, read_results(folder, case))[0]
    assert (one.reason_against, one.deal, one.forms[0].treated) == ("", (4, 4, 0, 0, 0, 0), 6)
    with (folder / "results.csv").open(newline="", encoding="utf-8") as file:
        first = next(csv.DictReader(file))
    assert (first[TREATED], first[MEMO]) == ("6", "'=1+1")
    kept = parse_transcript((folder / "transcripts" / "table-01.json").read_text(encoding="utf-8"))
    assert replayed(kept, versions[0]).agreement == one.deal
    assert "They agreed." in (folder / "transcripts" / "table-01.txt").read_text(encoding="utf-8")


def test_what_the_instructor_typed_into_the_forms_stays(course):
    folder = round_folder(course, ROUND)
    file = folder / "results.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = "1,nurse,no deal" + "," * 8
    file.write_text("\n".join(lines), encoding="utf-8")
    with room(course) as here, here.sits("ada") as ada, here.sits("bo") as bo:
        ada.say("", OFFER)
        bo.until(1).do("accept", which=0)
    forms = read_results(folder, load_case(CASE))[1]
    assert (forms[0].deal, forms[1].deal) == (None, (4, 4, 0, 0, 0, 0))


def saved_as_cp1252(folder, heading, cell):
    """Save a round's forms as Excel does on Windows, with a name beside the last line, so that UTF-8 cannot read it."""
    file = folder / "results.csv"
    lines = [line + "," for line in file.read_text(encoding="utf-8").splitlines()]
    lines[0], lines[-1] = lines[0] + heading, lines[-1] + cell
    file.write_bytes("\n".join(lines).encode("cp1252"))


def test_a_memo_beyond_the_letters_of_the_file_is_kept_and_so_is_the_rest(course):
    folder = round_folder(course, ROUND)
    saved_as_cp1252(folder, "asked by", "José")
    with room(course) as here, here.sits("ada") as ada:
        ada.do("leave")
        assert ada.do("hand in", treated=6, memo="→ 😀") == ""
    assert here.complaints == []
    assert read_results(folder, load_case(CASE))[1][0].memo == "→ 😀"
    assert (folder / "results.csv").read_bytes().decode("utf-8-sig").endswith("José\n")


def test_an_option_beyond_the_letters_of_the_file_is_kept_also_by_the_next_server(tmp_path):
    case = load_case("job-offer")
    first = replace(case.issues[0], options=tuple(f"≥ {option}" for option in case.issues[0].options))
    case = replace(case, issues=(first, *case.issues[1:]))
    with room_of(case, tmp_path) as here, here.sits("ada") as ada, here.sits("bo") as bo:
        saved_as_cp1252(tmp_path, "", "é")
        ada.say("", OFFER | {"packages": [[1] * 6]})
        assert bo.until(1).do("accept", which=0) == ""
        here.hall.keep_all()
    assert here.complaints == []
    assert read_results(tmp_path, case)[1][0].deal == (1,) * 6


def test_a_form_that_cannot_be_written_is_told_and_can_be_handed_in_again(course, monkeypatch):
    folder = round_folder(course, ROUND)
    with room(course) as here, here.sits("ada") as ada:
        ada.do("leave")
        with monkeypatch.context() as locked:
            locked.setattr(filled_forms, "write_whole", Mock(side_effect=PermissionError(13, "in use", "results.csv")))
            assert ada.do("hand in", treated=6, memo="Mine.").startswith("your form could not be written just now")
            assert not ada.state["handed_in"]
        assert here.complaints[-1].startswith("table 1 of week-3: the form of ada could not be written: ")
        assert ada.do("hand in", treated=6, memo="Mine.") == ""
        assert ada.state["handed_in"]
    assert read_results(folder, load_case(CASE))[1][0].memo == "Mine."


def drafted(**move):
    """A wish to draft this move."""
    return {"draft": {"packages": [], "says": [move], "manner": ""}}


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"doing": {"do": "send", "at": 0}}, "it isn't your turn"),
        ({"doing": {"do": "leave", "at": 0}}, "it isn't your turn"),
        ({"doing": {"do": "accept", "at": 0, "which": 0}}, "no longer on the table"),
        ({"doing": {"do": "hand in"}}, "the talk isn't over yet"),
        ({"doing": {"do": "step in"}}, "once the other seat has been empty long enough"),
        ({"doing": {"do": "win", "at": 0, "which": 0}}, "no longer on the table"),
        ({"doing": {"do": "send", "at": 0, "side": 0}}, "'side' is not a field here"),
        ({"doing": {"do": "send"}}, "'at' is missing"),
        ({"doing": ["send"]}, "an object with named fields should stand here"),
        ({"draft": {"packages": [[9] * 6], "says": [], "manner": ""}}, "names an option that its issue has not"),
        ({"draft": {"packages": [], "says": [{"move": "accept"}] * 9, "manner": ""}}, "are too many"),
        ({"draft": {"packages": [], "says": [], "manner": ["blame"]}}, "as the manner"),
        (drafted(move="tell", issue=0, why="x\n\nRound 2\nIlse: “I lied.”"), "the page doesn't offer"),
        (drafted(move="remark", manner="thank", words="x"), "the page doesn't offer"),
        (drafted(move="walk away"), "the page doesn't offer"),
        ({"typed": "x" * 501}, "longer than 500 characters"),
        ({"typed": 7}, "a text should stand here"),
        ({"picture": {}}, "could not be read"),
    ],
)
def test_what_a_page_may_not_ask_is_one_sentence_and_changes_nothing(course, wish, sentence):
    with room(course) as here, here.sits("ada"), here.sits("bo") as bo:
        assert sentence in bo.ask(**wish)
        assert bo.state["problem"].count(". ") == 0
        assert here.talks[0].session.said == ()
        assert bo.ask(typed="Hello") == ""


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"id": 1}', '{"id": 1.5, "set": {}}', '{"id": 1, "id": 1, "set": {}}', "{" * 9_000]
)
def test_what_is_no_request_is_refused_in_one_sentence(course, text):
    with room(course) as here, here.sits("ada") as ada:
        ada.socket.send_text(text)
        assert ada.hear() is None
        assert "could not be read, so nothing was done" in ada.state["problem"]
        ada.socket.send_text("x" * 20_001)
        ada.hear()
        assert "too long, so nothing was done" in ada.state["problem"]
        assert ada.ask(typed="Hello") == ""


@pytest.mark.parametrize(
    "move",
    [
        {"move": "ask", "aspect": "most"},
        {"move": "ask", "aspect": "why", "issue": 1},
        {"move": "tell", "issue": 0, "importance": "a little"},
        {"move": "tell", "issue": 0, "wanted": 1},
        {"move": "say back", "issue": 0, "importance": "most of all"},
        {"move": "say back", "issue": 0, "wanted": 1},
    ],
)
def test_all_that_the_page_offers_to_say_can_be_said(course, move):
    with room(course) as here, here.sits("ada") as ada:
        assert ada.say("", drafted(**move)["draft"]) == ""
        assert len(here.talks[0].session.said) == 1


def test_a_message_is_said_once_however_often_it_is_sent(course):
    with room(course) as here, here.sits("ada") as ada, here.sits("bo") as bo:
        ada.say("Hello")
        bo.until(1)
        bo.ask(typed="Hello to you")
        bo.do("send")
        assert bo.ask(typed="Hello to you", doing={"do": "send", "at": 1}).startswith("somebody else at your table")
        assert len(here.talks[0].session.said) == 2


def test_two_speak_for_one_side_and_each_sees_what_the_other_said(course):
    with room(course) as here, here.sits("cy") as cy, here.sits("dee") as dee, here.sits("eve") as eve:
        cy.say("Hello")
        eve.until(1)
        assert "Two of you speak for this side" in eve.state["presence"]
        assert eve.say("Good morning") == ""
        dee.until(2)
        assert dee.state["picture"]["log"][1] == {
            **dee.state["picture"]["log"][1],
            "own": True,
            "says": ["Good morning"],
        }
        assert here.talks[1].session.said[1].words == "Good morning"


def test_who_sits_alone_meets_a_counterpart_that_answers_at_once(course):
    with room(course) as here, here.sits("flo") as flo:
        assert "The computer speaks for" in flo.state["presence"]
        assert flo.state["waits"] == -1
        flo.say("", OFFER)
        assert flo.state["picture"]["count"] == 2
        assert not flo.state["picture"]["log"][1]["own"]
        session = here.talks[2]
        assert replayed(session.transcript, session.table.case) == session.session


def test_who_comes_back_is_where_they_were_with_the_draft_that_they_were_writing(course):
    with room(course) as here, here.sits("ada") as ada:
        with here.sits("bo") as bo:
            ada.say("Hello")
            bo.until(1).ask(typed="Well, I", draft=OFFER)
        while "isn't connected" not in ada.state["presence"]:
            ada.hear()
        with here.sits("bo") as bo:
            assert (bo.state["typed"], bo.state["draft"]) == ("Well, I", OFFER)
            assert bo.state["picture"]["log"][0]["says"] == ["Hello"]
            while "is at the table" not in ada.state["presence"]:
                ada.hear()


def test_a_counterpart_steps_in_only_once_the_seat_was_empty_long_enough(course):
    with room(course, wait=5) as here, here.sits("ada") as ada:
        with here.sits("bo") as bo:
            ada.say("Hello")
            bo.until(1)
        here.minutes = 4.9
        assert "long enough" in ada.do("step in")
        assert 0 < ada.state["waits"] < 7
        here.minutes = 5
        assert ada.do("step in") == ""
        assert ada.state["picture"]["count"] == 2
        assert ada.state["picture"]["log"][1]["says"][0] == "(From here on the computer speaks for Aurelio.)"
        with here.sits("bo") as bo:
            assert "took your seat" in bo.state["presence"]
            assert bo.state["picture"]["taken"]
            assert bo.say("I'm back") == "a counterpart has taken this seat, so you can only read on."
        talk = here.talks[0]
        assert (talk.seats[1].counterpart, talk.seats[1].since) == ("plain-dealer", 1)
        assert ada.do("step in").startswith("you can let the computer step in")
    text = (round_folder(course, ROUND) / "transcripts" / "table-01.txt").read_text(encoding="utf-8")
    assert "A counterpart (plain-dealer) spoke for vet from message 2 on." in text
    with room(course) as again:
        assert again.talks[0].transcript == talk.transcript


def test_a_new_server_goes_on_where_the_last_one_stopped(course):
    with room(course) as here, here.sits("ada") as ada, here.sits("bo") as bo:
        ada.say("Hello", OFFER)
        bo.until(1).say("Good morning")
        before = here.talks[0].session
    with room(course) as here, here.sits("ada") as ada:
        assert here.talks[0].session == before
        assert ada.state["picture"]["count"] == 2
        assert ada.say("As I said") == ""


def test_a_table_that_was_seated_again_begins_a_new_talk(course):
    with room(course) as here, here.sits("ada") as ada:
        ada.say("Hello")
    seat_a_class(course, (("ada", "flo"), *GROUPS[1:2]))
    with room(course) as here, here.sits("ada") as ada:
        assert ada.state["picture"]["count"] == 0


def test_what_another_server_stored_meanwhile_is_not_said_over(course):
    with room(course) as here, room(course) as other, here.sits("ada") as ada:
        other.talks[0].say(0, Message((), "Hello"), 0, "ada")
        assert ada.say("Me, too").startswith("somebody else at your table was faster")
        assert ada.state["picture"]["log"][0]["says"] == ["Hello"]


def test_what_cannot_be_stored_does_not_count(course):
    with room(course) as here, here.sits("ada") as ada:
        with closing(sqlite3.connect(course / "tables.db")) as other:
            other.execute("DROP TABLE messages")
            other.commit()
        assert "could not be stored, so it doesn't count yet" in ada.say("Hello")
        assert here.talks[0].session.said == ()
        assert ada.state["typed"] == "Hello"


def test_a_talk_of_another_version_is_named_with_its_table(course, monkeypatch):
    with room(course) as here, here.sits("ada") as ada:
        ada.say("Hello")
    monkeypatch.setattr("biggerpie.negotiation.table.transcript.VERSION", 99)
    with pytest.raises(NegotiationError, match="table 1 of week-3 cannot go on with this kit: the transcript is of"):
        room(course)


def test_the_other_sides_points_and_secrets_are_in_nothing_that_is_sent(tmp_path):
    plain = load_case("job-offer")
    told = [
        replace(
            party,
            brief=f"brief-of-{at}",
            batna=f"batna-of-{at}",
            reservation_value=1000 * (7 + at) + 1,
            points=tuple(
                tuple(1000 * (7 + at) + 100 * row + 10 * column + 3 for column in range(len(points)))
                for row, points in enumerate(party.points)
            ),
        )
        for at, party in enumerate(plain.parties)
    ]
    case = replace(plain, parties=tuple(told))
    with room_of(case, tmp_path) as here, here.sits("ada") as ada, here.sits("bo") as bo:
        ada.say(
            "First", {"packages": [[0, 1, 2, 1, 0, 1]], "says": [{"move": "ask", "aspect": "most"}], "manner": "press"}
        )
        bo.until(1).say("Second", {"packages": [[1] * 6, [2] * 6], "says": [], "manner": ""})
        ada.until(2).do("accept", which=1)
        bo.until(3)
        for side, page, student in ((0, ada, "ada"), (1, bo, "bo")):
            sent = "".join(page.came) + here.client.get("/", headers=here.cookie(student)).text
            own, other = case.parties[side], case.parties[1 - side]
            secrets = [other.brief, other.batna, str(other.reservation_value), str(other.payoff((2,) * 6))]
            secrets += [str(points) for row in other.points for points in row]
            assert [one for one in secrets if one in sent] == []
            assert own.brief in sent
            assert str(own.points[0][0]) in sent
            assert str(own.payoff((2,) * 6)) in sent


def test_the_codes_of_a_round_open_the_seats_of_its_students(course):
    seats = chairs(course, ROUND)
    assert sorted((chair.student, chair.side) for chair in seats.values()) == [
        ("ada", 0), ("bo", 1), ("cy", 0), ("dee", 1), ("eve", 1), ("flo", 0),
    ]  # fmt: skip


def test_a_backup_holds_what_was_said_while_the_tables_are_open(course, tmp_path_factory):
    from biggerpie.course.backup import back_up
    from biggerpie.course.restore import put_back

    away, live = tmp_path_factory.mktemp("away"), Path(".biggerpie", "tables.db")
    (course / live).parent.mkdir()
    with Room(chairs(course, ROUND), f"sqlite:///{course / live}") as here, here.sits("ada") as ada:
        ada.say("Hello")
        back_up(course, away / "week-3.tar.gz")
        put_back(away / "week-3.tar.gz", away / "again")
        assert not (away / "again" / ".biggerpie" / "tables.db-wal").exists()
    with Room(chairs(away / "again", ROUND), f"sqlite:///{away / 'again' / live}") as again:
        assert again.talks[0].session.said == here.talks[0].session.said
