"""Material in another language is the English one, entry by entry, with the case's own names."""

import re
import tomllib
from pathlib import Path

import pytest
from biggerpie.grading.dossiers.dossier import drawn_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.negotiation import load_case

MATERIAL = Path(__file__).parents[3] / "grading" / "material"
TRANSLATED = sorted(MATERIAL.glob("*/*.toml"))
CASE = re.compile(r"(?:claims|final-offers|first-talk|statements)-(?P<case>[\w-]+)")


def read(file: Path) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def marks_of(entry: dict[str, object]) -> list[object]:
    """What of an entry is the same in every language: of what kind it is, and where figures stand in its sentences."""
    kinds = [entry.get("kind"), entry.get("shows")]
    return [*kinds, *(sorted(re.findall(r"\{\w+\}", str(text))) for text in entry.values())]


def issues_of(entry: dict[str, object], names: list[str]) -> list[int]:
    """The places of the issues that an entry is about."""
    return [names.index(name) for name in entry.get("issues", [entry["issue"]] if "issue" in entry else [])]


@pytest.mark.parametrize("file", TRANSLATED, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_each_entry_is_of_the_kind_and_about_the_issues_of_the_english_one(file):
    english, own = read(MATERIAL / file.name), read(file)
    assert own.keys() == english.keys()
    for name, entries in english.items():
        assert list(map(marks_of, own[name])) == list(map(marks_of, entries))
        if found := CASE.fullmatch(file.stem):
            told = ((load_case(found["case"], it), of) for it, of in (("en", entries), (file.parent.name, own[name])))
            places = [[issues_of(entry, [it.name for it in case.issues]) for entry in of] for case, of in told]
            assert places[0] == places[1]


@pytest.mark.parametrize("key", range(5))
def test_the_same_claims_and_final_offers_are_drawn_in_german(key):
    words = "scope-creep programmer log claims final-offers --alone"
    english, german = (drawn_case(named_case(f"{words}{it}"), f"told {key}") for it in ("", " --language=de"))
    made, own = (opened.material["claims_made"] for opened in (english, german))
    assert own.truth == made.truth
    assert not set(own.texts.values()) & set(made.texts.values())
    names = [[issue.name for issue in opened.case.issues] for opened in (english, german)]
    for text, told in zip(made.texts.values(), own.texts.values(), strict=True):
        about = [[place for place, name in enumerate(names[n]) if name in it] for n, it in enumerate((text, told))]
        assert about[0] == about[1], told
    offers, own = (opened.material["final_offers"] for opened in (english, german))
    assert own.final == offers.final
    for sentence in ("letter", "said", "promise"):
        told = getattr(own, sentence)
        assert told != getattr(offers, sentence)
        assert re.findall(r"\d+", told) == re.findall(r"\d+", getattr(offers, sentence))


@pytest.mark.parametrize("case", ["picture-book illustrator", "village-hall company"])
def test_a_short_talk_stays_vague_in_german_about_each_issue_of_the_case(case):
    talk = drawn_case(named_case(f"{case} short-talk --alone --language=de"), "vague").material["short_talk"]
    entries = read(MATERIAL / "de" / f"first-talk-{case.split()[0]}.toml")["vague"]
    assert list(talk.vague) == [entry["answer"] for entry in entries]
