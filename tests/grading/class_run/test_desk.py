"""The desk shows what `biggerpie status` shows, to whoever has its token, whatever students are called."""

import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import psutil
import pytest
from biggerpie.course.desk.server import application
from biggerpie.course.status import HEADINGS, status_text
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from .desk_course import EXERCISE, HOSTILE, HURT, furnish
from .gradebooks import moved

TOKEN, HERE = "the-token", "http://127.0.0.1:8870"


@pytest.fixture(scope="module")
def course(handed_in, tmp_path_factory) -> Path:
    return furnish(moved(handed_in, tmp_path_factory.mktemp("desk") / "course"))


@pytest.fixture
def stranger(course) -> TestClient:
    return TestClient(application(course, TOKEN), base_url=HERE)


@pytest.fixture
def desk(stranger) -> TestClient:
    assert stranger.get("/", params={"token": TOKEN}).status_code == 200
    return stranger


class Read:
    """A page's tables as text, its commands, its links, and whatever in it could act."""

    def __init__(self, page: str) -> None:
        """Parse it as a browser does."""
        found = BeautifulSoup(page, "html.parser")
        self.rows = [[cell.get_text() for cell in row.find_all(["td", "th"])] for row in found.find_all("tr")]
        self.commands = [code.get_text() for code in found.find_all("code")]
        self.links = [link["href"] for link in found.find_all("a")]
        acting = [tag for tag in found.find_all(["script", "img", "iframe", "form"]) if tag.get("src") != "/copy.js"]
        self.odd = acting + [tag for tag in found.find_all() if any(name.startswith("on") for name in tag.attrs)]


def test_the_first_page_has_every_cell_that_status_prints(desk, course):
    head, *rows = Read(desk.get("/").text).rows
    assert tuple(head) == HEADINGS
    printed = [line.split() for line in status_text(course).splitlines()[3:]]
    assert [" ".join(row).split() for row in rows] == printed
    assert rows[0][:5] == [EXERCISE, "yes", "2030-01-20 12:00+00:00", "12", "2"]


def test_what_waits_stands_with_a_command_of_the_kit_in_one_line(desk):
    page = Read(desk.get("/").text)
    text = desk.get("/").text
    assert "9 handed in and not marked yet" in text
    assert "2 waiting for marks that a person gives" in text
    assert f"biggerpie grade {EXERCISE}" in page.commands
    assert f"biggerpie return {EXERCISE}" in page.commands
    assert "nbgrader generate_assignment 02-concessions" in page.commands
    assert all("\n" not in one and one for one in page.commands)


def test_a_students_page_says_what_is_missing_and_leads_to_the_feedback(desk):
    def row(student: str) -> list[str]:
        return Read(desk.get("/student", params={"id": student}).text).rows[1]

    assert row("demo-01")[:2] == [EXERCISE, "waiting"]
    assert re.fullmatch(r"[\d.]+ of 100", row("demo-01")[2])
    assert row("demo-07")[1] == "marked, late"
    assert row("demo-03") == [EXERCISE, "not marked yet", "–", "–"]
    assert row("o'neill")[1] == "missing"
    asked = Read(desk.get("/student", params={"id": "demo-03"}).text)
    assert f"biggerpie grade {EXERCISE} --student demo-03" in asked.commands
    link = next(one for one in Read(desk.get("/student", params={"id": "demo-01"}).text).links if "feedback" in one)
    feedback = desk.get(link)
    assert "<strong>Bo Adler</strong>" in feedback.text
    assert feedback.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_a_section_holds_its_own_students_only(desk):
    assert len(Read(desk.get("/class").text).rows) == 1 + 12 + len(HOSTILE)
    rows = Read(desk.get("/class", params={"section": "A"}).text).rows
    assert [row[1] for row in rows[1:]] == ["demo-01", "demo-02"]
    assert len(Read(desk.get("/class", params={"section": HURT}).text).rows) == 2
    assert len(Read(desk.get("/class", params={"section": "none such"}).text).rows) == 1


@pytest.mark.parametrize("student", HOSTILE)
def test_hostile_names_and_ids_are_text_and_never_act_in_a_command(desk, student):
    listed = desk.get("/class")
    assert any(student in row for row in Read(listed.text).rows)
    page = desk.get("/student", params={"id": student})
    assert page.status_code == 200
    for answer in (listed, page):
        assert Read(answer.text).odd == []
        assert HURT not in answer.text
        assert "\u202e" not in answer.text
    for line in Read(page.text).commands:
        assert "$(" not in line or "'$(" in line
        assert "--help" not in shlex.split(line)


def test_only_pages_that_are_listed_are_given_out(desk, course):
    debrief = desk.get("/role-play", params={"name": "week-1", "page": "debrief.html"})
    assert "One frontier" in debrief.text
    assert debrief.headers["content-security-policy"].startswith("sandbox; ")
    tried = [
        ("/role-play", {"name": "week-1", "page": "outcomes.html"}),  # a link to somewhere else
        ("/role-play", {"name": "week-1", "page": "tables.csv"}),
        ("/role-play", {"name": "..", "page": "gradebook.db"}),
        ("/role-play", {"name": "week-1", "page": "../../gradebook.db"}),
        ("/feedback", {"id": "demo-01", "assignment": EXERCISE, "page": "../../../gradebook.db"}),
        ("/feedback", {"id": "demo-01/..", "assignment": EXERCISE, "page": "exercise.html"}),
        ("/feedback", {"id": "../../../etc/passwd", "assignment": EXERCISE, "page": "exercise.html"}),
        ("/feedback", {"id": "demo-01", "assignment": "..", "page": "exercise.html"}),
        ("/student", {"id": "nobody"}),
        ("/gradebook.db", {}),
    ]
    assert [desk.get(where, params=what).status_code for where, what in tried] == [404] * len(tried)


def test_nobody_comes_in_without_the_token(stranger):
    addresses = ["/", "/class", "/student?id=demo-01", "/copy.js", "/role-play?name=week-1&page=debrief.html"]
    for address in [*addresses, "/?token=", "/?token=wrong", "/?token=é", f"/?Token={TOKEN}"]:
        answer = stranger.get(address)
        assert answer.status_code == 403
        assert "demo-01" not in answer.text
        assert not answer.cookies
    stranger.cookies.set("biggerpie-desk", TOKEN)
    assert stranger.get("/").status_code == 403


def test_the_token_leaves_the_address_for_a_cookie_that_scripts_cannot_read(stranger):
    answer = stranger.get("/", params={"token": TOKEN}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=lax" in answer.headers["set-cookie"]
    assert TOKEN not in answer.headers["set-cookie"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8870", "0.0.0.0:8870", ""])
def test_a_page_elsewhere_whose_name_is_pointed_here_is_refused(desk, host):
    assert desk.get("/", headers={"Host": host}).status_code == 400
    assert desk.get("/", headers={"Host": "localhost:8870"}).status_code == 200


def test_nothing_is_changed_by_any_address(desk, course):
    def state() -> dict[str, int]:
        kept = (file for file in course.rglob("*") if file.is_file() and not file.is_symlink())
        return {str(file): file.stat().st_mtime_ns for file in kept}

    desk.get("/")
    before = state()
    for address in ("/", "/class", "/student?id=demo-01"):
        assert desk.get(address).status_code == 200
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert desk.request(method, address).status_code == 405
    assert state() == before


def test_a_course_that_cannot_be_read_is_one_sentence(desk, course):
    (course / "nbgrader_config.py").rename(course / "away.py")
    try:
        answer = desk.get("/")
    finally:
        (course / "away.py").rename(course / "nbgrader_config.py")
    assert answer.status_code == 500
    assert "The course cannot be read" in answer.text


def test_the_command_serves_this_computer_alone_and_clears_up_when_stopped(course):
    start = "import sys; from biggerpie.lessons.command_line import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", start, "desk", "--no-browser", "--course", str(course)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        address = process.stdout.readline().split()[4]
        assert address.startswith("http://127.0.0.1:")
        assert "token=" in address
        with build_opener(HTTPCookieProcessor()).open(address) as page:
            assert "<h1>The desk</h1>" in page.read().decode()
        listening = [one.laddr.ip for one in psutil.Process(process.pid).net_connections() if one.status == "LISTEN"]
        opening = list((course / ".biggerpie").glob("desk-*.html"))
        assert [file.stat().st_mode & 0o777 for file in opening] == [0o600]
        process.send_signal(signal.SIGINT)
        process.wait(60)
    assert listening == ["127.0.0.1"]
    assert not list((course / ".biggerpie").glob("desk-*.html"))
