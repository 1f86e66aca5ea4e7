"""A course for the desk: a part of it marked, a role play with its debrief, and students with hostile names and ids."""

from pathlib import Path

from biggerpie.grading.class_run.run import grade_class
from nbgrader.api import Gradebook

from .gradebooks import EXERCISE, gradebook_url

MARKED = ["demo-01", "demo-02", "demo-07"]
HURT = "<script>document.title='hurt'</script>"
HOSTILE = {
    '"><img src=x onerror="document.title=\'hurt\'">': HURT,
    "{{ 7 * 7 }}&amp;": "{% raw %}",
    "../../../etc/passwd": "'; DROP TABLE student; --",
    "--help": "-",
    "$(touch forged)`id`": "\u202eecila",
    "o'neill": "Ó Néill, \N{SLICE OF PIZZA}",
    "007": "0" * 300,
    "שלום": "שלום",
}
"""Names by ids."""


def furnish(course: Path) -> Path:
    """Mark a part of a class, seat a role play, and let the hostile in."""
    grade_class(course, EXERCISE, students=MARKED, workers=1)
    with Gradebook(gradebook_url(course)) as book:
        for student, name in HOSTILE.items():
            book.add_student(student, first_name=name, email=f"{name}@example.org")
    rows = "\n".join(["demo-01,A", "demo-02,A", f'demo-03,"{HURT}"'])
    (course / "sections.csv").write_text(f"student,section\n{rows}\n", encoding="utf-8")
    folder = course / "pairs" / "week-1"
    folder.mkdir(parents=True)
    (folder / "tables.csv").write_text("table,case,first,second,third,version\n1,pay-rise,demo-01,demo-02,,\n")
    (folder / "debrief.html").write_text(f"<title>Debrief</title><p>One frontier</p>{HURT}")
    (folder / "outcomes.html").symlink_to(course / "gradebook.db")
    return course
