"""From the last form typed in to the page for the projector: `biggerpie debrief` for classes of several sizes.

Each table has a version of its own and two forms that agree. Deals are drawn at random from packages that both sides
prefer to no deal, every tenth table without one. Beside it: nbgrader's own export of a gradebook of as many students,
which is the nearest thing a teacher has without the kit and draws nothing.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from biggerpie.course.new_course import make_course
from biggerpie.course.role_play.form_columns import RESULTS, ROLE
from biggerpie.course.role_play.pairing import Met, tables
from biggerpie.course.role_play.round_files import TABLE, round_folder, write_tables
from biggerpie.course.role_play.versions import first_keys, version
from biggerpie.negotiation import is_feasible, load_case
from nbgrader.api import Gradebook

CASE, ROUND = "pay-rise", "week-3"
NO_DEAL_AT = 10
SIZES = (120, 500)


def fill(course: Path, students: int) -> None:
    """Make a course whose class has sat down, agreed, and typed in what."""
    make_course(course)
    names = [f"s{number:04}" for number in range(students)]
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        for name in names:
            gradebook.add_student(name)
    case, random = load_case(CASE), Random(students)
    groups, folder = tables(names, Met()), round_folder(course, ROUND)
    keys = first_keys(case, len(groups))
    write_tables(folder, groups, CASE, keys)
    with (folder / RESULTS).open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow([TABLE, ROLE, *(issue.name for issue in case.issues)])
        for number, key in enumerate(keys, 1):
            played = version(case, key).case
            package = random.choice([p for p in played.packages() if is_feasible(played, p)])
            options = [issue.options[place] for issue, place in zip(played.issues, package, strict=True)]
            agreed = options if number % NO_DEAL_AT else ["no deal", *[""] * (len(options) - 1)]
            rows.writerows([number, party.name, *agreed] for party in played.parties)


def seconds(course: Path, *command: str) -> float:
    """Run a command of this Python's environment in the course and return how long it took."""
    program = shutil.which(command[0], path=Path(sys.executable).parent) or command[0]
    began = time.perf_counter()
    subprocess.run([program, *command[1:]], cwd=course, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print the seconds for each size, and the ratio to nbgrader's export for the largest."""
    result = []
    with tempfile.TemporaryDirectory() as scratch:
        for students in SIZES:
            course = Path(scratch) / str(students)
            fill(course, students)
            took = seconds(course, "biggerpie", "debrief", ROUND, "--no-browser")
            export = seconds(course, "nbgrader", "export", "--to", "marks.csv")
            print(f"{students} students: debrief {took:.1f} s, nbgrader's export {export:.1f} s")
            result.append(f"students_{students}_s={took:.2f} over_export_{students}={took / export:.2f}")
    print(f"RESULT {' '.join(result)}")


if __name__ == "__main__":
    main()
