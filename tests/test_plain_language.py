"""What people read is the language that natives write: turns that are known to be another language's stand nowhere."""

import ast
import io
import json
import re
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from biggerpie.widgets import languages

from tools.canonical import ROOT

QUESTION = r"(?![^.!?\n]*\?)"
GERMANISMS = {
    "a statement that begins with 'Who'": rf"(?:^|[.!;:] |\n(?:- )?)Who (?!is (?:awake|late))[a-z]+s {QUESTION}",
    "'for who', 'to who': whoever, anybody who": rf"\b(?:for|to|of|than|against|with) who (?!\w+ed\b){QUESTION}",
    "'the own': your own, its own": r"\b[Tt]he own (?!er)",
    "'an own': one of their own": r"\b[Aa]n own\b",
    "'of oneself', 'for oneself', 'on oneself'": r"\b(?:of|for|on|to|defend) oneself\b",
    "'let us': let's": r"\b[Ll]et us\b(?! know)",
    "'rightly': right, correctly": r"\brightly\b",
    "'anew': again": r"\banew\b",
    "'one cannot', 'one can': we can't, you can": r"\b[Oo]ne (?:cannot|can|must|keeps a)\b(?! be\b)",
    "'belongs into': belongs in": r"\bbelongs? into\b",
    "'deaf for': deaf to": r"\bdeaf for\b",
    "'for its own sake' of people": r"\bdifficult for its own sake\b",
    "'skeleton' and 'clothes': the same problem in another setting": r"\b[Ss]keleton\b|\bother clothes\b",
    "'nothing to object': no objections": r"\bnothing to object\b",
    "'at the first attempt': first time, at your first go": r"\bat the first attempt\b",
    "'in own words'": r"\bin own words\b",
    "'sentences fall'": r"\bsentences fall\b",
    "'round three corners'": r"\bround three corners\b",
}
ANGLICISMS = {
    "das Gerippe, andere Kleider": r"\bGerippe\b|\bandere Kleider\b",
    "neu rahmen: umdeuten": r"\b[Nn]eu(?:en)? (?:rahmen|gerahmt|Rahmen)",
    "nach Boulware verhandeln: im Boulware-Stil": r"\bnach \**Boulware\b",
    "dir nachgeben: dir entgegenkommen": r"\b(?:jemand dir|dir jemand) nachgib",
    "ohne Abschluss: ohne Einigung": r"\b[Oo]hne Abschluss\b",
    "das Mindeste, das: das Mindeste, was": r"\b(?:Wenigste|Mindeste|Kleinste|Beste|Meiste)n?, das\b",
    "zurücksagen: wiedergeben": r"\b[Ss]ag(?:st|e|t)? (?:es )?zurück\b",
    "die Anrede ist du": r"[a-zäöüß,] (?:Sie (?:haben|können|sind|sollten)|für Sie|Ihnen)\b",
}
CALQUES = {
    "se trata de tú, y a varias personas de ustedes": r"\b(?:[Vv]osotr[oa]s|[Vv]uestr[oa]s?|[Uu]sted)\b",
    "comillas angulares": r'"|‘|„',
    "vivir con eso: conformarse, parecer bien": r"\b[Pp](?:uedo|uedes|uede|odría|odrías) vivir (?:bien )?con\b",
    "hacer sentido: tener sentido": r"\bhac(?:e|er|ía) sentido\b",
    "al final del día: al fin y al cabo": r"\b[Aa]l final del día\b",
    "tomar lugar: tener lugar": r"\btom(?:a|an|ó|ar) lugar\b",
    "es por eso que: por eso": r"\b[Ee]s por (?:eso|esto) que\b",
    "puntos suspensivos, tres puntos": r"\.\.\.",
    "el punto va detrás de las comillas": r"\.»(?:\n|$)",
    "coste: costo": r"\bcostes?\b",
}
WITH_WORDS = "answers grading widgets figures website negotiation/table negotiation/variants"
STANDS_FOR_ITSELF = {"rewriting.toml"}  # words that the learner's sentence is searched for
FOR_PROGRAMS = "terms"  # expressions


@cache
def texts(language: str) -> list[tuple[str, str]]:
    """Every text that a person reads in a language, with the file that holds it."""
    found = [*notebooks(language), *words(language)]
    return [*found, *pages(), *programs()] if language == "en" else found


def notebooks(language: str) -> Iterator[tuple[str, str]]:
    for file in (file for folder in ("lessons", "exercises") for file in sorted((ROOT / folder).rglob("*.ipynb"))):
        if told_in(file) == language:
            cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
            yield str(file), "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def words(language: str) -> Iterator[tuple[str, str]]:
    folders = (*(f"{room}/words" for room in WITH_WORDS.split()), "negotiation/cases")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.toml")]
    for file in sorted(files):
        if told_in(file) == language:
            told = tomllib.loads(file.read_text(encoding="utf-8"))
            yield str(file), "\n".join(sentences(told, without_cues=file.name in STANDS_FOR_ITSELF))


def told_in(file: Path) -> str:
    """The language that a file's folder or its own name says, and English where neither does."""
    named = (*file.relative_to(ROOT).parts[:-1], file.stem)
    return next((language for language in languages() if language in named), "en")


def sentences(told: Any, *, without_cues: bool = False) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for key, each in told.items():
            if key != FOR_PROGRAMS and not (without_cues and key in ("cues", "concern")):
                yield from sentences(each, without_cues=without_cues)
    elif isinstance(told, list):
        for each in told:
            yield from sentences(each, without_cues=without_cues)


def pages() -> Iterator[tuple[str, str]]:
    files = [
        *ROOT.glob("*.md"),
        *(ROOT / "course").glob("*.md"),
        *(ROOT / "teaching").rglob("*.md"),
        *(ROOT / "paper").glob("*.md"),
        *(ROOT / "website").glob("*.toml"),
        ROOT / "grading" / "THREAT-MODEL.md",
        ROOT / "hub" / "recipe" / "README.md",
    ]
    for file in sorted(files):
        yield str(file), file.read_text(encoding="utf-8")


def programs() -> Iterator[tuple[str, str]]:
    """What programs say, and what their docstrings and comments tell engineers."""
    rooms = "answers benchmarks course figures grading hub lessons negotiation tools website widgets"
    for file in (file for room in rooms.split() for file in sorted((ROOT / room).rglob("*.py"))):
        yield str(file), "\n".join(said(file.read_text(encoding="utf-8")))


def said(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.sub(r"\n +", " ", node.value)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string.removeprefix("# ")


def places(language: str, turn: str) -> list[str]:
    """Where a turn stands in the texts of a language, with some words around it."""
    return [
        f"{Path(file).relative_to(ROOT)}: …{text[max(0, at.start() - 30) : at.end() + 30]}…"
        for file, text in texts(language)
        for at in re.finditer(turn, text)
    ]


@pytest.mark.parametrize("turn", GERMANISMS)
def test_english_is_no_translated_german(turn):
    assert len(texts("en")) > 200
    assert places("en", GERMANISMS[turn]) == []


@pytest.mark.parametrize("turn", CALQUES)
def test_spanish_is_no_translated_english(turn):
    assert len(texts("es")) > 40
    assert places("es", CALQUES[turn]) == []


def test_in_spanish_what_is_asked_or_called_out_is_opened_too_and_quotes_are_closed():
    found = [(file, re.sub(r"^\? ", "", text, flags=re.MULTILINE)) for file, text in texts("es")]  # ? as a mark
    for opening, closing in ("¿?", "¡!", "«»", "“”"):
        assert [file for file, text in found if text.count(opening) != text.count(closing)] == [], closing


@pytest.mark.parametrize("turn", ANGLICISMS)
def test_german_is_what_germans_say(turn):
    assert len(texts("de")) > 40
    assert places("de", ANGLICISMS[turn]) == []
