"""Behind a JupyterHub: the hub says who somebody is, and nobody else gets a seat."""

import os
from argparse import Namespace
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, unquote

import pytest
from biggerpie.lessons.command_line import main
from biggerpie.tables.by_hub import ByHub
from biggerpie.tables.on_hub import latest, seated, seats_by_student, stamp
from biggerpie.tables.seating import chairs
from biggerpie.tables.server import application
from biggerpie.tables.service import is_service
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from tornado.web import HTTPError

from .room import ROUND, room, seat_a_class

BELOW, SCOPE = "/services/tables/", "access:services!service=tables"


class FakeHub:
    """JupyterHub's HubOAuth, without a hub: a code is somebody's name, and so is a token."""

    login_url = "/hub/api/oauth2/authorize?client_id=service-tables"
    access_scopes = frozenset({SCOPE})
    cookie_name, state_cookie_name = "service-tables", "service-tables-oauth-state"

    def __init__(self) -> None:
        """Begin with no state given out."""
        self.states, self.away = 0, False

    def generate_state(self, next_url: str | None = None) -> str:
        """A state."""
        self.states += 1
        return f"state-{self.states}"

    async def token_for_code(self, code: str, *, sync: bool) -> str:
        """A token."""
        if code == "stale":
            raise HTTPError(403)
        return f"token-of-{code}"

    async def user_for_token(self, token: str, *, sync: bool) -> dict[str, Any] | None:
        """Who has the token."""
        if self.away:
            raise HTTPError(502)
        name = unquote(token.removeprefix("token-of-"))
        kind = "service" if name == "robot" else "user"
        return None if name == token else {"name": name, "kind": kind, "scopes": [] if name == "guest" else [SCOPE]}

    def check_scopes(self, required: Any, user: dict[str, Any]) -> set[str]:
        """Which scopes they have."""
        return set(required) & set(user["scopes"])


@pytest.fixture
def here(tmp_path):
    """The tables of a class behind a hub, which calls cy and dee by other names."""
    seat_a_class(tmp_path)
    inside, hub = room(tmp_path), FakeHub()
    entrance = ByHub(
        {chair.student: chair for chair in inside.seats.values()}, {"jupyter-cy": "cy", "x\\dee": "dee"}, hub, BELOW
    )
    with ExitStack() as stack:
        client = stack.enter_context(TestClient(application(inside.hall, entrance, BELOW), follow_redirects=False))
        yield SimpleNamespace(client=client, hub=hub)
    inside.store.close()


def sign_in(here: SimpleNamespace, code: str) -> Any:
    """Go to the hub and come back with a code, as a browser does."""
    here.client.cookies.clear()
    asked = here.client.get(BELOW)
    state = asked.headers["location"].partition("&state=")[2]
    return here.client.get(f"{BELOW}oauth_callback", params={"code": quote(code), "state": state})


def test_a_stranger_is_sent_to_the_hub_and_comes_back_to_their_seat(here):
    asked = here.client.get(BELOW)
    assert asked.headers["location"] == f"{FakeHub.login_url}&state=state-1"
    back = sign_in(here, "ada")
    assert (back.status_code, back.headers["location"]) == (303, BELOW)
    kept = back.headers.get_list("set-cookie")[-1].lower()
    assert "httponly" in kept
    assert "samesite=lax" in kept
    assert f"path={BELOW}" in kept
    page = here.client.get(BELOW).text
    assert "you are the nurse" in page
    assert "Sign out" not in page
    with here.client.websocket_connect(f"{BELOW}talk") as socket:
        assert '"picture"' in socket.receive_text()


@pytest.mark.parametrize(
    ("user", "sees"), [("jupyter-cy", "you are the nurse"), ("ADA", "you are the nurse"), ("x\\dee", "you are the vet")]
)
def test_a_hubs_spelling_of_a_student_leads_to_the_same_seat(here, user, sees):
    sign_in(here, user)
    assert sees in here.client.get(BELOW).text


@pytest.mark.parametrize(
    "user",
    [
        "(ada)",
        "\N{LEFT DOUBLE QUOTATION MARK}ada\N{RIGHT DOUBLE QUOTATION MARK}",
        "x\\ada",
        "a\N{SOFT HYPHEN}da",
        " ada",
        "\N{FULLWIDTH LATIN SMALL LETTER A}da",
        "jupyter\N{EN DASH}cy",
        "(jupyter-cy)",
    ],
)
def test_a_name_that_only_looks_like_a_classmates_takes_no_seat(here, user):
    sign_in(here, user)
    assert here.client.get(BELOW).status_code == 404
    assert closed_with(here) == 4003


def test_a_user_without_a_seat_is_told_so(here):
    sign_in(here, "<b>zoe</b>")
    answer = here.client.get(BELOW)
    assert answer.status_code == 404
    assert "JupyterHub knows you as “&lt;b&gt;zoe&lt;/b&gt;”" in answer.text
    assert closed_with(here) == 4003


@pytest.mark.parametrize("who", ["guest", "robot"])
def test_whoever_lacks_the_right_or_is_no_person_gets_no_seat(here, who):
    sign_in(here, who)
    assert here.client.get(BELOW).status_code == 303
    assert closed_with(here) == 4003


def test_no_made_up_token_and_no_code_of_the_other_entrance_opens_a_seat(here, tmp_path):
    for cookie in ("ada", "token", next(iter(chairs(tmp_path, ROUND)))):
        here.client.cookies.clear()
        here.client.cookies.set(FakeHub.cookie_name, cookie)
        here.client.cookies.set("biggerpie-seat", next(iter(chairs(tmp_path, ROUND))))
        assert here.client.get(BELOW).status_code == 303
        assert closed_with(here) == 4003
    assert here.client.post(BELOW, data={"code": "x"}).status_code == 405


def test_nobody_is_signed_in_by_a_link_of_somebody_else(here):
    here.client.get(BELOW)
    for code, state in (("bo", "state-0"), ("bo", ""), ("", "state-1"), ("bo", "é")):
        answer = here.client.get(f"{BELOW}oauth_callback", params={"code": code, "state": state})
        assert answer.status_code == 403
        assert "service-tables" not in here.client.cookies
    here.client.cookies.clear()
    assert here.client.get(f"{BELOW}oauth_callback", params={"code": "bo", "state": ""}).status_code == 403
    assert sign_in(here, "stale").status_code == 403


def test_while_the_hub_is_away_pages_wait_and_come_back(here):
    sign_in(here, "ada")
    here.hub.away = True
    answer = here.client.get(BELOW)
    assert (answer.status_code, "doesn't answer just now" in answer.text.replace("&#39;", "'")) == (503, True)
    assert closed_with(here) == 1013
    here.hub.away = False
    assert "you are the nurse" in here.client.get(BELOW).text


def closed_with(here: SimpleNamespace) -> int:
    """With which number the server closes a connection."""
    with here.client.websocket_connect(f"{BELOW}talk") as socket, pytest.raises(WebSocketDisconnect) as closed:
        socket.receive_text()
    return closed.value.code


def test_the_round_that_was_seated_last_is_played_and_seating_again_is_seen(tmp_path):
    assert latest(tmp_path) == []
    seat_a_class(tmp_path)
    before = stamp(tmp_path)
    tables = tmp_path / "pairs" / ROUND / "tables.csv"
    old = tmp_path / "pairs" / "week-1"
    old.mkdir()
    (old / "tables.csv").write_bytes(tables.read_bytes())
    os.utime(old / "tables.csv", (1, 1))
    assert latest(tmp_path) == [ROUND]
    assert stamp(tmp_path) != before
    assert set(seats_by_student(tmp_path, [ROUND])) == {"ada", "bo", "cy", "dee", "eve", "flo"}


def test_a_faulty_round_does_not_keep_the_hub_from_starting(tmp_path, capsys):
    seat_a_class(tmp_path)
    (tmp_path / "pairs" / ROUND / "tables.csv").write_text(
        "table,case,first,second,third,version\n1,no-such-case,a,b,,\n"
    )
    options = Namespace(rounds=[], turns=12, counterpart="plain-dealer")
    assert seated(tmp_path, None, options) == ({}, [])
    assert "no-such-case" in capsys.readouterr().out


def test_somebodys_own_server_on_a_hub_is_no_service(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "x")
    monkeypatch.delenv("JUPYTERHUB_SERVICE_NAME", raising=False)
    assert not is_service()
    assert main(["tables", "--course", str(tmp_path)]) == 2
    assert "name the round to play" in capsys.readouterr().err
    monkeypatch.setenv("JUPYTERHUB_SERVICE_NAME", "tables")
    assert is_service()
