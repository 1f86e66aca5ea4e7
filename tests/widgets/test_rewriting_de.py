"""Rewriting in German: the cues fit German sentences."""

import pytest
from biggerpie.widgets import Rewriting, speak
from biggerpie.widgets import _words as module
from biggerpie.widgets.rewriting.rewriting import PLACES

GERMAN = module.words("rewriting", "de")["sentences"]


@pytest.fixture(autouse=True)
def german(monkeypatch):
    monkeypatch.setattr(module, "_spoken", [])
    speak("de")


def marks(name: str, text: str) -> dict[str, str]:
    widget = Rewriting(name)
    widget.sorted_as = [PLACES.index(part["is"]) for part in GERMAN[name]["parts"]]
    widget.text = text
    return {finding["check"]: finding["mark"] for finding in widget.picture["findings"]}


@pytest.mark.parametrize("name", GERMAN)
def test_the_german_version_passes_every_look(name):
    assert set(marks(name, GERMAN[name]["model"]).values()) == {"yes"}


@pytest.mark.parametrize("name", GERMAN)
def test_the_german_sentence_that_blames_does_not(name):
    found = marks(name, " ".join(part["text"] for part in GERMAN[name]["parts"]))
    assert found["concern"] == "yes"
    assert found["blame"] == found["request"] == "no"
