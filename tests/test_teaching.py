"""What teachers read: every lesson has its page, minutes are the course's, and what is named is there."""

import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tools.canonical import ROOT

TEACHING = ROOT / "teaching"
LESSONS = {int(file.name[:2]): file for file in sorted((ROOT / "lessons").glob("[0-9]*.ipynb"))}
EXERCISES = {int(file.parent.name[:2]): file for file in sorted((ROOT / "exercises").glob("0*/exercise.ipynb"))}
PARTS = ("**Afterwards they can**", "**What people get wrong.**", "**Debrief.**", "**Away from the screen.**")


def page(name: str) -> str:
    return (TEACHING / f"{name}.md").read_text(encoding="utf-8")


def cells(file: Path) -> list[dict[str, Any]]:
    return json.loads(file.read_text(encoding="utf-8"))["cells"]


def text(file: Path) -> str:
    return "\n".join("".join(cell["source"]) for cell in cells(file))


def test_every_lesson_has_its_page_with_the_minutes_of_the_course_map():
    told = tomllib.loads((ROOT / "widgets" / "course_map" / "lessons.toml").read_text(encoding="utf-8"))["lessons"]
    minutes = {int(lesson["name"][:2]): lesson["minutes"] for lesson in told}
    said = re.findall(r"^## Lesson (\d+): .+ \((\d+) minutes\)$", page("lessons"), re.MULTILINE)
    assert {int(lesson): int(time) for lesson, time in said} == minutes
    assert set(minutes) == set(LESSONS)


def test_every_lessons_page_has_outcomes_mistakes_questions_and_something_to_do():
    for lesson in page("lessons").split("\n## ")[1:]:
        assert [lesson.count(part) for part in PARTS] == [1] * len(PARTS), lesson[:40]
        assert lesson.count("?") >= 2


def test_the_short_syllabi_fit_into_their_time():
    three_hours, one_day = page("syllabi").split("\n## ")[1:3]
    minutes = [sum(map(int, re.findall(r"^\| (\d+) \|", block, re.MULTILINE))) for block in (three_hours, one_day)]
    assert minutes[0] == 180
    assert sum(minutes) <= 7 * 60


@pytest.mark.parametrize("weeks", ["Six weeks", "Twelve weeks"])
def test_the_long_syllabi_go_through_every_lesson_in_order(weeks):
    block = page("syllabi").split(f"\n## {weeks}")[1].split("\n## ")[0]
    taught = [int(one) for row in re.findall(r"^\| \d+ \| ([\d, ]+) \|", block, re.MULTILINE) for one in row.split(",")]
    handed_in = [int(one) for one in re.findall(r"Exercise (\d)", block)]
    assert taught == sorted(LESSONS)
    assert all(before < after for before, after in pairwise(handed_in))
    assert set(handed_in) <= set(EXERCISES)


def test_each_statement_of_the_article_is_taught_in_cells_and_practised_in_parts_that_exist():
    rows = [row.split(" | ") for row in re.findall(r"^\| (.+ \| .+ \| .+) \|$", page("seed-article"), re.MULTILINE)][2:]
    assert len(rows) > 20
    for said, taught, practised in rows:
        for where in taught.split("; "):
            lesson, cell = where.split(": ")
            assert cell in {one["id"] for one in cells(LESSONS[int(lesson)])}, (said, where)
        for where in practised.split("; ") if not practised.startswith("not ") else ():
            exercise, part = map(int, where.split(": "))
            assert f"## Part {part}:" in text(EXERCISES[exercise]), (said, where)


def test_links_lead_somewhere_and_nothing_of_it_reaches_students():
    for file in sorted(TEACHING.glob("*.md")):
        links = re.findall(r"\]\((?!https?:)([^)#]+)\)", file.read_text(encoding="utf-8"))
        assert [link for link in links if not (TEACHING / link).exists()] == []
    assert "teaching" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "teaching" not in (ROOT / "lessons" / "shelf.py").read_text(encoding="utf-8")
