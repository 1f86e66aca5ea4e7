"""A small class with its innocent students and some who share an answer, a text or an id."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from biggerpie.course.demo import asked_text, fill_in
from biggerpie.course.new_course import make_course
from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.dossiers.places import places_for
from biggerpie.grading.dossiers.secret import FILE
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.negotiation import Case, IssueKind, Package, issue_kinds, nash

EXERCISE = "01-both-can-gain"
SECRET = "fedcba9876543210" * 4
NAMED = named_case("picture-book illustrator short-talk")
HOSTILE = "<img src=x onerror=alert(1)>"
CY = (
    "The reading tour matters most of all to me, because my mother lives far away and I visit her every weekend in "
    "spring. Kofi told me that his printer in Accra waits for the pages, so he would rather have them early than "
    "cheap. If I hand in early and he lets me stay at home, then both of us get the thing we came for."
)
DEE = CY.replace("mother", "brother").replace("Accra", "Lagos").replace("Kofi", "The publisher")
FAY = f"In the middle each of us loses a half of what we want. {HOSTILE} So let us exchange instead of cutting it all."
MO = "Well, I would say no. Take what you can get, since nobody else will give you anything for nothing in this world."


def twin(student: str) -> str:
    """Another id with the same case, as who comes late may have."""
    places = places_for(SECRET, EXERCISE, ())
    ids = (f"{student}-{n}" for n in count(1))
    return next(other for other in ids if places.number_of(other) == places.number_of(student))


def misspelt(student: str) -> Iterator[str]:
    """Ids that one or two slips of the finger make of an id."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.-_"
    slips = [
        f"{student[:n]}{letter}{student[n + k :]}"
        for n in range(len(student) + 1)
        for letter in letters
        for k in (0, 1)
    ]
    yield from slips
    yield from (f"{slip[:n]}{letter}{slip[n:]}" for slip in slips for n in range(len(slip) + 1) for letter in letters)


GUS = twin("fay")


def small_class(folder: Path) -> Path:
    """A course with twelve submissions to the first exercise, one of them no notebook; nobody comes from `ko`."""
    make_course(folder)
    (folder / FILE).write_text(f"{SECRET}\n")
    generate(folder, EXERCISE)
    released = json.loads((folder / "release" / EXERCISE / "exercise.ipynb").read_text())
    for student, notebook in _submissions(folder, released):
        hand_in(folder, student, json.dumps(notebook))
    hand_in(folder, "jo", "no notebook")
    return folder


def hand_in(folder: Path, student: str, content: str) -> None:
    """Put a file where nbgrader expects a submission."""
    place = folder / "submitted" / student / EXERCISE
    place.mkdir(parents=True)
    (place / "exercise.ipynb").write_text(content)


def best(opened: Opened, package: Package | None = None) -> dict[str, str]:
    """The cells of somebody who answers well, with another package on request."""
    case = opened.case
    kinds = zip((issue.name for issue in case.issues), issue_kinds(case), strict=True)
    lines = {"labels": kinds, "package": case.in_words(package or nash(case).package).items()}
    cells = {name: "".join(f"{key}: {value}\n" for key, value in pairs) for name, pairs in lines.items()}
    trade = [i.name for i, kind in zip(case.issues, issue_kinds(case), strict=True) if kind is IssueKind.INTEGRATIVE]
    cells["trade"] = f"I give way on: {trade[0]}\nyou give way on: {trade[1]}\n"
    return {
        "asked": asked_text(opened, notices=True),
        **{name: f"%%answer {name}\n{text}" for name, text in cells.items()},
    }


def _submissions(folder: Path, released: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    def opened(student: str) -> Opened:
        return graded_case(folder, EXERCISE, NAMED, student)

    def case(student: str) -> Case:
        return opened(student).case

    own = case("mo").parties[0]
    yield "ada", fill_in(released, best(opened("ada")))
    yield "bo", fill_in(released, best(opened("bo"), nash(case("ada")).package))
    yield "cy", fill_in(released, best(opened("cy")) | {"why": CY})
    yield "dee", fill_in(released, best(opened("dee")) | {"why": DEE})
    yield "eve", typed(fill_in(released, best(opened("evelyn"))), "evelyn")
    yield "fay", fill_in(released, best(opened("fay")) | {"why": FAY})
    yield GUS, fill_in(released, best(opened(GUS)) | {"why": FAY.upper()})
    yield "lu", fill_in(released, best(opened("lu"), case("lu").compromise))
    yield "lea", fill_in(released, best(opened("lea"), case("lea").compromise))
    yield "mo", fill_in(released, best(opened("mo"), tuple(p.index(max(p)) for p in own.points)) | {"why": MO})
    yield "nat", released


def typed(notebook: dict[str, Any], identity: str) -> dict[str, Any]:
    """The notebook with an id typed after `%student`."""
    for cell in notebook["cells"]:
        if "".join(cell["source"]).startswith("%student"):
            cell["source"] = f"%student {identity}"
    return notebook
