"""Somebody on the hub, through its proxy: signs in as a browser does, works in their server, sits at a live table."""

import json
import time
from contextlib import ExitStack
from typing import Any

import httpx2
from websockets.sync.client import connect

from .real_hub import PASSWORD, SECONDS_TO_START

TABLES = "/services/tables/"


class HubUser:
    """A user with a browser's cookies, and a token for the interface of their own server."""

    def __init__(self, address: str, name: str) -> None:
        """Sign in."""
        self.name, self.address = name, address
        self.web = httpx2.Client(base_url=address, follow_redirects=True, timeout=SECONDS_TO_START)
        self.web.get("/hub/login")
        form = {"username": name, "password": PASSWORD, "_xsrf": self._xsrf()}
        answer = self.web.post("/hub/login?next=/hub/home", data=form, headers={"Referer": f"{address}/hub/login"})
        assert answer.status_code < 500, answer.text
        made = self.web.post(f"/hub/api/users/{name}/tokens", json={}, headers={"X-XSRFToken": self._xsrf()})
        assert made.status_code == 201, made.text
        self.token = {"Authorization": f"token {made.json()['token']}"}

    def _xsrf(self) -> str:
        return next(str(one.value) for one in self.web.cookies.jar if one.name == "_xsrf" and one.path == "/hub/")

    def api(self, method: str, path: str, **more: Any) -> httpx2.Response:
        """Ask anything of the hub or of a server, with this user's token and nothing else."""
        return httpx2.request(method, f"{self.address}{path}", headers=self.token, timeout=SECONDS_TO_START, **more)

    def start_server(self) -> None:
        """Start the server and wait until it answers."""
        assert self.api("POST", f"/hub/api/users/{self.name}/server").status_code in (201, 202)
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            answer = self.api("GET", f"/user/{self.name}/api/status")
            if answer.status_code == 200:
                return
            time.sleep(2)
        raise AssertionError(f"the server of {self.name} did not start: {answer.status_code}")

    def exercise(self, action: str, course: str, exercise: str) -> None:
        """Fetch an exercise, submit it, or fetch its feedback, as nbgrader's list of assignments does."""
        asked = {"course_id": course, "assignment_id": exercise}
        answer = self.api("POST", f"/user/{self.name}/assignments/{action}", params=asked)
        assert answer.json()["success"], answer.text

    def notebook(self, path: str) -> dict[str, Any]:
        """Return a notebook in the home folder."""
        return self.api("GET", f"/user/{self.name}/api/contents/{path}").json()["content"]

    def save(self, path: str, notebook: dict[str, Any]) -> None:
        """Save a notebook."""
        body = {"type": "notebook", "content": notebook}
        assert self.api("PUT", f"/user/{self.name}/api/contents/{path}", json=body).status_code == 200

    def seat(self) -> str:
        """Open the live tables, let the hub sign us in there, and return the page."""
        for _ in range(30):
            page = self.web.get(TABLES)
            if page.status_code == 200:
                return page.text
            time.sleep(1)  # the round was seated just now
        raise AssertionError(f"{self.name} got no seat: {page.status_code} {page.text[-500:]}")

    def sit_down(self) -> "Talker":
        """Connect to the table, as the page does."""
        cookie = "; ".join(f"{one.name}={one.value}" for one in self.web.cookies.jar if one.path == TABLES)
        return Talker(f"{self.address.replace('http', 'ws')}{TABLES}talk", cookie)

    def close(self) -> None:
        """Leave the hub."""
        self.web.close()


class Talker:
    """A page of the live tables: what came to it, and what it holds."""

    def __init__(self, address: str, cookie: str) -> None:
        """Connect, and wait for the first state."""
        self._open = ExitStack()
        self.socket = self._open.enter_context(connect(address, additional_headers={"Cookie": cookie}))
        self.number, self.came, self.state = 0, "", {}
        self.hear()

    def close(self) -> None:
        """Drop out."""
        self._open.close()

    def hear(self) -> int | None:
        """Take up the next state, and return which request it answers."""
        text = str(self.socket.recv(timeout=60))
        self.came += text
        data = json.loads(text)
        self.state |= data["state"]
        return data["id"]

    def until(self, count: int) -> "Talker":
        """Wait until so many messages were said."""
        while self.state["picture"]["count"] < count:
            self.hear()
        return self

    def say(self, words: str) -> None:
        """Say something, and wait until it is stored."""
        self.number += 1
        doing = {"do": "send", "at": self.state["picture"]["count"]}
        self.socket.send(json.dumps({"id": self.number, "set": {"typed": words, "doing": doing}}))
        while self.hear() != self.number:
            pass
        assert self.state["problem"] == "", self.state["problem"]
