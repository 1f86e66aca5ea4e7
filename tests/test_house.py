"""The house: who imports whom, what the wheel holds, and what the README promises."""

import ast
import doctest
import re
import subprocess
import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "negotiation": set(),
    "answers": {"negotiation"},
    "figures": {"negotiation"},
    "widgets": {"negotiation", "answers"},
    "grading": {"negotiation", "answers", "figures"},
    "course": {"negotiation", "answers", "figures", "grading"},
    "lessons": {"negotiation", "answers", "figures", "widgets", "grading", "course"},
    "exercises": {"negotiation", "answers", "figures", "widgets", "grading"},
    "website": {"negotiation", "answers", "figures", "widgets", "grading", "course", "lessons"},
    "tables": {"negotiation", "figures", "widgets", "grading", "course"},
    "hub": {"negotiation", "grading", "course", "lessons"},
}
GATHERS = ROOT / "lessons" / "command_line.py"  # it has the commands of all rooms, the site's, too
ADAPTED = {"nbgrader", "nbconvert", "nbclient", "jupyter_client", "sqlalchemy", "alembic"}
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")


def imports(file: Path) -> set[str]:
    """Return the modules that a file imports, those of the kit by their folder."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = node.level == len(file.relative_to(ROOT).parts)
            found.add(f"biggerpie.{node.module}" if above else node.module or "" if node.level == 0 else "")
    return found - {""}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_nothing_imports_upwards_or_sideways(folder):
    files = list((ROOT / folder).rglob("*.py"))
    assert files
    for file in files:
        kit = {name.split(".")[1] for name in imports(file) if name.startswith("biggerpie.")}
        assert kit <= MAY_IMPORT[folder] | ({"website", "tables", "hub"} if file == GATHERS else set()), file


def test_the_model_imports_the_standard_library_only():
    for file in (ROOT / "negotiation").rglob("*.py"):
        assert {name.split(".")[0] for name in imports(file)} <= set(sys.stdlib_module_names), file


def test_only_the_adapter_imports_nbgrader_and_what_it_stands_on():
    files = [file for folder in MAY_IMPORT for file in (ROOT / folder).rglob("*.py")]
    users = [file for file in files if ADAPTED & {name.split(".")[0] for name in imports(file)}]
    rooms = {file.relative_to(ROOT).parent.as_posix() for file in users}
    assert rooms == {"grading/nbgrader_adapter", "grading/nbgrader_adapter/pages", "tables"}
    assert [file.name for file in users if file.parent.name == "tables"] == ["store.py"]  # a database of its own


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"]])
def test_style(command):
    done = subprocess.run([sys.executable, "-m", *command, ROOT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_types():
    link = ROOT / "build" / "types" / "biggerpie"
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.is_symlink():
        link.symlink_to(Path("..", ".."))
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readmes_examples_hold():
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.attempted >= 4
    assert results.failed == 0


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "grading/THREAT-MODEL.md"])
def test_links_lead_somewhere(file):
    text, folder = (ROOT / file).read_text(encoding="utf-8"), (ROOT / file).parent
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith(("http", "#"))]
    assert len(links) > 10
    assert [link for link in links if not (folder / link).exists()] == []


def test_ci_runs_the_readmes_test_line():
    commands = [block.strip() for block in re.findall(r"```\n(.*?)```", README, re.DOTALL)]
    main, tests = commands[:2]
    assert main == "pip install . && biggerpie start"
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert f"          {tests}" in WORKFLOW.splitlines()


def test_ci_runs_on_every_system_and_from_the_oldest_python_on():
    pythons = re.findall(r'"(3\.\d+)"', WORKFLOW)
    assert pythons[0] == re.findall(r'requires-python = ">=(3\.\d+)"', PROJECT)[0]
    assert len(pythons) > 3
    assert "system: [ubuntu-latest, macos-latest, windows-latest]" in WORKFLOW


def shipped(folder: str) -> set[str]:
    """Return what a folder ships: code, words, scripts, styles, cases, notebooks, the site's bibliography and pins."""
    endings = {".py", ".js", ".css", ".html", ".toml", ".csv", ".ipynb", ".json", ".typed"}
    recipe, named = ROOT / "hub" / "recipe", ("bibliography.md", "notebook_wheels.txt")
    files = [
        p
        for p in (ROOT / folder).rglob("*")
        if p.is_file() and (p.suffix in endings or p.match("start_here*.md") or p.name in named or p.parent == recipe)
    ]
    return {f"biggerpie/{p.relative_to(ROOT)}" for p in files if ".ipynb_checkpoints" not in p.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel that users install, built through the source distribution."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, ROOT], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_what_the_folders_hold(wheel: Path):
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert inside == set().union(*map(shipped, MAY_IMPORT))


def test_the_installed_wheel_offers_its_command_and_its_notebooks(wheel: Path, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "v"], check=True)
    site = next((tmp_path / "v").glob("lib/python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(site)
    import anywidget

    # A path file adds the other libraries, but not the editable install, whose own path file is not read.
    (site / "libraries.pth").write_text(str(Path(anywidget.__file__).parents[1]))
    code = "import sys; from biggerpie.lessons.command_line import main; sys.exit(main(['course', sys.argv[1]]))"
    command = [tmp_path / "v" / "bin" / "python", "-c", code, tmp_path / "course"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "course" / "source" / "01-both-can-gain" / "exercise.ipynb").is_file()


def test_every_public_name_says_what_it_is():
    for folder in ("negotiation", "figures", "widgets", "grading"):
        public = import_module(f"biggerpie.{folder}")
        assert public.__doc__
        for name in public.__all__:
            assert getattr(public, name).__doc__ or name in ("Package", "Payoffs"), name
