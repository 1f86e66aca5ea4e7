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

ROSTER = """id,first_name,last_name,email
example-student,Replace,This line,example-student@example.org
"""

START_HERE = """# Your course

Run these in this folder, one exercise at a time:

| step | command |
| --- | --- |
| put your class into `students.csv`, then, before anything else | `nbgrader db student import students.csv` |
| make the students' version | `nbgrader generate_assignment {exercise}` |
| set a due date, if there is one | `biggerpie due {exercise} "2030-01-31 23:59"` |
| let somebody hand in later | `biggerpie extend {exercise} STUDENT 2d` |
| hand it out | the folder `release/`, or `nbgrader release_assignment {exercise}` |
| bring the answers in | `submitted/STUDENT/{exercise}/`, or `nbgrader collect {exercise}` |
| mark them and write feedback | `biggerpie grade {exercise}` |
| grade the written answers | `biggerpie formgrader` |
| look at what somebody handed in | `biggerpie show STUDENT {exercise}` |
| look for copied answers | `biggerpie copying {exercise}` |
| bring the feedback up to date | `biggerpie grade {exercise}` once more |
| give it out | the folder `feedback/`, or `nbgrader release_feedback {exercise}` (needs an exchange folder) |
| see where every exercise stands | `biggerpie status` |
| see what is still to be seen to | `biggerpie notices {exercise}` |
| export the marks | `nbgrader export` |

Exercises: {exercises}.

`biggerpie grade` does only what has changed, and goes on where it was interrupted. Feedback written before its
written answers are graded shows 0 marks for them: give it out after the second run. `nbgrader autograde` and
formgrader's button mark in the same way.

Where a student wrote something outside of an empty or unclear answer, that part waits: formgrader shows why, and beside
an empty written answer what was written elsewhere. Give its points there.

Whatever you must know of a submission (no time stamp, no notebook, worked on as somebody else, files set aside) is
told in every run, and above the submission in formgrader, until it is handed in again or you have seen to it
(`biggerpie notices {exercise} --seen STUDENT`). What is too long for the screen stands in `reports/`.
In `grades.csv` a submission is missing, waiting (not marked yet, or in part), could not be read, or is marked.

## By way of a campus system

Where you have no shared disk, an exercise takes five commands, with files that Canvas, Moodle, Blackboard or
Brightspace give you:

| step | command |
| --- | --- |
| the class, once, from the system's own table of grades | `biggerpie roster TABLE.csv` |
| the zip of all submissions, again whenever you like | `biggerpie collect {exercise} SUBMISSIONS.zip` |
| mark, and give the written answers their marks | `biggerpie grade {exercise}` |
| one zip of feedback, in the names that went in | `biggerpie return {exercise}` |
| the system's own table of grades, filled in | `biggerpie marks {exercise} TABLE.csv` |

Ids stay as the system wrote them, and every file and line that matches nobody, or two, is listed. `--id COLUMN` names
the column of ids, `--column HEADING` that of the marks. Whoever has no whole mark yet keeps what stood in the table.
Moodle and Brightspace call files by name only, so two students of one name are listed, to be put into `submitted/` by
hand. Blackboard takes no feedback back as a zip. The names and rules are those of the systems' sources and help pages;
try one student before you trust a whole class to it. In Moodle download the submissions in folders.

## Role plays in class

| step | command |
| --- | --- |
| seat the class, and print sheets and forms | `biggerpie pairs week-3 job-offer` |
| somebody does not come | the same with `--absent STUDENT` |
| the page for the projector | type the deals into `pairs/week-3/results.csv`, then `biggerpie debrief week-3` |

Nobody sits with a partner of before as long as that can be, and within sections where `sections.csv` names any
(`student,section`). `pairs/week-3/sheets` has a page for each student that holds nothing of the other role; who is left
over joins a table as third, or with `--no-threes` sits alone. All tables have the same case. The debrief names nobody.

## Dates

Write dates as `2030-01-31 23:59`, in the zone that `c.CourseDates.zone` in `nbgrader_config.py` names (of the computer
on which you made this course, unless you change it), or with a zone: `2030-01-31 23:59 Europe/Berlin`,
`2030-01-31 23:59 +01:00`. Each is told as it was understood, and what has two meanings is refused. `biggerpie due`
lists all of them. What you write into formgrader or give to nbgrader's own commands without a zone is in UTC.
Extensions stand in `extensions.csv`. A student with one is late, and gets the full feedback, only after it.

## Looking at submissions

Never open a notebook, or any other file, in `submitted/`, and start no command inside that folder. A notebook can bring
a program that the browser runs as soon as JupyterLab opens it, before anything is clicked; and nbgrader runs what is
called `nbgrader_config.py` where it is started. The same holds for `autograded/` of assignments that are not the kit's.

- `biggerpie show STUDENT` makes a page of what was handed in: every cell as text, what marking reads of it, pasted
  pictures, the files beside it. Nothing in it runs. With `--all` it does so for everybody.
- `biggerpie formgrader` opens formgrader from a folder in which nobody else puts files. On a hub, where Jupyter runs
  already, go to this folder (and not into one inside it) and take the menu Nbgrader → Formgrader (local).
- In formgrader, do not follow the link that opens the notebook itself.
- Formgrader shows what students wrote without scripts, without pictures from elsewhere and without mathematics; so
  outputs that need scripts (plotly, widgets) do not draw there, in ordinary assignments either.

## Everybody's own case

Generating an exercise draws a case for every student and writes `dossiers.json.gz` into the released folder; hand it
out with the notebook. A student's notebook finds its own by the student's id: JupyterHub's, or the one typed into the
notebook; it is the id of `students.csv`. Marking finds the same case again.

- All cases are drawn from `dossier-secret.txt`. Keep it to yourself, and keep a copy of it and of `.biggerpie/seals`:
  without them nobody can be marked.
- Each notebook and its dossiers say which exercise of which course they are. Beside another one's dossiers a notebook
  opens no case; handed in for another exercise or course it is not marked, and waits.
- No two students of the class list have the same case. Whoever enrols late may meet a classmate's; you are told who.
- `S100`, `s100` and `"S100"` are one student. An id is one word without commas and slashes; others are named when an
  exercise is generated. A folder in `submitted/` that is spelt otherwise than the class list is renamed, and you are
  told; who has two waits.
- Where a hub calls a student otherwise than your class list, write `jupyter-tia,4711` into a file `hub-names.csv` here
  (the hub's name, then the student), best before you generate the first exercise.
- A new term wants new cases: make a new folder with `biggerpie course`, and take no secret along.
- Who enrols late may begin at once; generating again (with `--force`) changes nobody's case.
- Who typed another id has worked on another case. Marking says so, and looks which case the answers fit; a line
  `ada,adda` in a file `worked-as.csv` here (the student, then the id that was typed) and another `biggerpie grade` put
  it right, in every exercise where the notebook does not say the student's own id. `ada,adda,{exercise}` is for one
  exercise. Where that id opens the case of somebody in the class, no line does: ask how it came about.
- Whose notebook says that the dossiers are missing or damaged fetches the exercise again. A `dossiers.json.gz` that a
  browser unpacked or numbered is found all the same.
- If you lost the secret before anybody began, delete the folders `.biggerpie/seals` and `release`, generate every
  exercise again, and hand it out again. As long as one of them is there no second secret is made. While `release`
  still holds an exercise, `nbgrader generate_assignment` skips it; with `--force` it is generated again.
- `biggerpie --version` tells the kit's version. After an upgrade `biggerpie grade` says who was marked by another one;
  with `--force` all are marked alike, and you are told whose marks change. A version that would draw other cases than
  those that you handed out marks nothing.

## How students get the kit

Each exercise needs the kit where it is opened, in the same version that you have.

- On a hub, it is installed into what the students' servers start from (the image, or the shared environment).
  Write `c.InteractiveShellApp.exec_lines = ["import biggerpie.lessons.in_each_kernel"]` into
  `/etc/ipython/ipython_config.py` there: then any cell of an exercise may be run first, or alone after a restart.
- On their own computers, students install it themselves. Make one file of it for them: go to the kit's folder, run
  `pip wheel . --no-deps`, and hand out the file that ends in `.whl`. They run `pip install` with its name, and then
  `jupyter lab` in the folder of the exercise.
- Give them the whole folder of the exercise in `release/`, best as one archive: the notebook opens no case without the
  `dossiers.json.gz` beside it, and every exercise wants a folder of its own.
- They hand in the notebook. What else lies in the folder may come with it.

The class list `students.csv` may be saved by a spreadsheet, with commas, semicolons or tabs. What cannot be read is
named with its line, and then nothing is imported.

## Exercises and cases of your own

- The number in a test cell's `grade(…, points=20)` and the cell's own points are the same, and no cell asks for Python
  in an exercise that loads the kit: generating says otherwise, by name, and writes nothing.
- If you change a source after it was generated, `biggerpie grade` says so until you generate it again (with `--force`)
  and hand it out.
- A case of your own is a file `cases/bakery.toml` here, named in the source by `%case bakery SIDE`. It needs leanings,
  so that everybody gets another version; `biggerpie case check cases/bakery.toml` says what is wrong or what it is
  like, and with `--picture bakery.html` draws it; `biggerpie case convert bakery.xlsx cases/bakery.toml` takes it from
  a spreadsheet. Students get `bakery.toml` with the notebook, without points and without what only the other side
  knows; hand it out, too. Once it is handed out leave the file as it is: a changed one marks nobody.

## Several instructors, and nbgrader's settings

- Instructors of one group share a course where `c.CourseDirectory.groupshared = True` stands in `nbgrader_config.py`:
  the next `biggerpie grade` of the folder's owner opens to the group whatever the owner may read and write.
- Whom `c.CourseDirectory.student_id_exclude` or `student_id` leaves out is named, and not marked.
- The gradebook may be an SQLite file or a PostgreSQL database. If it was lost or a student was removed from it,
  submissions are marked again and you are told: what was given by hand is to be given again.
- The folder may be moved, but its path holds none of `? % # [ ] *`.

## What runs, and what is told

Students' answers are read as text and never executed. Other assignments in `source/` run as nbgrader runs them.
They run in a sandbox if you write `configure(c, folder=Path(__file__).parent, sandbox=True)` in `nbgrader_config.py`
and the package bubblewrap is installed; what was marked before is marked again with `--force`.

Before a student's due date the feedback tells no marks, only what the checks in the notebook say; after it, and
where no due date is set, everything. In `nbgrader_config.py` you may choose otherwise: `c.ShowFindings.diagnosis =
"full"` (everything, always) or `"hints"` (no marks, ever). Set the due date before you give feedback.

What may not stay in a submission (settings, programs, pages, links) lies in `.biggerpie/set-aside/STUDENT/EXERCISE`.
Students may hand in notebooks, texts, tables and pictures, and what you handed out yourself.
A submission that takes too much (200 files, 200 MB, 20 seconds of work, 1 GB of memory) waits, and you are told why.
Keep `c.Exchange.timezone` at UTC. A folder's name in `submitted/` is the student's id. Where there is a
due date and a submission has no time stamp, you are told that it counts as in time.
The course is called as its folder was, `{course_id}`: see `nbgrader_config.py`. On a hub with several courses write
`c.Exchange.path_includes_course = True` into the `nbgrader_config.py` of the machine, for students and instructors.
If all students work under one account of the system, write `c.ExchangeCollect.check_owner = False`.

## Copies, and upgrades

`biggerpie backup week-3.tar.gz` writes the whole course into one file, and `biggerpie restore week-3.tar.gz FOLDER`
puts it back into a new folder. Without it:
Copy the whole folder, and not what `*` names: the hidden folder `.biggerpie` belongs to it, and `cp course/*` leaves it
out. While nothing runs, `cp -a my-course my-course-copy` copies everything (on Windows,
`robocopy my-course my-course-copy /E`); `gradebook.db` has the marks, `submitted/` what was handed in. Keep the copy
where no student can read it: it holds the secret.

Upgrade between two exercises, and everywhere at once: for you, on the hub, on students' computers. Copy the folder
first. `source/` stays as it is: the texts of exercises that you have handed out do not change under your students.
Where a new version brings a better exercise, take it from a new `biggerpie course` folder before you generate it, never
after.
"""

DEMO = """
## The simulated class

`--demo` has done the first four steps for {size} students named demo-01, demo-02 and so on: go on with
`biggerpie grade {exercise}`. Of every ten students one is perfect, one trades well, one splits everything in
the middle, one guesses, one takes all, one spells badly, one hands in nothing, one writes no colons, one's file is
damaged, and one tries to forge a mark. So about four of ten have no points before you grade the written answers.
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
                guide.write(DEMO.format(size=demo, exercise=exercise_names()[0]))
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
    guide = START_HERE.format(**about, exercises=", ".join(f"`{name}`" for name in names))
    (folder / "START-HERE.md").write_text(guide, encoding="utf-8")


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
