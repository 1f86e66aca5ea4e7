"""Lessons without a server, and what `biggerpie start` says where one runs already."""

import pytest
from biggerpie.course.on_hub import server_on_hub
from biggerpie.lessons.command_line import main


@pytest.fixture
def on_hub(tmp_path, monkeypatch):
    """Somebody's server on a hub, whose root is their home folder."""
    monkeypatch.setenv("JUPYTERHUB_USER", "ada")
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/ada/")
    monkeypatch.setenv("JUPYTER_SERVER_ROOT", str(tmp_path))
    return tmp_path


def test_lessons_come_without_a_server_and_never_over_what_was_changed(tmp_path):
    folder = tmp_path / "bigger-pie"
    assert main(["lessons", str(folder)]) == 0
    (folder / "lessons" / "00-welcome.ipynb").write_text("mine")
    assert main(["lessons", str(folder)]) == 0
    assert (folder / "lessons" / "00-welcome.ipynb").read_text() == "mine"
    assert main(["lessons", str(tmp_path / "de"), "--language", "de"]) == 0
    assert (tmp_path / "de" / "lessons" / "de" / "00-willkommen.ipynb").is_file()


def test_on_a_hub_start_says_where_the_lessons_are_and_starts_nothing(on_hub, capsys, monkeypatch):
    monkeypatch.setattr("os.execv", lambda *_: pytest.fail("a server was started"))
    assert main(["start", str(on_hub / "my lessons")]) == 0
    said = capsys.readouterr().out
    assert "open my lessons/lessons/00-welcome.ipynb in its file browser" in said
    assert said.endswith("/user/ada/lab/tree/my%20lessons/lessons/00-welcome.ipynb\n")


def test_lessons_outside_of_what_the_server_shows_are_told(on_hub, capsys, tmp_path_factory):
    assert main(["start", str(tmp_path_factory.mktemp("elsewhere"))]) == 0
    assert f"Your server on this hub shows {on_hub} only" in capsys.readouterr().out


def test_elsewhere_nothing_is_a_hub(monkeypatch):
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/services/tables/")
    assert not server_on_hub()
