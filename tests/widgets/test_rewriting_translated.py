"""Rewriting in other languages: the whole widget's looks fit the sentences of each."""

from typing import Any

import pytest
from biggerpie.widgets import Rewriting, languages, speak
from biggerpie.widgets import _words as module
from biggerpie.widgets.rewriting.rewriting import PLACES

OTHERS = [language for language in languages() if language != "en"]
SAID = {language: module.words("rewriting", language)["sentences"] for language in OTHERS}


@pytest.fixture(params=[(language, name) for language in OTHERS for name in SAID[language]], ids="-".join)
def sentence(request, monkeypatch) -> tuple[Rewriting, dict[str, Any]]:
    """A widget in a language, its parts sorted as they should be, and what it says of its sentence."""
    language, name = request.param
    monkeypatch.setattr(module, "_spoken", [])
    speak(language)
    widget, said = Rewriting(name), SAID[language][name]
    widget.sorted_as = [PLACES.index(part["is"]) for part in said["parts"]]
    return widget, said


def marks(widget: Rewriting, text: str) -> dict[str, str]:
    widget.text = text
    return {finding["check"]: finding["mark"] for finding in widget.picture["findings"]}


def test_the_version_that_is_shown_passes_every_look(sentence):
    widget, said = sentence
    assert set(marks(widget, said["model"]).values()) == {"yes"}


def test_the_sentence_that_blames_does_not(sentence):
    widget, said = sentence
    found = marks(widget, " ".join(part["text"] for part in said["parts"]))
    assert found["concern"] == "yes"
    assert found["blame"] == found["request"] == "no"
