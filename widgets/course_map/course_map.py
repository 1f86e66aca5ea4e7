"""The course map: the lessons, what is done, what comes next and how long it takes, and the marks so far."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import traitlets

from .._bundle import module, style
from .._words import decimal
from ..record import FILE
from ..record.entries import Entries
from ..record.record_file import RecordFile
from ..simulation import Simulation
from .pages import Page, exercises_for, pages_in
from .progress import DONE, Progress, all_lessons, minutes_left, next_lesson, progress
from .returning import returned, returns, today_here

PAGES = ("my-negotiation", "first-and-last")
"""The pages that belong to no lesson, by their names in the record."""


class CourseMap(Simulation):
    """The way through the lessons in a folder, by the learner's record there.

    Trait: `looked`, how often the browser has asked to look again, since other pages write the record. A lesson that
    is not in the folder is not on the map.
    """

    _esm = module("course_map/course_map.js")
    _css = style("course_map/course_map.css")
    redraws_on = ("looked",)

    looked = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, folder: Path | None = None, today: Callable[[], date] = today_here) -> None:
        """Show the lessons in the folder; without one, those beside the notebook. `today` tells the day."""
        self._folder, self._today = (folder or Path.cwd()).absolute(), today
        super().__init__("course_map")

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        pages, exercises, entries = pages_in(self._folder), exercises_for(self._folder), _kept_in(self._folder)
        lessons = [progress(lesson, entries) for lesson in all_lessons() if lesson.name in pages]
        following = next_lesson(lessons)
        return {
            "summary": " ".join(filter(None, (self._summary(lessons, following, pages), self._come_back(entries)))),
            "lessons": [self._stop(one, pages, exercises) | {"next": one is following} for one in lessons],
            "pages": [self._named(pages[name]) for name in PAGES if name in pages],
        }

    def _summary(self, lessons: list[Progress], following: Progress | None, pages: dict[str, Page]) -> str:
        if not lessons:
            return self.words.say("no_lessons")
        if following is None:
            return self.words.say("all_done", all=len(lessons))
        done = sum(one.state == DONE for one in lessons)
        said = self.words.say("so_far", done=done, all=len(lessons), minutes=minutes_left(lessons))
        return f"{said} {self.words.say('go_on', lesson=pages[following.lesson.name].title)}"

    def _come_back(self, entries: Entries) -> str:
        """Return a sentence on questions that have come back and wait for an answer, "" where none do."""
        there = returned(returns(entries), self._today())
        return "" if there is None or there.is_over else self.words.say("come_back", lesson=there.number)

    def _stop(self, one: Progress, pages: dict[str, Page], exercises: dict[str, Page]) -> dict[str, Any]:
        exercise = exercises.get(one.lesson.exercise)
        return {
            **self._named(pages[one.lesson.name]),
            "state": one.state,
            "said": self.words.say(one.state, played=one.played, steps=one.steps),
            "minutes": self.words.say("minutes", minutes=one.lesson.minutes),
            "exercise": self._exercise(exercise) if exercise else None,
        }

    def _exercise(self, page: Page) -> dict[str, str]:
        marks = ""
        if page.marks:
            points, most = page.marks
            marks = self.words.say("marks", points=decimal(points, int(points % 1 > 0), self.words), most=most)
        return {**self._named(page), "marks": marks}

    def _named(self, page: Page) -> dict[str, str]:
        return {"title": page.title, "page": self._link(page)}

    def _link(self, page: Page) -> str:
        """Return the way from the map's folder to a page, with slashes."""
        up = next(folder for folder in (self._folder, *self._folder.parents) if page.file.is_relative_to(folder))
        steps = len(self._folder.relative_to(up).parts)
        return "../" * steps + page.file.relative_to(up).as_posix()


def _kept_in(folder: Path) -> Entries:
    """Return what the record holds; what is wrong with one that cannot be read, its simulations say."""
    try:
        return RecordFile(folder / FILE).read()
    except (OSError, ValueError):
        return {}
