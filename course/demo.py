"""A simulated class: students of different skill, and some whose files are broken or hostile."""

import json
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from ..answers.asked import LINES
from ..answers.wording import I_GIVE_WAY, YOU_GIVE_WAY
from ..grading.dates.telling import utc_now
from ..grading.dossiers.dossier import Opened
from ..grading.dossiers.graded import graded_case
from ..grading.dossiers.named import named_case
from ..grading.nbgrader_adapter.generating import enrol, generate
from ..grading.submission.times import written_time
from ..negotiation import Case, IssueKind, Package, issue_kinds, nash, zone_of_agreement
from ..negotiation.information.short_talk import QUESTIONS

Notebook = dict[str, Any]
Answers = dict[str, str]
FIRST_NAMES = ("Ada", "Bo", "Chi", "Dana", "Emre", "Fatou", "Gil", "Hana", "Ines", "Jun")
LAST_NAMES = ("Adler", "Brook", "Costa", "Diallo", "Evans", "Fuchs", "Garcia", "Haddad")
NAMED = named_case("picture-book illustrator short-talk")


def add_demo_class(folder: Path, exercise: str, size: int) -> None:
    """Generate the exercise in a course folder and hand in `size` simulated submissions, the same every time."""
    students = [f"demo-{number:02}" for number in range(1, size + 1)]
    _enrol(folder, students)
    generate(folder, exercise)
    released = json.loads((folder / "release" / exercise / "exercise.ipynb").read_text(encoding="utf-8"))
    random = Random(1)
    for student, kind in zip(students, cycle(STUDENTS), strict=False):
        opened = graded_case(folder, exercise, NAMED, student)
        begun = fill_in(released, {"asked": asked_text(opened, notices=kind is not splitter)})
        place = folder / "submitted" / student / exercise
        place.mkdir(parents=True)
        notebook = kind(released if kind is absentee else begun, opened.case, random)
        (place / "exercise.ipynb").write_text(notebook, encoding="utf-8")
        (place / "timestamp.txt").write_text(written_time(utc_now()), encoding="utf-8")


def _enrol(folder: Path, students: list[str]) -> None:
    """Put the class into the gradebook and into students.csv."""
    rows = [
        (student, FIRST_NAMES[number % 10], LAST_NAMES[number // 10 % 8], f"{student}@example.org")
        for number, student in enumerate(students, 1)
    ]
    enrol(folder, rows)
    roster = "".join(",".join(row) + "\n" for row in rows)
    (folder / "students.csv").write_text("id,first_name,last_name,email\n" + roster, encoding="utf-8")


def fill_in(released: Notebook, answers: Answers) -> Notebook:
    """Return a copy of the released notebook with the answers written into their cells."""
    notebook: Notebook = json.loads(json.dumps(released))
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in answers:
            cell["source"] = answers[name]
    return notebook


def asked_text(opened: Opened, *, notices: bool) -> str:
    """Return an `%%answer asked` cell: five questions, and the vague answer asked about again by whoever notices it."""
    names = [issue.name for issue in opened.case.issues]
    again = [names[opened.material["short_talk"].vague_at]] if notices else []
    lines = zip(LINES, [*names[:QUESTIONS], *again], strict=False)
    return "%%answer asked\n" + "".join(f"{line}: {name}\n" for line, name in lines)


def labels_text(case: Case, kinds: tuple[IssueKind, ...]) -> str:
    """Return an `%%answer labels` cell."""
    return "%%answer labels\n" + "".join(f"{i.name}: {kind}\n" for i, kind in zip(case.issues, kinds, strict=True))


def package_text(case: Case, package: Package) -> str:
    """Return an `%%answer package` cell."""
    return "%%answer package\n" + "".join(f"{i}: {option}\n" for i, option in case.in_words(package).items())


def trade_text(case: Case, package: Package) -> str:
    """Return an `%%answer trade` cell: the issues on which the package asks most of either side."""
    own, other = case.parties
    ways = []
    for giver, taker in ((own, other), (other, own)):
        kinds = issue_kinds(case)
        ranked = [n for n, kind in enumerate(kinds) if kind is not IssueKind.COMPATIBLE]
        ways.append(max(ranked, key=lambda n: taker.points[n][package[n]] - giver.points[n][package[n]]))
    lines = zip((I_GIVE_WAY, YOU_GIVE_WAY), ways, strict=True)
    return "%%answer trade\n" + "".join(f"{line}: {case.issues[n].name}\n" for line, n in lines)


def _answered(released: Notebook, case: Case, kinds: tuple[IssueKind, ...], package: Package, why: str) -> str:
    cells = {"labels": labels_text(case, kinds), "package": package_text(case, package), "why": why}
    cells["trade"] = trade_text(case, package)
    return json.dumps(fill_in(released, cells))


def perfect(released: Notebook, case: Case, random: Random) -> str:
    """Label every issue right and propose the Nash package."""
    why = (
        "In the middle each of us gives up half of what matters most. "
        "I would rather have the one whole and let Kofi have the other."
    )
    return _answered(released, case, issue_kinds(case), nash(case).package, why)


def logroller(released: Notebook, case: Case, random: Random) -> str:
    """Propose some package on the frontier that both would sign, and mistake one kind."""
    kinds = list(issue_kinds(case))
    kinds[random.randrange(len(kinds))] = IssueKind.INTEGRATIVE
    package = random.choice(zone_of_agreement(case)).package
    why = "Because we care about different things, so we should trade them."
    return _answered(released, case, tuple(kinds), package, why)


def splitter(released: Notebook, case: Case, random: Random) -> str:
    """Believe that everything is a fight over shares and settle it in the middle."""
    kinds = (IssueKind.DISTRIBUTIVE,) * len(case.issues)
    return _answered(released, case, kinds, case.compromise, "I think the middle is fair.")


def guesser(released: Notebook, case: Case, random: Random) -> str:
    """Choose everything at random."""
    package = tuple(random.randrange(len(issue.options)) for issue in case.issues)
    kinds = tuple(random.choice(list(IssueKind)) for _ in case.issues)
    return _answered(released, case, kinds, package, "It is worse because it is in the middle.")


def grabber(released: Notebook, case: Case, random: Random) -> str:
    """Take the best option of every issue for one's own side."""
    package = tuple(points.index(max(points)) for points in case.parties[0].points)
    return _answered(released, case, issue_kinds(case), package, "The middle is worse for me.")


def misspeller(released: Notebook, case: Case, random: Random) -> str:
    """Know the answer, but misspell two issues and write numbers in another country's way."""
    notebook = json.loads(perfect(released, case, random))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if source.startswith("%%answer labels"):
            source = source.replace("delivery date: ", "delivry date: ")
        if source.startswith("%%answer package"):
            source = source.replace(",", ".").replace("reading tour: ", "readin tour: ")
        cell["source"] = source
    return json.dumps(notebook)


def absentee(released: Notebook, case: Case, random: Random) -> str:
    """Hand in the notebook as it was released."""
    return json.dumps(released)


def careless(released: Notebook, case: Case, random: Random) -> str:
    """Forget the colons."""
    package = package_text(case, nash(case).package).replace(": ", " ")
    return json.dumps(fill_in(released, {"package": package, "labels": "%%answer labels\nall integrative\n"}))


def broken(released: Notebook, case: Case, random: Random) -> str:
    """Hand in half of the file."""
    whole = perfect(released, case, random)
    return whole[: len(whole) // 2]


def forger(released: Notebook, case: Case, random: Random) -> str:
    """Write full marks into the test cells, their outputs and metadata, and code into the answers."""
    code = "import os\nos.system('echo forged > forged.txt')\n"
    notebook = fill_in(released, {"package": code, "labels": "%%answer labels\n" + code})
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["metadata"]["nbgrader"] |= {"points": 1000}
        if cell["cell_type"] == "code":
            value = {"output_type": "execute_result", "execution_count": 1, "data": {"text/plain": "50.0"}}
            cell["outputs"] = [{**value, "metadata": {}}]
            if cell["metadata"].get("nbgrader", {}).get("grade"):
                cell["source"] = code + "50.0"
    return json.dumps(notebook)


STUDENTS: tuple[Callable[[Notebook, Case, Random], str], ...] = (
    perfect, logroller, splitter, guesser, grabber, misspeller, absentee, careless, broken, forger,
)  # fmt: skip
