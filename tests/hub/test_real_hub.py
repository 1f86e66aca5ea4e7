"""A class on a real JupyterHub, each student a system user: a whole exercise, live talks, and what nobody may see.

One command, as root: `pytest tests/hub -m long`; what is missing is said. BIGGERPIE_HUB_STUDENTS=20 takes a class of
20, which needs 6 GB of memory; BIGGERPIE_HUB_PROXY names configurable-http-proxy where PATH has none.
"""

import csv
import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from biggerpie.course.demo import NAMED, STUDENTS
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.negotiation import load_case
from biggerpie.negotiation.table import parse_transcript
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from .accounts import run_as, users
from .hub_user import TABLES, HubUser
from .real_hub import RealHub, open_place, proxy_program
from .shared_environment import shared_environment

pytestmark = pytest.mark.long
SIZE = int(os.environ.get("BIGGERPIE_HUB_STUDENTS", "4"))
PROF, CLASS = "bp-test-prof", [f"bp-test-{number:02}" for number in range(1, SIZE + 1)]
COURSE, EXERCISE, ROUND, CASE = "neg-30", "01-both-can-gain", "week-1", "pay-rise"
DROP_OUTS = 2
TURNS = 6  # of a talk, both sides together


@pytest.fixture(scope="module")
def term() -> Iterator[SimpleNamespace]:
    """A course on a hub that runs, with an exercise released and a round seated, and everybody's server started."""
    proxy_program()
    with open_place() as place, users([PROF, *CLASS], place / "home"):
        programs = shared_environment(place / "environment", CLASS[0])
        course = place / "home" / PROF / COURSE
        (place / "exchange").mkdir()
        (place / "exchange").chmod(0o1777)
        here = SimpleNamespace(place=place, programs=programs, course=course, hub=None)
        as_prof(here, "biggerpie", "course", course, cwd="/")
        hub = here.hub = RealHub(place, programs, PROF, course)
        try:
            roster = course / "students.csv"
            roster.write_text("id,first_name,last_name,email\n" + "".join(f"{one},A,B,\n" for one in CLASS))
            as_prof(here, "nbgrader", "db", "student", "import", "students.csv")
            as_prof(here, "nbgrader", "generate_assignment", EXERCISE)
            as_prof(here, "nbgrader", "release_assignment", EXERCISE)
            as_prof(here, "biggerpie", "pairs", ROUND, CASE)
            here.prof = HubUser(hub.address, PROF)
            here.students = [HubUser(hub.address, name) for name in CLASS]
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(HubUser.start_server, [here.prof, *here.students]))
            yield here
            for user in (here.prof, *here.students):
                user.close()
        finally:
            hub.stop()


def as_prof(here: SimpleNamespace, program: str, *words: Any, cwd: Any = None) -> str:
    """Run a command as the instructor does in a terminal of the hub, and return what it said."""
    environment = {
        "PATH": f"{here.programs}:/usr/bin:/bin",
        "HOME": str(here.course.parent),
        "LANG": "C.UTF-8",
        "JUPYTER_CONFIG_PATH": f"{here.place}/hub/instructors:{here.place}/hub/everybody",
    }
    command = [here.programs / program, *map(str, words)]
    done = run_as(PROF, command, env=environment, cwd=cwd or here.course)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_class_fetches_works_submits_at_once_and_gets_its_feedback(term):
    with ThreadPoolExecutor(SIZE) as pool:
        list(pool.map(lambda student: hand_in(term, student), term.students))
    collected = as_prof(term, "nbgrader", "collect", EXERCISE)
    assert collected.count("Collecting submission") == SIZE
    assert f"{SIZE} marked" in as_prof(term, "biggerpie", "grade", EXERCISE)
    as_prof(term, "nbgrader", "release_feedback", EXERCISE)
    as_prof(term, "nbgrader", "export")
    with (term.course / "grades.csv").open(newline="") as file:
        scores = {
            row["student_id"]: float(row["score"]) for row in csv.DictReader(file) if row["assignment"] == EXERCISE
        }
    assert set(scores) == set(CLASS)
    assert min(scores.values()) > 0
    for student in term.students:
        student.exercise("fetch_feedback", COURSE, EXERCISE)
        pages = list((term.place / "home" / student.name / COURSE).rglob("feedback/*/exercise.html"))
        assert [student.name in page.read_text(encoding="utf-8") for page in pages] == [True]


def hand_in(term: SimpleNamespace, student: HubUser) -> None:
    """Fetch the exercise, answer it, and submit it."""
    student.exercise("fetch", COURSE, EXERCISE)
    path = f"{COURSE}/{EXERCISE}/exercise.ipynb"
    case = graded_case(term.course, EXERCISE, NAMED, student.name).case
    student.save(path, json.loads(STUDENTS[0](student.notebook(path), case, Random(1))))
    student.exercise("submit", COURSE, EXERCISE)


def test_pairs_negotiate_live_and_whoever_drops_out_comes_back(term):
    by_name = {student.name: student for student in term.students}
    with (term.course / "pairs" / ROUND / "tables.csv").open(newline="") as file:
        groups = [(row["first"], row["second"]) for row in csv.DictReader(file)]
    assert len(groups) == SIZE // 2
    pairs = [tuple(by_name[name] for name in group) for group in groups]
    for student in term.students:
        student.seat()
    with ThreadPoolExecutor(len(pairs)) as pool:
        came = list(pool.map(talk, pairs, [TURNS // 2] * DROP_OUTS + [TURNS] * len(pairs)))
    parties = load_case(CASE).parties
    for pages in came:
        for side, text in enumerate(pages):
            assert parties[1 - side].batna not in text
    term.talked = groups


def talk(pair: tuple[HubUser, HubUser], drops_out: int) -> tuple[str, str]:
    """Talk in turn, one side dropping out at a turn; return all that came to either side's page."""
    sides = [user.sit_down() for user in pair]
    first = 0 if sides[0].state["picture"]["yours"] else 1
    for turn in range(TURNS):
        speaks = sides[(first + turn) % 2].until(turn)
        if turn == drops_out:
            gone, other = (first + turn) % 2, sides[(first + turn + 1) % 2]
            speaks.close()
            before = other.state["presence"]
            while other.state["presence"] == before:
                other.hear()
            back = pair[gone].sit_down()
            assert back.state["picture"]["count"] == turn
            back.came = speaks.came + back.came
            sides[gone] = speaks = back
        speaks.say(f"turn {turn} of {pair[0].name}")
    for side in sides:
        side.until(TURNS)
        side.close()
    return sides[0].came, sides[1].came


def closed_to(term: SimpleNamespace, me: str, other: str) -> dict[str, Path]:
    """What a student may not read, by what it is."""
    course, pairs = term.course, term.course / "pairs" / ROUND
    inbound = term.place / "exchange" / COURSE / "inbound"
    return {
        "a classmate's home": term.place / "home" / other,
        "a classmate's notebook": term.place / "home" / other / COURSE / EXERCISE / "exercise.ipynb",
        "the course": course,
        "the gradebook": course / "gradebook.db",
        "the secret": course / "dossier-secret.txt",
        "the class list": course / "students.csv",
        "the marks": course / "grades.csv",
        "the sources with hidden tests": course / "source" / EXERCISE / "exercise.ipynb",
        "what was handed in": course / "submitted" / other / EXERCISE / "exercise.ipynb",
        "a marked notebook": course / "autograded" / other / EXERCISE / "exercise.ipynb",
        "a classmate's feedback": course / "feedback" / other / EXERCISE / "exercise.html",
        "the codes of the seats": pairs / "codes.csv",
        "who sits where": pairs / "tables.csv",
        "a classmate's role": pairs / "sheets",
        "all roles": pairs / "to-print.html",
        "what was said, in the database": course / ".biggerpie" / "tables.db",
        "the hidden folder": course / ".biggerpie",
        "the list of what was handed in": inbound,
        "the list of all feedback": term.place / "exchange" / COURSE / "feedback",
        "the hub's database": term.place / "hub" / "private" / "jupyterhub.sqlite",
        "the hub's secret": term.place / "hub" / "private" / "cookie_secret",
        "the hub's settings": term.place / "hub" / "jupyterhub_config.py",
    }


def test_no_student_reads_anothers_work_marks_role_or_the_instructors_secrets(term):
    for student in term.students[:4]:
        other = next(name for name in CLASS if name != student.name)
        for what, path in closed_to(term, student.name, other).items():
            assert path.exists(), what
            read = "import os, sys; p = sys.argv[1]; os.listdir(p) if os.path.isdir(p) else open(p, 'rb').read(1)"
            done = run_as(student.name, [term.programs / "python", "-c", read, path], cwd="/")
            assert "PermissionError" in done.stderr, f"{student.name} could read {what}"
        renamed = f"import os; os.rename('{term.place}/exchange/{COURSE}', '{term.place}/exchange/mine')"
        done = run_as(student.name, [term.programs / "python", "-c", renamed], cwd="/")
        assert "PermissionError" in done.stderr


def test_the_hub_gives_no_student_anothers_server_formgrader_or_rights(term):
    me, other = term.students[:2]
    path = f"{COURSE}/{EXERCISE}/exercise.ipynb"
    tries = {
        "everybody's names": ("GET", "/hub/api/users"),
        "a classmate at the hub": ("GET", f"/hub/api/users/{other.name}"),
        "a token of a classmate's": ("POST", f"/hub/api/users/{other.name}/tokens"),
        "stopping a classmate's server": ("DELETE", f"/hub/api/users/{other.name}/server"),
        "a classmate's files through the hub": ("GET", f"/user/{other.name}/api/contents/{path}"),
        "the instructor's files": ("GET", f"/user/{PROF}/api/contents/{COURSE}"),
        "formgrader of one's own": ("GET", f"/user/{me.name}/formgrader"),
        "the proxy's table": ("GET", "/hub/api/proxy"),
        "stopping the hub": ("POST", "/hub/api/shutdown"),
    }
    got = {what: me.api(method, address).status_code for what, (method, address) in tries.items()}
    assert {what: code for what, code in got.items() if code not in (403, 404)} == {}
    assert me.web.get("/hub/admin").status_code == 403
    assert me.web.get(f"/user/{other.name}/api/contents").status_code == 403
    assert me.web.get(f"/user/{PROF}/formgrader").status_code == 403
    assert term.prof.api("GET", f"/user/{PROF}/formgrader", follow_redirects=True).status_code == 200


def test_no_student_sits_at_anothers_table(term):
    me, other = term.students[:2]
    assert f"bp-test-{other.name[-2:]}" not in me.seat()
    ours = next(one for one in me.web.cookies.jar if one.path == TABLES)
    address = f"{term.hub.address.replace('http', 'ws')}{TABLES}talk"
    codes = (term.course / "pairs" / ROUND / "codes.csv").read_text().split(",")
    for cookie in ("", f"{ours.name}=made-up", f"biggerpie-seat={codes[-1].strip()}"):
        with connect(address, additional_headers={"Cookie": cookie}) as socket:
            with pytest.raises(ConnectionClosed) as closed:
                socket.recv(timeout=60)
            assert closed.value.rcvd.code == 4003
    assert "JupyterHub knows you as" in term.prof.web.get(TABLES).text


def test_the_check_finds_nothing_that_a_student_of_this_class_could_read(term):
    said = term.hub.check()
    assert not [line for line in said.splitlines() if str(term.place) in line], said  # the machine may have others
    (term.place / "home" / CLASS[0]).chmod(0o755)
    try:
        assert f"Others can look into the home folders of {CLASS[0]}" in term.hub.check()
    finally:
        (term.place / "home" / CLASS[0]).chmod(0o700)


def test_every_talk_is_recorded_for_the_instructor_alone(term):
    term.hub.stop()  # the last test: the service writes what isn't over yet
    files = sorted((term.course / "pairs" / ROUND / "transcripts").glob("*.json"))
    assert len(files) == len(term.talked)
    for file in files:
        said = parse_transcript(file.read_text(encoding="utf-8")).said
        assert [one.words.partition(" of ")[0] for one in said] == [f"turn {turn}" for turn in range(TURNS)]
        assert file.owner() == PROF
