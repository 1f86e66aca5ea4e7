"""The entrance on a JupyterHub: the hub says who somebody is, by JupyterHub's own HubOAuth."""

from collections.abc import Mapping
from hmac import compare_digest
from typing import Any, Protocol

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from tornado.web import HTTPError

from ..negotiation import NegotiationError
from .pages import no_seat_page
from .responses import page
from .seating import Chair

CALLBACK = "/oauth_callback"  # JupyterHub expects it there
STATE_LIVES = 600  # seconds in which somebody signs in
AWAY = "JupyterHub doesn't answer just now, so nobody can be let in; reload the page in a moment."
FAILED = "JupyterHub didn't let you in; open this page again, and sign in."


class HubOAuth(Protocol):
    """What is used of JupyterHub's class of that name."""

    login_url: str
    access_scopes: Any
    cookie_name: str
    state_cookie_name: str

    def generate_state(self, next_url: str | None = None) -> str:
        """Return a secret that comes back with whoever signed in."""

    async def token_for_code(self, code: str, *, sync: bool) -> str:
        """Return the token for which the hub gave the code."""

    async def user_for_token(self, token: str, *, sync: bool) -> dict[str, Any] | None:
        """Return who has a token."""

    def check_scopes(self, required: Any, user: dict[str, Any]) -> Any:
        """Return which of the scopes somebody has."""


class ByHub:
    """Whoever the hub knows sits where the class list has them."""

    signs_out = False

    def __init__(self, seats: Mapping[str, Chair], hub_names: Mapping[str, str], auth: Any, prefix: str) -> None:
        """Take everybody's chair, by student, and the hub's names that are not the class list's."""
        self._seats, self._hub_names, self._prefix = seats, hub_names, prefix
        self._auth: HubOAuth = auth

    def routes(self) -> list[BaseRoute]:
        """Return where the hub sends whoever signed in."""
        return [Route(CALLBACK, self._come_back)]

    async def chair_of(self, asks: HTTPConnection) -> Chair | None:
        """Return the chair of the user who asks."""
        return self._seats.get(self._listed(await self._user(asks)))

    async def receive(self, request: Request) -> Response:
        """Send a stranger to the hub, and tell a user who has no seat."""
        if user := await self._user(request):
            return page(no_seat_page(user), 404)
        state = self._auth.generate_state()
        answer = RedirectResponse(f"{self._auth.login_url}&state={state}", status_code=303)
        self._keep(answer, request, self._auth.state_cookie_name, state, STATE_LIVES)
        return answer

    async def _come_back(self, request: Request) -> Response:
        """Keep the token of whoever signed in here, and nobody else's: the state must be this browser's."""
        state, code = (request.query_params.get(name, "") for name in ("state", "code"))
        kept = request.cookies.get(self._auth.state_cookie_name, "")
        if not kept or not code or not compare_digest(kept.encode(), state.encode()):
            return page(no_seat_page("", FAILED), 403)
        try:
            token = await self._auth.token_for_code(code, sync=False)
        except HTTPError:
            return page(no_seat_page("", FAILED), 403)
        answer = RedirectResponse(self._prefix, status_code=303)
        answer.delete_cookie(self._auth.state_cookie_name, path=self._prefix)
        self._keep(answer, request, self._auth.cookie_name, token, None)
        return answer

    async def _user(self, asks: HTTPConnection) -> str:
        """Return the hub's name of whoever asks, "" for nobody's; raise NegotiationError where the hub is away."""
        token = asks.cookies.get(self._auth.cookie_name, "")
        try:
            user = await self._auth.user_for_token(token, sync=False) if token else None
        except HTTPError:
            raise NegotiationError(AWAY) from None
        if not user or not self._auth.check_scopes(self._auth.access_scopes, user):
            return ""
        return str(user.get("name", "")) if user.get("kind", "user") == "user" else ""

    def _listed(self, user: str) -> str:
        """Return the student who a user is, "" for nobody: only capitals may differ, as people may choose such names.

        hub-names.csv says who somebody with another name is.
        """
        if user in self._seats:
            return user
        named = next((student for name, student in self._hub_names.items() if same_but_for_capitals(name, user)), user)
        found = [student for student in self._seats if same_but_for_capitals(student, named)]
        return found[0] if len(found) == 1 else ""

    def _keep(self, answer: Response, request: Request, name: str, value: str, age: int | None) -> None:
        """Set a cookie that no script can read and that no other site's page sends."""
        secure = request.url.scheme == "https"
        answer.set_cookie(name, value, max_age=age, path=self._prefix, httponly=True, samesite="lax", secure=secure)


def same_but_for_capitals(one: str, other: str) -> bool:
    """Return whether two names differ in capitals at most; signs that only look like a letter are another name."""
    return one.lower() == other.lower() and one.upper() == other.upper()
