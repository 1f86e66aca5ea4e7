"""Submissions that claim to be somebody else's, of another case, or to hold the course's own files."""

from pathlib import Path

from .course import NEIGHBOUR
from .model import FILE, Hostile, beside, cell_of, notebook
from .written import own_cell

SLIPS = "attack on the kit, 2026: an id that is typed wrongly on purpose"
DOSSIERS = "attack on the kit, 2026: the course's own files handed in"
BORROWED = "Saligrama 2022, 'Gradescope autograder security'"
CASE = "attack on the kit, 2026: a case line that names another side"


def typed(name: str, line: str) -> Hostile:
    """A cell that says who worked on it."""
    return own_cell(f"id: {name}", {"cell_type": "code", "source": f"%student {line}"}, SLIPS, "forge")


def case_line(line: str) -> Hostile:
    """Another case in the locked cell."""

    def edit(notebook: dict) -> None:  # type: ignore[type-arg]
        cell_of(notebook, "open-case")["source"] = f"%load_ext biggerpie.grading\n%case {line}"

    return notebook(f"case line: {line[:30]}", "forge", edit, source=CASE, may_wait=True)


def course_files(folder: Path) -> None:
    """The names that the course itself uses, in the submission's own folder."""
    for name in ("gradebook.db", "dossier-secret.txt", "students.csv", "worked-as.csv", "dossiers.json.gz"):
        (folder / name).write_text(f"{folder.parent.name},{NEIGHBOUR}\n")
    for name in ("source", "release", "autograded", "submitted", ".biggerpie"):
        (folder / name).mkdir()
        (folder / name / FILE).write_text("{}")


SUBMISSIONS: tuple[Hostile, ...] = (
    typed("a neighbour's", NEIGHBOUR),
    typed("a path", "../../zz"),
    typed("a pattern", "*"),
    typed("a figure in other signs", "\uff5a\uff5a"),
    typed("a hundred thousand letters", "z" * 100_000),
    typed("a terminal's escapes", f"\x1b]0;PWNED\x07\x1b[2K\x1b[1G{NEIGHBOUR}:\x1b[Ccheated"),
    typed("a line that turns round", f"x\u202e{NEIGHBOUR}"),
    typed("a line of its own for worked-as.csv", f"adda,{NEIGHBOUR}"),
    typed("a sheet's formula", "=HYPERLINK(A1)"),
    own_cell("id: twice", {"cell_type": "code", "source": "%student nobody\n%student zz\n"}, SLIPS, "forge"),
    case_line("job-offer employer"),
    case_line("../../secret candidate"),
    case_line("village-hall company mixed-minutes=picture-book " * 50),
    beside("the course's own files", "forge", course_files, source=DOSSIERS),
    beside(
        "a time stamp long before",
        "break",
        lambda folder: (folder / "timestamp.txt").write_text("1999-01-01 00:00:00 UTC"),
        source=BORROWED,
    ),
    beside(
        "marks beside the notebook",
        "forge",
        lambda folder: (folder / "results.json").write_text('{"score": 100, "tests": []}'),
        source=BORROWED,
    ),
)
