"""A course with an honest student and hostile ones, graded, with a trap that tells if anything of theirs ran."""

import base64
import json
from pathlib import Path

import nbformat
from biggerpie.course.new_course import make_course

from ...class_of_thirty import PIXEL, as_file, put_one_case_for_all
from ...hostile.course import EXERCISE, graded, released, run, submission_folder
from ...hostile.model import cell_of, honest
from .texts import HOSTILE, NORMAL, PICTURES, SETTINGS

OLDER = "zz-older-kit"
ORDINARY = "sums"
TRAP = 'from pathlib import Path\nPath(r"{place}").touch()\nc = get_config()\n'


def graded_course(folder: Path) -> Path:
    """Make a course in `folder`, hand in what students wrote, and grade it."""
    course = folder / "course"
    make_course(course)
    put_one_case_for_all(course)
    run(course, "nbgrader", "generate_assignment", EXERCISE)
    ordinary_assignment(course)
    for student, text in [("a-normal", NORMAL), *students().items(), (OLDER, NORMAL)]:
        hand_in(course, student, text)
    said = graded(course)
    assert "could not" not in said, said
    as_an_older_kit_left_it(course)
    return course


def students() -> dict[str, str]:
    """Return what each hostile student wrote."""
    return {f"h{number:02}-{name.replace(' ', '-')}": text for number, (name, text) in enumerate(HOSTILE.items())}


def hand_in(course: Path, student: str, text: str) -> None:
    """Hand in an honest package with that text, and files beside it that would run if anything asked for them."""
    notebook = honest(released(course))
    cell = cell_of(notebook, "why")
    cell |= {"source": text, "attachments": PICTURES}
    place = submission_folder(course, student)
    (place / "exercise.ipynb").write_bytes(as_file(notebook))
    (place / "nbgrader_config.py").write_text(TRAP.format(place=course.parent / "ran"), encoding="utf-8")
    put_pages(place)


def put_pages(place: Path) -> None:
    """Put files into a folder that a browser would run when it opens them."""
    (place / "hurt.html").write_text("<script>top.hurt = 1</script>", encoding="utf-8")
    (place / "picture.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' onload='top.hurt=1'/>", encoding="utf-8"
    )


def as_an_older_kit_left_it(course: Path) -> None:
    """Put the hostile texts as they were written into an autograded notebook, as a kit without this defence might."""
    path = course / "autograded" / OLDER / EXERCISE / "exercise.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for text in HOSTILE.values():
        about: dict[str, object] = {"cell_type": "markdown", "id": f"own-{len(notebook['cells'])}", "metadata": {}}
        notebook["cells"].append({**about, "source": text})
    outputs = [{"output_type": "display_data", "data": {"text/html": HOSTILE["script"]}, "metadata": {}}]
    code = {"cell_type": "code", "id": "own-code", "metadata": {}, "source": "x", "execution_count": None}
    notebook["cells"].append({**code, "outputs": outputs})
    path.write_text(json.dumps(notebook), encoding="utf-8")
    put_pages(path.parent)


def ordinary_assignment(course: Path) -> None:
    """Add an assignment that the kit has no part in, with a submission whose text tries to act, and mark it."""
    about = {"schema_version": 3, "grade_id": "total", "grade": True, "solution": False, "locked": True, "points": 1}
    cells = [
        nbformat.v4.new_markdown_cell(f"![own](own.png) ![d](/formgrader{SETTINGS}) ![](/logout) {HOSTILE['script']}"),
        nbformat.v4.new_code_cell("assert 1 + 1 == 2", metadata={"nbgrader": {**about, "task": False}}),
    ]
    language = {"language_info": {"name": "python"}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=language)
    for place in (course / "source" / ORDINARY, course / "submitted" / OLDER / ORDINARY):
        place.mkdir(parents=True)
        nbformat.write(notebook, place / f"{ORDINARY}.ipynb")
        (place / "own.png").write_bytes(base64.b64decode(PIXEL))
    run(course, "nbgrader", "generate_assignment", ORDINARY)
    run(course, "nbgrader", "autograde", ORDINARY)
