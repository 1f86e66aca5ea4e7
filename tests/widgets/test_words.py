"""A language is a folder: every other language says all that English says, with the same numbers in it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import biggerpie.widgets
import pytest
from biggerpie.negotiation import NegotiationError
from biggerpie.widgets import BlameSpiral, Question, languages, speak
from biggerpie.widgets import _words as module
from playwright.sync_api import Browser

from ..plain_page import widget_page

WORDS = Path(biggerpie.widgets.__file__).parent / "words"
OTHERS = [language for language in languages() if language != "en"]
WIDGETS = {file.stem for file in (WORDS / "en").glob("*.toml")}


def translated(language: str) -> list[str]:
    """The files of words that a language must have, every widget's, and those of its questions."""
    return sorted(WIDGETS | {f"questions/{file.stem}" for file in (WORDS / language / "questions").glob("*.toml")})


def read(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / language / f"{name}.toml").read_text(encoding="utf-8"))


CUES = {"cues", "concern"}  # words to look for: every language has its own, as many as it needs


def shape(value: Any) -> Any:
    """What a translator must keep: the keys, the lengths of lists, the placeholders, and what a choice stands for."""
    if isinstance(value, dict):
        return {key: each if key == "is" else key in CUES or shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value]
    return set(re.findall(r"\{(\w*)", value)) if isinstance(value, str) else value


def test_there_is_a_second_language():
    assert OTHERS
    assert len(WIDGETS) > 5


@pytest.mark.parametrize(("language", "name"), [(one, name) for one in OTHERS for name in translated(one)])
def test_a_language_says_all_that_english_says(language, name):
    assert shape(read(language, name)) == shape(read("en", name))


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_said_is_translated(language):
    assert "questions/01" in translated(language)
    for name in translated(language):
        english, told = (set(re.findall(r'"(.{25,})"', text(name, where))) for where in ("en", language))
        assert not english & told, name


def text(name: str, language: str) -> str:
    return (WORDS / language / f"{name}.toml").read_text(encoding="utf-8")


def test_widgets_speak_the_language_that_was_chosen(monkeypatch):
    monkeypatch.setattr(module, "_spoken", [])
    assert "Turn" in BlameSpiral().picture["table"]["head"]
    speak("de")
    assert "Turn" not in BlameSpiral().picture["table"]["head"]
    assert Question(1, "sign").bet["question"].startswith("Noa und Ilse")


def test_a_screen_reader_is_told_the_language(monkeypatch, browser: Browser):
    monkeypatch.setattr(module, "_spoken", ["de"])
    with widget_page(browser, BlameSpiral()) as page:
        assert page.get_by_role("img").evaluate("(picture) => picture.closest('[lang]').lang") == "de"


def test_what_a_language_does_not_say_is_said_in_english(monkeypatch, tmp_path):
    for folder in ("en/questions", "tlh"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "en" / "shared.toml").touch()
    (tmp_path / "en" / "questions" / "01.toml").touch()
    monkeypatch.setattr(module, "LANGUAGES", tmp_path)
    monkeypatch.setattr(module, "_spoken", ["tlh"])
    assert module.words("questions/01")["language"] == "en"


def test_the_environment_may_choose_the_language(monkeypatch):
    monkeypatch.setattr(module, "_spoken", [])
    monkeypatch.setenv("BIGGERPIE_LANGUAGE", "de")
    assert Question(1, "sign").bet["question"].startswith("Noa und Ilse")
    monkeypatch.setenv("BIGGERPIE_LANGUAGE", "no such language")
    assert Question(1, "sign").bet["question"].startswith("Noa and Ilse")


def test_an_unknown_language_is_named():
    with pytest.raises(NegotiationError, match="'tlh' is not a language of this kit; use 'en'") as caught:
        speak("tlh")
    assert all(f"'{language}'" in str(caught.value) for language in languages())


def test_numbers_are_written_as_the_language_writes_them():
    assert module.decimal(-1.25, 1, module.Words({"decimal_mark": ","})) == "−1,2"
