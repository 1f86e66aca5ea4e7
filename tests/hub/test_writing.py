"""What `biggerpie hub FOLDER` writes: settings that Jupyter, nbgrader and JupyterHub read as they are meant."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from biggerpie.hub.formgrader_off import formgrader
from biggerpie.hub.the_hub import read_hub
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError
from traitlets.config import PyFileConfigLoader

ASK = "from nbgrader.apps import NbGrader; a = NbGrader(); a.load_config_file(); c = a.config; print({})"


@pytest.fixture
def folder(tmp_path, capsys):
    """The folder of a hub, written by the command."""
    words = ["hub", str(tmp_path / "hub"), "--instructors", "prof", "kim", "--course", str(tmp_path / "neg-30")]
    assert main([*words, "--exchange", str(tmp_path / "exchange")]) == 0
    assert "README.md there has the seven steps" in capsys.readouterr().out
    return tmp_path / "hub"


def settings(folder: Path) -> SimpleNamespace:
    """What JupyterHub reads from the folder."""
    return PyFileConfigLoader("jupyterhub_config.py", str(folder)).load_config()


def jupyters(folder: Path, question: str, *, instructor: bool, home: Path) -> str:
    """What somebody's nbgrader answers, with the settings of the hub."""
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_PATH": read_hub(folder).settings(instructor=instructor),
        "JUPYTER_CONFIG_DIR": str(home),
    }
    command = [sys.executable, "-c", ASK.format(question)]
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_hub_keeps_its_secrets_where_only_it_can_read_them(folder):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert modes["private"] == 0o700
    assert modes["jupyterhub_config.py"] == 0o600
    assert modes["lessons-then-server"] == modes["everybody"] == 0o755
    assert modes["hub.toml"] == 0o644
    read = settings(folder).JupyterHub
    assert read.db_url == f"sqlite:///{folder}/private/jupyterhub.sqlite"
    assert read.cookie_secret_file == f"{folder}/private/cookie_secret"


def test_an_instructors_server_reads_more_settings_than_a_students(folder):
    hook, read = settings(folder).Spawner.pre_spawn_hook, settings(folder).Spawner.environment
    seen = {}
    for who in ("ada", "kim"):
        spawner = SimpleNamespace(user=SimpleNamespace(name=who), environment=dict(read))
        hook(spawner)
        seen[who] = spawner.environment["JUPYTER_CONFIG_PATH"]
    assert seen == {"ada": f"{folder}/everybody", "kim": f"{folder}/instructors:{folder}/everybody"}
    assert read["PATH"].startswith(f"{Path(sys.executable).parent}:")


def test_a_hub_has_live_tables_where_it_has_a_course(folder, tmp_path):
    """JupyterHub does not start at all where a service of its own cannot."""
    assert list(settings(folder).JupyterHub.services) == []
    assert main(["course", str(tmp_path / "neg-30")]) == 0
    service, *others = settings(folder).JupyterHub.services
    assert (service["user"], service["command"][1:], others) == (
        "prof",
        ["tables", "--course", str(tmp_path / "neg-30")],
        [],
    )
    assert "access:services!service=tables" in settings(folder).JupyterHub.load_roles[0]["scopes"]


def test_formgrader_is_the_instructors_alone(folder):
    assert list(formgrader(read_hub(folder))) == []
    switch = folder / "everybody" / "jupyter_server_config.d" / "nbgrader.json"
    switch.write_text(switch.read_text().replace('formgrader": false', 'formgrader": true'))
    assert "Formgrader is on for students; set it to false in" in next(formgrader(read_hub(folder)))


def test_everybody_finds_the_exchange_and_instructors_their_course(folder, tmp_path):
    assert main(["course", str(tmp_path / "neg-30")]) == 0
    home = tmp_path / "home"
    home.mkdir()
    question = "c.Exchange.root, c.Exchange.path_includes_course, c.CourseDirectory.get('root', '-')"
    exchange = tmp_path / "exchange"
    assert jupyters(folder, question, instructor=False, home=home) == f"{exchange} True -"
    assert jupyters(folder, question, instructor=True, home=home) == f"{exchange} True {tmp_path / 'neg-30'}"


def test_a_folder_with_something_in_it_is_left_as_it_is(folder, capsys):
    before = sorted(folder.rglob("*"))
    assert main(["hub", str(folder), "--instructors", "prof", "--course", "/x"]) == 2
    assert "is not empty, so nothing was written; name a new folder" in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before
    assert main(["hub", str(folder.parent / "other")]) == 2
    assert "say whose hub it is: --instructors NAME … --course FOLDER." in capsys.readouterr().err


def test_a_folder_that_is_no_hubs_is_named(folder, tmp_path):
    with pytest.raises(NegotiationError, match=r"holds no hub\.toml; write one by"):
        read_hub(tmp_path)
    for text in (
        "",
        "instructors = 3",
        "instructors = [",
        'instructors = []\ncourse = ""\nexchange = ""\nprograms = ""',
    ):
        (folder / "hub.toml").write_text(text)
        with pytest.raises(NegotiationError, match=r"cannot be read|names no instructor"):
            read_hub(folder)


def test_the_readme_of_a_hub_names_what_is_really_there(folder):
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "$" not in text
    for name in ("hub.toml", "jupyterhub_config.py", "private", "lessons-then-server", "everybody", "instructors"):
        assert f"| `{name}` |" in text
        assert (folder / name).exists()
