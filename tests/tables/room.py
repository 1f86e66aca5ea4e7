"""A room with live tables: a round that was seated, the server without a network, and students at their pages."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from biggerpie.course.role_play.blank_forms import write_blank_results
from biggerpie.course.role_play.codes import Place, codes, write_codes
from biggerpie.course.role_play.round_files import round_folder, write_tables
from biggerpie.course.role_play.sealing import new_code
from biggerpie.course.role_play.versions import first_keys, version
from biggerpie.negotiation import Case, load_case
from biggerpie.tables.by_code import COOKIE, ByCode
from biggerpie.tables.hall import Hall
from biggerpie.tables.keys import Keys
from biggerpie.tables.seating import Chair, Table, chairs
from biggerpie.tables.server import application
from biggerpie.tables.serving import take_up
from biggerpie.tables.store import Store
from starlette.testclient import TestClient, WebSocketTestSession

ROUND, CASE = "week-3", "pay-rise"
GROUPS = (("ada", "bo"), ("cy", "dee", "eve"), ("flo",))
OFFER = {"packages": [[4, 4, 0, 0, 0, 0]], "says": [], "manner": ""}


def seat_a_class(course: Path, groups: tuple[tuple[str, ...], ...] = GROUPS, case_name: str = CASE) -> None:
    """Write what `biggerpie pairs` writes of a round, and what makes a folder a course."""
    case, keys, folder = (
        load_case(case_name),
        first_keys(load_case(case_name), len(groups)),
        round_folder(course, ROUND),
    )
    (course / "nbgrader_config.py").write_text("")
    write_tables(folder, groups, case_name, keys)
    places = {
        student: Place(number, version(case, key).case.parties[min(at, 1)].name, key)
        for number, (group, key) in enumerate(zip(groups, keys, strict=True), 1)
        for at, student in enumerate(group)
    }
    write_codes(folder, places, codes(folder, places))
    write_blank_results(folder, case, [len(group) for group in groups])


def codes_of(seats: dict[str, Chair]) -> dict[str, str]:
    """Return everybody's code."""
    return {chair.student: code for code, chair in seats.items()}


class Page:
    """A student's page: all that came to it, and what it holds now."""

    def __init__(self, socket: WebSocketTestSession) -> None:
        """Wait for the first state."""
        self.socket, self.number = socket, 0
        self.came: list[str] = []
        self.state: dict[str, Any] = {}
        self.hear()

    def hear(self) -> int | None:
        """Take up the next state; return which request it answers."""
        text = self.socket.receive_text()
        self.came.append(text)
        data = json.loads(text)
        self.state |= data["state"]
        return data["id"]

    def ask(self, **wish: Any) -> str:
        """Send a request, wait for its answer, and return the sentence that refused it."""
        self.number += 1
        self.socket.send_json({"id": self.number, "set": wish})
        while self.hear() != self.number and not self.state["problem"]:
            pass
        return self.state["problem"]

    def do(self, do: str, **more: Any) -> str:
        """Do something about the talk as this page shows it."""
        return self.ask(doing={"do": do, "at": self.state["picture"]["count"], **more})

    def say(self, words: str = "", draft: dict[str, Any] | None = None) -> str:
        """Write a message and send it."""
        self.ask(typed=words, **({"draft": draft} if draft else {}))
        return self.do("send")

    def until(self, count: int) -> "Page":
        """Wait until so many messages were said."""
        while self.state["picture"]["count"] < count:
            self.hear()
        return self


class Room:
    """The server's application over a round, in this process; `minutes` may be moved on."""

    def __init__(self, seats: dict[str, Chair], database: str, wait: float = 5) -> None:
        """Take up all talks."""
        self.seats, self.codes, self.minutes, self.complaints = seats, codes_of(seats), 0.0, []
        self.store = Store(database)
        with ExitStack() as unless_taken_up:
            unless_taken_up.callback(self.store.close)
            self.talks = take_up(seats, self.store, turns=12, counterpart="plain-dealer")
            unless_taken_up.pop_all()
        self.hall = Hall(self.talks, wait, self.complaints.append, clock=lambda: 60 * self.minutes)
        self.app = application(self.hall, ByCode(Keys(seats)))
        self.stack = ExitStack()
        self.client = TestClient(self.app)

    def __enter__(self) -> "Room":
        """Open the doors."""
        self.stack.enter_context(self.client)
        return self

    def __exit__(self, *_: object) -> None:
        """Close them, and write what is left."""
        self.stack.close()
        self.store.close()

    @contextmanager
    def sits(self, student: str) -> Iterator[Page]:
        """Let a student sit down, until they leave."""
        with self.client.websocket_connect("/talk", headers=self.cookie(student)) as socket:
            yield Page(socket)

    def cookie(self, student: str) -> dict[str, str]:
        """Return what the student's browser sends."""
        return {"cookie": f"{COOKIE}={self.codes[student]}"}


def room(course: Path, wait: float = 5) -> Room:
    """Return a room for the class that was seated in a course."""
    return Room(chairs(course, ROUND), f"sqlite:///{course / 'tables.db'}", wait)


def room_of(case: Case, folder: Path, group: tuple[str, ...] = ("ada", "bo")) -> Room:
    """Return a room with one table at which a case is played that no file holds."""
    write_blank_results(folder, case, [len(group)])
    table = Table(folder, 1, group, case, "")
    seats = {new_code(): Chair(table, student) for student in group}
    return Room(seats, f"sqlite:///{folder / 'tables.db'}")
