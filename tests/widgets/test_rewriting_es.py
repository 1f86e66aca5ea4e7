"""Rewriting in Spanish: the cues fit Spanish sentences."""

import pytest
from biggerpie.widgets import Rewriting, speak
from biggerpie.widgets import _words as module
from biggerpie.widgets.negotiation_table.manners import manner_of
from biggerpie.widgets.rewriting.rewriting import PLACES

SPANISH = module.words("rewriting", "es")["sentences"]


@pytest.fixture(autouse=True)
def spanish(monkeypatch):
    monkeypatch.setattr(module, "_spoken", [])
    speak("es")


def marks(name: str, text: str) -> dict[str, str]:
    widget = Rewriting(name)
    widget.sorted_as = [PLACES.index(part["is"]) for part in SPANISH[name]["parts"]]
    widget.text = text
    return {finding["check"]: finding["mark"] for finding in widget.picture["findings"]}


@pytest.mark.parametrize("name", SPANISH)
def test_the_spanish_version_passes_every_look(name):
    assert set(marks(name, SPANISH[name]["model"]).values()) == {"yes"}


@pytest.mark.parametrize("name", SPANISH)
def test_the_spanish_sentence_that_blames_does_not(name):
    found = marks(name, " ".join(part["text"] for part in SPANISH[name]["parts"]))
    assert found["concern"] == "yes"
    assert found["blame"] == found["request"] == "no"


@pytest.mark.parametrize(
    ("typed", "manner"),
    {
        "Nunca me escuchas.": "blame",
        "Si no firmas, te arrepentirás.": "threaten",
        "Perdona, no quería decirlo así.": "apologise",
        "Muchas gracias, eso ayuda.": "thank",
        "Entiendo que quieras empezar pronto.": "acknowledge",
        "¿Hacemos una pausa?": "propose a break",
        "Busquemos algo que nos sirva a los dos.": "reframe",
        "O lo tomas o lo dejas.": "press",
        "El sueldo es lo que tengo en mente.": "",
    }.items(),
)
def test_spanish_words_suggest_a_manner(typed, manner):
    assert manner_of(typed, module.words("negotiation_table", "es"))[0] == manner
