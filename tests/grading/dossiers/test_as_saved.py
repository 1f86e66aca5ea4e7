"""Dossiers that a browser unpacked or numbered are opened all the same, and the right ones of several."""

import gzip
import os
from pathlib import Path

import pytest
from biggerpie.grading.dossiers.as_saved import is_dossiers
from biggerpie.grading.dossiers.dossier import FILE, Dossiers, drawn_case, written_dossier
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.dossiers.places import places_for
from biggerpie.grading.dossiers.student import own_case
from biggerpie.grading.submission.allowed_files import NOT_ASKED_FOR, Rules
from biggerpie.negotiation import NegotiationError

NAMED = named_case("picture-book illustrator")
OTHER = named_case("village-hall company")
SAVED = [
    "dossiers.json",
    "dossiers.json (1).gz",
    "dossiers (1).json.gz",
    "dossiers.json-2.gz",
    "dossiers.json(1).gz",
    "dossiers-2.json",
    "dossiers.json 3",
    "dossiers.json.gz (2)",
    "dossiers.json.gz.1",
    "dossiers.json - Copy.gz",
    "dossiers - Kopie (2).json.gz",
    "dossiers copy 2.json.gz",
    "Dossiers.JSON.GZ",
    "dossiers.json.gz.download",
]
NO_DOSSIERS = ["dossiers.txt", "dossiers.json.html", "my dossiers.json", "dossiers", "dossiers.json.gz.exe", "a.json"]


def content(named, secret: str) -> bytes:
    """The dossiers of one exercise in which only ada's is drawn."""
    places = places_for(secret, "one", ["ada"])
    pool = [{}] * places.size
    pool[places.number_of("ada")] = written_dossier(named, drawn_case(named, secret))
    return Dossiers(places, tuple(pool)).content()


def save(file: Path, data: bytes, age: int) -> None:
    """Save a file that is so many seconds old."""
    file.write_bytes(data)
    os.utime(file, (1_000_000_000 - age, 1_000_000_000 - age))


@pytest.mark.parametrize("name", SAVED)
@pytest.mark.parametrize("form", ["packed", "unpacked", "packed twice"])
def test_dossiers_are_opened_whatever_a_browser_made_of_them(tmp_path, name, form):
    packed = content(NAMED, "s")
    forms = {"packed": packed, "unpacked": gzip.decompress(packed), "packed twice": gzip.compress(packed)}
    (tmp_path / name).write_bytes(forms[form])
    assert own_case(NAMED, "ada", tmp_path).party == NAMED.party


@pytest.mark.parametrize("name", SAVED)
def test_they_may_stay_beside_an_answer(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    assert Rules().reason_against(tmp_path / name, tmp_path) is None


@pytest.mark.parametrize("name", NO_DOSSIERS)
def test_other_names_are_no_dossiers(name):
    assert not is_dossiers(name)


def test_an_unpacked_file_in_an_inner_folder_does_not_stay(tmp_path):
    inner = tmp_path / "inner" / "dossiers.json"
    inner.parent.mkdir()
    inner.write_bytes(b"x")
    assert Rules().reason_against(inner, tmp_path) == NOT_ASKED_FOR


def test_of_several_the_newest_that_fits_is_opened(tmp_path):
    save(tmp_path / FILE, content(NAMED, "old"), 300)
    save(tmp_path / "dossiers.json (1).gz", content(NAMED, "new"), 200)
    save(tmp_path / "dossiers.json (2).gz", content(OTHER, "other"), 100)
    save(tmp_path / "dossiers.json (3).gz", b"damaged", 0)
    opened, new = own_case(NAMED, "ada", tmp_path), drawn_case(NAMED, "new")
    assert opened.case.parties[0].points == new.case.parties[0].points


def test_where_none_fits_the_sentence_is_about_the_released_name(tmp_path):
    save(tmp_path / FILE, content(OTHER, "other"), 0)
    (tmp_path / "dossiers (1).json.gz").write_bytes(b"damaged")
    with pytest.raises(NegotiationError, match="does not belong to this exercise"):
        own_case(NAMED, "ada", tmp_path)
