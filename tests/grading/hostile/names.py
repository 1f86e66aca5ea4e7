"""Names of files: devices, twins, orders to a shell, a terminal, a log or a browser."""

from pathlib import Path

from .model import FILE, MARKED, Hostile, beside

WINDOWS = "Microsoft, 'Naming files, paths, and namespaces'"
LOGS = "CWE-117 (lines forged in a log)"
SHELL = "CWE-78 and CWE-88 (names that are orders or options)"
MARKUP = "CVE-2018-19352 (Jupyter: scripts in a folder's name)"
TWINS = "CVE-2021-21300 (git: names that are the same on some disks)"
SLIP = "Snyk 2018, 'Zip slip'"


def named(name: str, source: str, *names: str) -> Hostile:
    """An honest notebook beside files of such names."""

    def put(folder: Path) -> None:
        for given in names:
            (folder / given).write_text("x")

    return beside(f"names: {name}", "break", put, source=source)


def twins(folder: Path) -> None:
    """Notebooks whose names are the same for some systems, each empty."""
    for name in ("EXERCISE.IPYNB", "Exercise.ipynb", "exercise.ipynb ", "exercise.ipynb.", "e\u0301xercise.ipynb"):
        (folder / name).write_text("{}")


def hidden_copies(folder: Path) -> None:
    """Copies that Jupyter keeps, with something else in them."""
    for place in (".ipynb_checkpoints", "__MACOSX", "01-both-can-gain"):
        (folder / place).mkdir()
        (folder / place / "exercise-checkpoint.ipynb").write_text("{}")
        (folder / place / FILE).write_text("{}")


SUBMISSIONS: tuple[Hostile, ...] = (
    named("devices", WINDOWS, "con", "nul.txt", "AUX.ipynb", "com1", "lpt9.tar.gz", "CONIN$"),
    named("ends that are lost", WINDOWS, "exercise.ipynb::$DATA", "a.txt.", "b ", "c.exe\u202etxt.", "d\u00a0"),
    named(
        "the other system's folders",
        SLIP,
        "..\\..\\forged",
        "C:\\forged",
        "\\\\example.org\\share",
        "a\\..\\..\\forged",
    ),
    named("lines of a log", LOGS, "x\ns000-honest: 0 marks", "\r[GradeApp | ERROR] forged", "a\u2028b\x85c"),
    named(
        "orders to a terminal",
        "CVE-2003-0063 (titles written by terminals' escapes)",
        "\x1b[2J\x1b[1;1H",
        "\x1b]0;hurt\x07",
        "\x9b31m",
        "\x08\x08\x7f",
    ),
    named(
        "orders to a shell",
        SHELL,
        "; touch forged",
        "`touch forged`",
        "|touch forged",
        "--config=forged",
        "-exec",
        "~",
        "&&",
    ),
    named("markup", MARKUP, "<img src=x onerror=hurt()>.txt", "'\"><svg onload=hurt()>", "{{7*7}}"),
    named("patterns", "nbgrader's sources: files are found by patterns", "[!a]*.ipynb.bak", "**", "[", "{a,b}", "?"),
    named(
        "formats and questions",
        "CWE-89 and CWE-134 (questions and formats)",
        "%s%n.txt",
        "'; DROP TABLE grade; --",
        "{0.__class__}",
    ),
    beside("names: twins", "break", twins, MARKED, source=TWINS),
    beside("names: hidden copies", "break", hidden_copies, source="Jupyter's documentation: checkpoints"),
    beside(
        "names: hidden from lists",
        "break",
        lambda folder: [(folder / n).write_text("x") for n in (".hidden", ".nfs0001", "~$a.docx", "._exercise.ipynb")],
        source="macOS and Office: files that programs leave",
    ),
)
