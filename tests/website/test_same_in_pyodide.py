"""What is recorded by the Python that builds the site is what the browser's Python computes, move by move."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from biggerpie.lessons.pages import pages
from biggerpie.website.lesson import read_lesson
from biggerpie.website.python_files import stage
from biggerpie.widgets import speak

from .digests import digests

HERE = Path(__file__).parent
LESSONS = [read_lesson(*page) for page in pages("en") if page[0].startswith("lessons/")]
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not shutil.which("node"), reason="Pyodide runs under Node.js"),
]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.record)
def test_a_lessons_recording_is_the_same_in_pyodide(lesson, pyodide_package, tmp_path):
    stage(tmp_path)
    for file in (HERE / "digests.py", HERE.parents[1] / "website" / "recording.py"):
        place = tmp_path if file.name == "digests.py" else tmp_path / "biggerpie" / "website"
        shutil.copyfile(file, place / file.name)
    other = ("CourseMap()", "biggerpie.figures")  # the map of a folder, and a picture that stands still
    code = [cell for cell in lesson.cells if cell.is_code and not any(word in cell.source for word in other)]
    cells = json.dumps({lesson.record: [[cell.id, cell.source] for cell in code]})
    speak("en")
    command = ["node", HERE / "in_pyodide.js", pyodide_package, tmp_path]
    done = subprocess.run(command, input=cells, capture_output=True, text=True, check=True)
    there, here = json.loads(done.stdout), json.loads(digests(cells))
    assert here
    assert [name for name, digest in here.items() if there[name] != digest] == []
