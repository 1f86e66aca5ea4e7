"""The desk's addresses: each reads, none changes anything."""

from collections.abc import Callable
from functools import partial
from importlib import resources
from pathlib import Path
from threading import Lock

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from ...negotiation import NegotiationError
from ..campus.sections import sections_of
from ..status import CourseStatus, course_status
from .door import HEADERS, Door
from .pages import class_page, feedback_files, overview_page, said_page, student_page
from .role_plays import role_plays

HOSTS = ["127.0.0.1", "localhost"]
"""The names by which the desk is asked for: a page elsewhere whose name is pointed here has another."""
WRITTEN = HEADERS | {"Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"}
"""Around pages that hold what students wrote: nothing in them runs, loads, or counts as the desk's."""
NOTHING = ("There is no such page", "It may have gone since the desk's page was made; go back and reload that.")


class Desk:
    """A course, looked at one request at a time: reading its settings is not for two threads at once."""

    def __init__(self, course: Path) -> None:
        """Take the course in a folder."""
        self._course, self._reading = course, Lock()

    def status(self) -> CourseStatus:
        """Return where the course stands now."""
        with self._reading:
            return course_status(self._course)

    def routes(self) -> list[Route]:
        """Return all addresses."""
        pages = {"/": self._overview, "/class": self._class, "/student": self._student}
        files = {"/feedback": self._feedback, "/role-play": self._role_play}
        script = Response(_script(), media_type="text/javascript", headers=HEADERS)
        return [
            *(Route(address, partial(_answered, page)) for address, page in {**pages, **files}.items()),
            Route("/copy.js", lambda _: script),
        ]

    def _overview(self, _: Request) -> Response:
        return _page(overview_page(self._course, self.status()))

    def _class(self, request: Request) -> Response:
        section = request.query_params.get("section", "")
        status = self.status()
        sections = sections_of(self._course, [one.id for one in status.about.students])
        return _page(class_page(self._course, status, sections, section))

    def _student(self, request: Request) -> Response:
        status, wanted = self.status(), request.query_params.get("id", "")
        for student in status.about.students:
            if student.id == wanted:
                section = sections_of(self._course, [student.id]).get(student.id, "")
                return _page(student_page(self._course, status, student, section))
        return _missing()

    def _feedback(self, request: Request) -> Response:
        """Return a page of feedback, looked up by names that the gradebook and the folder have."""
        asked = request.query_params
        for one in self.status().about.assignments:
            work = one.work.get(asked.get("id", "")) if one.name == asked.get("assignment") else None
            if work and work.feedback and asked.get("page") in feedback_files(work.feedback):
                return FileResponse(work.feedback / asked["page"], headers=WRITTEN)
        return _missing()

    def _role_play(self, request: Request) -> Response:
        name, page = request.query_params.get("name", ""), request.query_params.get("page", "")
        if any(one.name == name and page in one.pages for one in role_plays(self._course)):
            return FileResponse(self._course / "pairs" / name / page, headers=WRITTEN)
        return _missing()


def application(course: Path, token: str) -> Starlette:
    """Return the desk of a course, for whoever has the token."""
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)
    return Starlette(routes=Desk(course).routes(), middleware=[hosts, Middleware(Door, token=token)])


def _answered(page: Callable[[Request], Response], request: Request) -> Response:
    """Return a page, or what keeps it from being made in one sentence."""
    try:
        return page(request)
    except NegotiationError as problem:
        return HTMLResponse(said_page("The course cannot be read", str(problem)), 500, HEADERS)


def _page(html: str) -> HTMLResponse:
    return HTMLResponse(html.encode("utf-8", "backslashreplace"), headers=HEADERS)


def _missing() -> HTMLResponse:
    return HTMLResponse(said_page(*NOTHING), 404, HEADERS)


def _script() -> str:
    return resources.files(__package__).joinpath("copy.js").read_text(encoding="utf-8")
