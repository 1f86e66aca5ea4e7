"""One exercise in the learner's browser: its case is open, forms and checks answer, and the record keeps all of it.

The page asks it by name, as it asks `session` of a lesson; what a cell shows comes as HTML under the cell's id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from IPython import now_runs

from ...grading.dossiers.self_paced import COUNTER, earlier_answer
from ...negotiation import NegotiationError
from ...widgets.record import record_in
from ...widgets.record.here import lesson_of
from ...widgets.written_answer.written_answer import BLANK
from ..cells import State, answer, changes, state_of, widgets_among
from ..exercise import LONGEST, is_blank, remarks_and_text
from ..kits_cell import ForeignCodeError
from ..open_exercise import OpenExercise
from . import session

MOST_CASES = 999_999
FIRST, NUMBER, EARLIER = "open-case", "case number", "earlier answers"
"""The cell under which the record keeps what is about the whole exercise, and what that is."""


@dataclass
class Page:
    """The exercise that is open: its name in the record, its test cells by id, its answers by their cells' ids.

    `tests` has of each its source and the answer's name, `kinds` has of each widget its cell's id and its class's name.
    """

    exercise: OpenExercise
    lesson: str
    number: int = 1
    tests: dict[str, tuple[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    widgets: list[Any] = field(default_factory=list)
    kinds: list[tuple[str, str]] = field(default_factory=list)
    told: list[State] = field(default_factory=list)


_pages: list[Page] = []


def begin(folder: str, file: str, cells: list[list[str]], files: dict[str, str]) -> dict[str, Any]:
    """Run an exercise's cells, each an id, its source and its kind, with the record's files beside it.

    Returns the states of all widgets, what else the cells show, the answers that stood there, the number of the case,
    and what was answered to earlier ones.
    """
    session.enter(Path(folder), file, files)
    page = Page(OpenExercise(Path(folder)), lesson_of(Path(folder) / file))
    _pages[:] = [page]
    number = _number()
    if number > 1:
        Path(COUNTER).write_text(f"{number}\n", encoding="utf-8")
    return run_cells(page, cells)


def run_cells(page: Page, cells: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Run the cells of a page that was just opened, and return what `begin` does."""
    _pages[:] = [page]
    page.number = _number()
    shown = {cell[0]: html for cell in cells if (html := _begun(page, *cell))}
    shown |= {place: _tested(page, place) for place, (_, name) in page.tests.items() if _is_answered(page, name)}
    page.told = _states(page)
    told = {"number": _number(), "earlier": _earlier().strip()}
    return {"states": page.told, "shown": shown, "texts": page.texts} | told


def _begun(page: Page, place: str, source: str, kind: str, name: str) -> str:
    """Run a cell in the beginning and return its HTML; an answer is read, and a test waits for it."""
    if kind in ("answer", "written"):
        page.names[place], text = name, remarks_and_text(source)[1]
        kept = str(_kept(place, f"answer {name}").get("text", ""))
        if not is_blank(text) and kept.strip() not in ("", text.strip()):
            _put_aside(page, place, kept)  # the notebook that was opened holds another answer
        write(place, kept if kept and is_blank(text) else text)
        return ""
    if kind == "test":
        page.tests[place] = source, name
        return ""
    now_runs(place)
    try:
        shown = page.exercise.run(source)
    except ForeignCodeError as problem:
        return _said(problem)
    for widget in widgets_among(shown):
        widget.find_entry()
        page.widgets.append(widget)
        page.kinds.append((place, type(widget).__name__))
    return _html(shown)


def change(place: int, sent: State) -> dict[str, Any]:
    """Set what the browser sent to a widget; return what changed in it, and in the others."""
    [page] = _pages
    changed = answer(page.widgets[place], sent)
    news = _news(page)
    news.pop(str(place), None)
    return {"changed": changed, "news": news}


def replay(moves: list[tuple[int, State]]) -> dict[str, list[State]]:
    """Make the learner's moves in their order, and return all states then."""
    [page] = _pages
    for place, sent in moves:
        answer(page.widgets[place], sent)
    page.told = _states(page)
    return {"states": page.told}


def write(place: str, text: str) -> dict[str, Any]:
    """Keep what stands in the cell of an answer now; what another tab wrote there meanwhile is put aside."""
    [page] = _pages
    if _number() != page.number:  # another tab went on to another case
        _put_aside(page, place, text)
        return {}
    there = str(_kept(place, f"answer {page.names[place]}").get("text", ""))
    if place in page.texts and not is_blank(there) and there != page.texts[place][:LONGEST] and there not in text:
        _put_aside(page, place, there)
    page.texts[place] = "" if text.strip() == BLANK else text
    page.exercise.answer(page.names[place], page.texts[place])
    kind, state = f"answer {page.names[place]}", {"text": page.texts[place][:LONGEST]}
    if _kept(place, kind).get("text", "") != state["text"] and (_kept(place, kind) or not is_blank(text)):
        _keep(place, kind, state)
    return {}


def test(place: str) -> dict[str, Any]:
    """Run a test cell; return its HTML, and what changed in the widgets."""
    [page] = _pages
    return {"html": _tested(page, place), "news": _news(page)}


def take(files: dict[str, str]) -> dict[str, Any]:
    """Bring the record together with what another page of the site wrote; return the answers and the case's number."""
    session.take(files)
    [page] = _pages
    kept = {place: _kept(place, f"answer {name}").get("text") for place, name in page.names.items()}
    return {"texts": {place: text for place, text in kept.items() if text is not None}, "number": _number()}


def another() -> dict[str, Any]:
    """Go on to another case: what was answered is put to the earlier answers, and every cell is blank then."""
    [page] = _pages
    for place, name in page.names.items():
        if not is_blank(page.texts[place]):
            _put_aside(page, place, page.texts[place])
            _keep(place, f"answer {name}", {"text": ""})
    _keep(FIRST, NUMBER, {"number": min(_number() + 1, MOST_CASES)})
    return {}


def _put_aside(page: Page, place: str, text: str) -> None:
    """Add an answer to the earlier ones."""
    told = _earlier() + earlier_answer(page.number, page.names[place], text)
    _keep(FIRST, EARLIER, {"text": told[-LONGEST:]})


def _earlier() -> str:
    return str(_kept(FIRST, EARLIER).get("text", ""))


def _tested(page: Page, place: str) -> str:
    try:
        return _html(page.exercise.run(page.tests[place][0]))
    except NegotiationError as problem:
        return _said(problem)


def _said(problem: NegotiationError) -> str:
    return f"<p>{escape(str(problem))}</p>"


def _is_answered(page: Page, name: str) -> bool:
    """Return whether somebody wrote into the answer of this name."""
    return any(not is_blank(page.texts[cell]) for cell, other in page.names.items() if other == name)


def _html(shown: Iterable[Any]) -> str:
    """Return the HTML of what is no widget."""
    return "".join(
        str(value._repr_html_()) for value in shown if hasattr(value, "_repr_html_") and not widgets_among([value])
    )


def _news(page: Page) -> dict[str, State]:
    """Return by a widget's place what changed in its state since that was told."""
    before, page.told = page.told, _states(page)
    pairs = enumerate(zip(before, page.told, strict=True))
    return {str(place): changes(was, now, {}) for place, (was, now) in pairs if now != was}


def _states(page: Page) -> list[State]:
    return [state_of(widget) for widget in page.widgets]


def _number() -> int:
    number = _kept(FIRST, NUMBER).get("number")
    return number if type(number) is int and 1 <= number <= MOST_CASES else 1


def _kept(place: str, kind: str) -> State:
    entry = record_in(Path.cwd()).entry((_pages[0].lesson, place, kind))
    return entry.state if entry else {}


def _keep(place: str, kind: str, state: State) -> None:
    record_in(Path.cwd()).put((_pages[0].lesson, place, kind), state, None)


CALLS: session.Calls = {
    "begin": begin,
    "change": change,
    "replay": replay,
    "write": write,
    "test": test,
    "another": another,
    "take": take,
    "load": session.load,
}
call = session.answering(CALLS)
