"""How it is said at the table: typed words suggest a manner, and the other side's face shows how it was heard."""

import pytest
from biggerpie.negotiation.table import Manner, Offer
from biggerpie.negotiation.table.parts.temper import Mood
from biggerpie.widgets._words import languages, words
from biggerpie.widgets.negotiation_table import composing
from biggerpie.widgets.negotiation_table.faces import FACES, face
from biggerpie.widgets.negotiation_table.manners import manner_of

from .at_the_table import HIGH, LOWER, act, table


def test_unkind_sentences_show_in_the_face_and_an_apology_softens_it():
    widget = table()
    seen = []
    for typed in ("This is ridiculous.", "You're wasting my time.", "I'm sorry, that was unfair of me."):
        act(widget, typed=typed, packages=[HIGH])
        seen.append(FACES.index(widget.picture["face"]))
    assert seen[0] < seen[1] > seen[2]
    assert FACES[seen[1]] == "angry"


def test_somebody_touchy_comes_with_the_face_of_its_mood():
    assert table(counterpart="touchy").picture["face"] in ("annoyed", "angry")
    assert table().picture["face"] == "calm"


def test_who_is_threatened_once_more_leaves_and_it_is_said_who_left():
    widget = table()
    for _ in range(2):
        act(widget, typed="Move, or else you'll regret it.")
    assert widget.picture["summary"].startswith("Ilse left without a deal.")


def test_each_of_five_faces_is_reached_and_has_its_words():
    moods = [Mood(anger, trust, 0) for anger in range(0, 1_200, 50) for trust in range(0, 1_001, 50)]
    assert {face(mood) for mood in moods} == set(FACES)
    for language in languages():
        assert set(words("negotiation_table", language)["looks"]) == set(FACES)


HEARD = {
    "You never listen to me.": "blame",
    "You're wasting my time.": "blame",
    "Sign, or you'll regret it.": "threaten",
    "I'm sorry for that.": "apologise",
    "I'm sorry, but this is your fault.": "blame",
    "Thank you, that helps.": "thank",
    "I can see why you need an early start.": "acknowledge",
    "You seem worried about the start.": "name a feeling",
    "Shall we take a short break?": "propose a break",
    "We both want this to work out.": "reframe",
    "Take it or leave it.": "press",
    "The salary is what I think about.": "",
}


HEARD_IN_SPANISH = {
    "Nunca me escuchas.": "blame",
    "Si no firmas, te arrepentirás.": "threaten",
    "Perdona, no quería decirlo así.": "apologise",
    "Muchas gracias, eso ayuda.": "thank",
    "Entiendo que quieras empezar pronto.": "acknowledge",
    "¿Hacemos una pausa?": "propose a break",
    "Busquemos algo que nos sirva a los dos.": "reframe",
    "O lo tomas o lo dejas.": "press",
    "El sueldo es lo que tengo en mente.": "",
}


@pytest.mark.parametrize(
    ("language", "typed", "manner"),
    [(language, *each) for language, heard in {"en": HEARD, "es": HEARD_IN_SPANISH}.items() for each in heard.items()],
)
def test_typed_words_suggest_a_manner(language, typed, manner):
    assert manner_of(typed, words("negotiation_table", language))[0] == manner


def test_every_manner_is_suggested_by_its_own_sentence_in_every_language():
    for language in languages():
        said = words("negotiation_table", language)
        for manner in (Manner.APOLOGISE, Manner.THANK, Manner.BREAK, Manner.REFRAME):
            assert manner_of(said["remark"][manner], said)[0] == manner


def test_a_manner_that_was_chosen_is_what_is_meant():
    widget = table()
    act(widget, typed="You never make it easy for yourself!", manner="acknowledge", packages=[HIGH])
    assert widget.session.said[0].moves[0].manner is Manner.ACKNOWLEDGE
    act(widget, typed="You never make it easy for yourself!", manner="plain", packages=[LOWER])
    assert [type(move) for move in widget.session.said[2].moves] == [Offer]


def test_a_draft_is_heard_once_for_all_that_is_shown_of_it(monkeypatch):
    widget, heard = table(), []
    monkeypatch.setattr(composing, "manner_of", lambda typed, said: heard.append(typed) or manner_of(typed, said))
    widget.typed = "Thank you, that helps."
    assert heard == ["Thank you, that helps."]
    assert "thank" in widget.preview["sounds"].lower()
