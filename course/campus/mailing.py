"""Feedback to be sent by a mail merge: a folder of pages, and mail.csv, who gets which. Nothing is sent from here."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ...grading.atomic_files import write_whole
from ...grading.formulas import plain
from ...grading.nbgrader_adapter.class_marks import ClassMarks, Classmate
from ...negotiation import NegotiationError
from .feedback_pages import feedback_pages, no_feedback, said_of_missing_marks

LIST = "mail.csv"
HEADINGS = ("name", "first_name", "address", "file", "student")
ADDRESS = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+")


@dataclass(frozen=True, slots=True)
class ToMail:
    """The pages by the name that each gets in the folder, the lines of mail.csv, and what the instructor must know."""

    pages: Mapping[str, Path]
    lines: Sequence[Sequence[str]]
    told: Sequence[str]


def to_mail(course: Path, classmates: Sequence[Classmate], marks: ClassMarks) -> ToMail:
    """Return what to send: every page of a student of the class list who has an address.

    Raises NegotiationError where there is no feedback yet.
    """
    found = feedback_pages(course, marks)
    if not found.folders:
        raise no_feedback(marks.assignment)
    pages: dict[str, Path] = {}
    lines: list[Sequence[str]] = []
    in_part: list[str] = []
    told = list(found.told)
    for one in sorted((one for one in classmates if one.id not in found.left_out), key=lambda one: one.id):
        own = sorted(found.folders[one.id].glob("*.html")) if one.id in found.folders else []
        if not own:
            told.append(f"{one.id} has no feedback yet.")
            continue
        if not ADDRESS.fullmatch(one.email) or plain(one.email) != one.email:  # nor a formula
            told.append(f"{one.id} has no address that could be one in the class list ({one.email!r}), so no mail.")
            continue
        if one.id in marks.marks and marks.marks[one.id].points is None:
            in_part.append(one.id)
        for page in own:
            name = f"{one.id}-{page.name}"
            if name.casefold() in map(str.casefold, pages):  # 'a' with 'b-x.html', and 'a-b' with 'x.html'
                name = f"{len(pages)}-{name}"
            pages[name] = page
            lines.append((plain(one.name), plain(one.first_name), one.email, name, one.id))
    return ToMail(pages, lines, [*told, *said_of_missing_marks(in_part)])


def write_mail(folder: Path, mail: ToMail) -> None:
    """Write the pages, and mail.csv last; raise NegotiationError where the folder holds anything already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NegotiationError(f"{folder} is not empty, so nothing was written; delete it, or name another folder.")
    for name, page in mail.pages.items():
        write_whole(folder / name, page.read_bytes())
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([HEADINGS, *mail.lines])
    write_whole(folder / LIST, out.getvalue().encode("utf-8-sig"))
