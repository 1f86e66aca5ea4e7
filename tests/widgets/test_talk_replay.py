"""A kept talk: loaded as it was saved, gone through stage by stage, and refused in one sentence where it is none."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import traitlets
from biggerpie.negotiation import load_case, variant
from biggerpie.negotiation.table import Seat, Session, meet, talk_between, transcript_json, transcript_of
from biggerpie.negotiation.table.transcript import VERSION
from biggerpie.widgets import NegotiationTable, TalkReplay
from biggerpie.widgets import _words as words_module
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .agreed_table import agreed_table
from .at_the_table import HIGH, act, table
from .keeping import Lesson
from .states.talk_replay import _blank_talk_replay, loaded_talk_replay


def saved(widget: NegotiationTable) -> str:
    """The text of the file that the table saves."""
    text = widget.picture["ended"]["transcript"]
    assert isinstance(text, str)
    return text


def changed(change: Callable[[dict], None]) -> str:
    data = json.loads(saved(agreed_table()))
    change(data)
    return json.dumps(data)


def loaded(text: str) -> TalkReplay:
    widget = TalkReplay()
    widget.given = text
    return widget


def test_each_stage_shows_the_messages_and_offers_up_to_there_and_nothing_of_later_ones():
    widget, session = loaded(saved(agreed_table())), agreed_table().session
    case = session.case
    for at in range(1, len(session.said) + 1):
        widget.at = at
        picture, so_far = widget.picture, session.said[:at]
        assert [entry["says"] for entry in picture["log"] if not entry["own"]] == [[m.words] for m in so_far[1::2]]
        offers = [list(case.payoffs(package)) for message in so_far for package in message.packages]
        assert [[int(row[3]), int(row[4])] for row in picture["dance"]["rows"]] == offers
        assert sorted(at for path in picture["plane"]["paths"] for at in path["points"]) == sorted(offers)
        assert sum(len(line["points"]) for line in picture["over_time"][0]["lines"][:2]) == len(offers)
        assert (picture["plane"]["here"] is not None, bool(picture["findings"])) == (at == len(session.said),) * 2


def test_a_stage_says_what_the_step_was_worth_to_both_and_what_it_changed():
    widget, session = loaded(saved(agreed_table())), agreed_table().session
    ours = [session.case.payoffs(message.packages[-1]) for message in session.said[0:5:2]]
    widget.at = 5
    (you, them), (before, theirs) = ours[2], ours[1]
    told = f"{you} points for you ({you - before:+d}), {them} for Ilse ({them - theirs:+d})."
    assert told in widget.picture["note"].replace("\N{MINUS SIGN}", "-")
    widget.at = 1
    assert widget.picture["note"].startswith(f"A first offer: {ours[0][0]} points for you, {ours[0][1]} for Ilse.")


def test_the_end_says_the_same_as_the_debrief_at_the_table():
    widget = loaded_talk_replay()
    ended = agreed_table().picture["ended"]
    assert widget.picture["findings"] == ended["findings"]
    assert widget.picture["plane"]["paths"] == ended["plane"]["paths"]


def _another_word(data: dict) -> None:
    data["said"][1]["words"] += " Truly."


def _another_case(data: dict) -> None:
    data["case"] = "0" * 16


def _cut(data: dict) -> None:
    data["said"] = data["said"][:-1]


def _later(data: dict) -> None:
    data["version"] = VERSION + 1


def _nobody(data: dict) -> None:
    data["seats"][1]["counterpart"] = "the postman"


REFUSED = {
    "nothing": (" ", "no whole talk"),
    "prose": ("Dear Ilse, thank you for the talk.", "no whole talk"),
    "half": (saved(agreed_table())[:400], "no whole talk"),
    "deep": ("[" * 50_000, "no whole talk"),
    "endless": (" {" + "x" * 200_000, "100,000 characters"),
    "forged": (changed(_another_word), "would have answered otherwise"),
    "somebody nobody knows": (changed(_nobody), "would have answered otherwise"),
    "another case": (changed(_another_case), "a case that isn't here"),
    "another version": (changed(_later), f"version {VERSION + 1}"),
    "not over": (changed(_cut), "isn't over"),
    "another number": (changed(lambda data: data.update(rounds=10**9)), "would have answered otherwise"),
}


@pytest.mark.parametrize(("text", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_talk_of_the_table_is_refused_in_one_sentence_and_the_talk_stays(text, told):
    widget = loaded_talk_replay()
    before = widget.state()
    widget.given = text
    assert told in widget.refused
    assert widget.refused.endswith(".")
    assert widget.refused.count(". ") == 0
    assert (widget.state(), widget.given) == (before, "")


def test_a_talk_on_a_drawn_case_opens_beside_that_case_only():
    case = variant(load_case("butter-price"), "somebody")
    session = _walked_out(NegotiationTable(case, "bakery", seed=5, prepare=False))
    assert "drawn for you" in loaded(session).refused
    widget = TalkReplay(case)
    widget.given = session
    assert (widget.refused, widget.picture["name"]) == ("", "Joaquín")


def _walked_out(widget: NegotiationTable) -> str:
    act(widget, packages=[[0] * 6])
    act(widget, packages=[[1] * 6])
    widget.doing = {"do": "leave"}
    return saved(widget)


def test_a_talk_of_two_counterparts_is_seen_from_either_chair():
    case = load_case("job-offer")
    session = talk_between(case, (meet("touchy", 1), meet("plain-dealer", 2)))
    widget = loaded(transcript_json(transcript_of(session, _two_seats())))
    for side, other in ((0, "Ilse"), (1, "Noa")):
        widget.side = side
        assert widget.picture["chairs"] == ["Noa", "Ilse"]
        assert widget.picture["name"] == other
        assert [entry["own"] for entry in widget.picture["log"]] == [side == 0]
    _same_words(widget, session)


def _two_seats() -> tuple[Seat, Seat]:
    return Seat("candidate", "touchy", 1), Seat("employer", "plain-dealer", 2)


def _same_words(widget: TalkReplay, session: Session) -> None:
    widget.at = len(session.said)
    assert [entry["says"] for entry in widget.picture["log"]] == [[message.words] for message in session.said]


def test_a_talk_of_two_people_has_no_faces_and_says_what_both_chose():
    data = json.loads(saved(_left_at_once()))
    data["seats"][1] = {"party": "employer"}
    widget = loaded(json.dumps(data))
    assert widget.refused == ""
    assert {entry["face"] for entry in widget.picture["log"]} == {""}


def _left_at_once() -> NegotiationTable:
    widget = table()
    act(widget, packages=[HIGH])
    widget.doing = {"do": "leave"}
    return widget


def test_a_talk_in_german_is_loaded_and_told_in_german(monkeypatch):
    monkeypatch.setattr(words_module, "_spoken", ["de"])
    played = NegotiationTable(load_case("pay-rise", "de"), load_case("pay-rise", "de").parties[0].name, prepare=False)
    played.doing = {"do": "leave"}
    widget = loaded(saved(played))
    assert widget.refused == ""
    assert widget.picture["stage"] == "Beitrag 1 von 1, in Runde 1."
    widget.given = "Hallo"
    assert widget.refused.startswith("Das ist kein ganzes Gespräch")


def test_there_is_no_stage_beyond_the_end():
    widget = loaded_talk_replay()
    with pytest.raises(traitlets.TraitError, match="no more messages"):
        widget.at = widget.picture["last"] + 1
    with pytest.raises(traitlets.TraitError, match="no whole talk"):
        widget.text = "{}"


def test_the_talk_and_the_place_in_it_are_kept(tmp_path, monkeypatch):
    lesson = Lesson(tmp_path, monkeypatch)
    [widget] = lesson.run("again", _blank_talk_replay)
    assert isinstance(widget, TalkReplay)
    widget.given = saved(agreed_table())
    widget.at = 3
    lesson.another_day()
    [again] = lesson.run("again", _blank_talk_replay)
    assert isinstance(again, TalkReplay)
    assert (again.at, again.picture) == (3, widget.picture)


def test_a_file_is_chosen_and_gone_through_by_keyboard_and_every_message_is_read(browser: Browser, tmp_path: Path):
    file = tmp_path / "talk.json"
    with widget_page(browser, agreed_table()) as page:
        with page.expect_download() as downloaded:
            page.get_by_role("button", name="Save the talk").press("Enter")
        downloaded.value.save_as(file)
        assert downloaded.value.suggested_filename == "the-job-at-heron-reed.json"
    with widget_page(browser, TalkReplay()) as page:
        page.get_by_label("The file, which ends in .json").set_input_files(file)
        expect(page.get_by_role("log").locator(".bp-message")).to_have_count(1)
        page.get_by_role("button", name="Next").press("Enter")
        page.keyboard.press("Enter")
        expect(page.get_by_role("log").locator(".bp-message")).to_have_count(3)
        expect(page.get_by_role("status").first).to_contain_text("Message 3 of 7, in round 2.")
        page.get_by_role("slider").press("End")
        expect(page.get_by_role("log").locator(".bp-message")).to_have_count(7)
        expect(page.get_by_text("You have a deal: 71 points for you, 73 for Ilse.").first).to_be_visible()
        page.get_by_role("button", name="One back").press("Enter")
        expect(page.get_by_role("log").locator(".bp-message")).to_have_count(6)


def test_a_text_that_is_no_talk_is_answered_where_it_was_pasted_and_a_huge_file_is_not_read(browser: Browser, tmp_path):
    huge = tmp_path / "huge.json"
    huge.write_bytes(b"x" * 500_000)
    with widget_page(browser, TalkReplay()) as page:
        page.get_by_text("Or paste it as text").press("Enter")
        page.get_by_label("All of the text").fill("Dear Ilse")
        page.get_by_role("button", name="Load this text").press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("This is no whole talk")
        page.get_by_label("The file, which ends in .json").set_input_files(huge)
        expect(page.get_by_role("alert")).to_contain_text("larger than any talk")
        page.get_by_role("button", name="Load this text").press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("This is no whole talk")


def test_the_talk_is_saved_to_be_read_and_its_picture_has_the_names_of_its_axes(browser: Browser, tmp_path: Path):
    with widget_page(browser, agreed_table()) as page:
        for button, name, held in (
            ("Save it to read", "the-job-at-heron-reed.txt", ["Round 1", "52,000"]),
            ("Save the picture", "the-job-at-heron-reed.svg", ["points for you", "points for them", "Ilse begins"]),
        ):
            with page.expect_download() as downloaded:
                page.get_by_role("button", name=button).click()
            downloaded.value.save_as(tmp_path / name)
            assert downloaded.value.suggested_filename == name
            text = (tmp_path / name).read_text("utf-8")
            assert [word for word in held if word not in text] == []
        assert "var(" not in text
