"""`biggerpie course FOLDER`: an instructor's course folder, ready for nbgrader's own commands and formgrader."""

import argparse
import shlex
import shutil
import tempfile
from importlib import resources
from pathlib import Path

from ..grading.course_id import course_id_of
from ..grading.course_modes import CLOSED, close_course
from ..grading.course_path import require_usable_path
from ..grading.dates.telling import utc_now
from ..grading.dates.zones import chosen_zone, zone_named
from ..grading.dossiers.ids import EXAMPLE
from ..grading.nbgrader_adapter.group_setting import groupshared
from ..negotiation import NegotiationError

LARGEST_DEMO = 2000

CONFIG = '''"""nbgrader's settings for this course; what you add below wins over the kit's."""

from pathlib import Path

from biggerpie.grading.course_config import configure

c = get_config()
configure(c, folder=Path(__file__).parent)
c.CourseDirectory.course_id = {course_id!r}  # in the exchange and in every notebook: no other course may have it
{zone}
'''
ZONE = 'c.CourseDates.zone = "{}"  # in which dates are read and told'
NO_ZONE = '# c.CourseDates.zone = "Europe/Berlin"  # in which dates are read and told'

ROSTER = f"""id,first_name,last_name,email
{EXAMPLE},Replace,This line,{EXAMPLE}@example.org
"""


def add_course_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `course` to the command line."""
    command = commands.add_parser("course", help="make an instructor's course folder for nbgrader")
    command.add_argument("folder", type=Path, help="a new or empty folder")
    command.add_argument("--demo", type=_class_size, default=0, metavar="N", help="add N simulated submissions")
    command.set_defaults(run=lambda options, _: make_course(options.folder, options.demo), passes_on=False)


def exercise_names() -> list[str]:
    """Return the names of the kit's exercises, in order."""
    folders = resources.files("biggerpie.exercises").iterdir()
    return sorted(folder.name for folder in folders if folder.joinpath("exercise.ipynb").is_file())


def make_course(folder: Path, demo: int = 0) -> None:
    """Make a course folder, with `demo` simulated submissions to the first exercise; say what to do next."""
    folder = folder.resolve()
    require_usable_path(folder)
    if folder.exists() and not folder.is_dir():
        raise NegotiationError(f"{folder} is a file, so nothing was written; name a new folder.")
    if folder.exists() and any(folder.iterdir()):
        raise NegotiationError(f"{folder} is not empty, so nothing was written; name a new folder.")
    try:
        _make_whole(folder, demo)
    except OSError as error:
        raise NegotiationError(f"{folder} could not be made: {error.strerror}; name another folder.") from None
    print(_what_next(folder, demo))


def _make_whole(folder: Path, demo: int) -> None:
    """Write the course beside its place and move it there when it is whole; an empty folder stays the same one."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        draft = Path(scratch) / folder.name
        _write(draft)
        if demo:
            from .demo import add_demo_class

            add_demo_class(draft, exercise_names()[0], demo)
            with (draft / "START-HERE.md").open("a", encoding="utf-8") as guide:
                guide.write(_text("start_here_demo.md").format(size=demo, exercise=exercise_names()[0]))
        existed = folder.exists()
        folder.mkdir(mode=CLOSED, exist_ok=True)
        for part in sorted(draft.iterdir()):
            part.replace(folder / part.name)
        close_course(folder, existed=existed, shared=groupshared())


def _write(folder: Path) -> None:
    names = exercise_names()
    for name in names:
        source = resources.files("biggerpie.exercises").joinpath(name, "exercise.ipynb")
        (folder / "source" / name).mkdir(parents=True)
        with resources.as_file(source) as file:
            shutil.copyfile(file, folder / "source" / name / "exercise.ipynb")
    config = CONFIG.format(course_id=course_id_of(folder), zone=_zone_line())
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
    (folder / "students.csv").write_text(ROSTER, encoding="utf-8")
    about = {"exercise": names[0], "course_id": course_id_of(folder)}
    guide = _text("start_here.md").format(**about, exercises=", ".join(f"`{name}`" for name in names))
    (folder / "START-HERE.md").write_text(guide, encoding="utf-8")


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _zone_line() -> str:
    """Return the line that sets the course's zone to this computer's, so that it is the same on another one."""
    try:
        name = chosen_zone("").name_at(utc_now())
    except NegotiationError:
        return NO_ZONE
    return NO_ZONE if zone_named(name) is None else ZONE.format(name)


def _what_next(folder: Path, demo: int) -> str:
    name = exercise_names()[0]
    steps = f"biggerpie grade {name}\n  biggerpie formgrader" if demo else f"nbgrader generate_assignment {name}"
    made = f"{folder} holds your course" + (f" and {demo} simulated submissions to {name}." if demo else ".")
    return f"{made}\nNext, as START-HERE.md tells:\n\n  cd {shlex.quote(str(folder))}\n  {steps}"


def _class_size(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= LARGEST_DEMO:
        raise argparse.ArgumentTypeError(f"{text!r} is not a class size; write a whole number from 1 to {LARGEST_DEMO}")
    return int(text)
