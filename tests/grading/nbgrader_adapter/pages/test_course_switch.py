"""The address by which formgrader loads the settings in a folder opens a course, and nothing that a student sent."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from biggerpie.grading.nbgrader_adapter.pages.course_switch import reason_against

PERSON = {"Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def served(tmp_path) -> Path:
    """A folder that Jupyter shows, with an open course, another course, and what a student sent to each."""
    for course in ("one", "two"):
        (tmp_path / course / "submitted" / "ada" / "ex").mkdir(parents=True)
        (tmp_path / course / "nbgrader_config.py").touch()
        (tmp_path / course / "submitted" / "ada" / "ex" / "nbgrader_config.py").touch()
    (tmp_path / "three" / "submitted" / "ada").mkdir(parents=True)
    (tmp_path / "three" / "gradebook.db").touch()
    return tmp_path


def asked(served: Path, path: Path | str, headers: dict[str, str] = PERSON) -> str:
    formgrader = SimpleNamespace(root_dir=str(served), coursedir=SimpleNamespace(root=str(served / "one")))
    return reason_against(str(path), formgrader, headers)


def test_a_persons_own_course_is_opened(served):
    assert asked(served, served / "one") == asked(served, served / "two") == asked(served, served / "three") == ""
    assert asked(served, served / "two", {}) == asked(served, served / "two", {"Sec-Fetch-Dest": "iframe"}) == ""


@pytest.mark.parametrize(
    "inside", ["one/submitted/ada/ex", "two/submitted/ada/ex", "three/submitted/ada", "two/submitted"]
)
def test_a_folder_inside_a_course_is_refused_in_one_sentence(served, inside):
    assert "lies inside the course" in asked(served, served / inside)
    assert "lies inside the course" in asked(served, served / "two" / ".." / inside)


def test_a_folder_outside_what_jupyter_shows_is_refused(served):
    assert "lies outside the folder" in asked(served, served.parent)
    assert "lies outside the folder" in asked(served, "/srv/nbgrader/exchange/course/inbound/ada")


def test_a_link_to_a_students_folder_is_followed_before_it_is_judged(served):
    (served / "link").symlink_to(served / "one" / "submitted" / "ada" / "ex")
    assert "lies inside the course" in asked(served, served / "link")


@pytest.mark.parametrize(
    "headers",
    [*({"Sec-Fetch-Dest": kind} for kind in ("image", "script", "style", "empty")), {"Sec-Fetch-Site": "cross-site"}],
)
def test_what_a_page_asks_for_by_itself_opens_no_course(served, headers):
    assert "only for a person" in asked(served, served / "two", PERSON | headers)
