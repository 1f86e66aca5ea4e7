"""Each system's zip goes in, each notebook to its student, and feedback comes out under the names that went in."""

import json
import zipfile
from dataclasses import replace
from datetime import UTC
from io import BytesIO

import pytest
from biggerpie.course.campus.collecting import collect, places_of
from biggerpie.course.campus.download_names import squeezed
from biggerpie.course.campus.returning import feedback_zip
from biggerpie.grading.dates.zones import Zone
from biggerpie.grading.nbgrader_adapter.class_marks import Classmate, HandedOut
from biggerpie.negotiation import NegotiationError

from .hostile_class import class_of_500, marks_of

ASSIGNMENT = "01-both-can-gain"
CLASS = [one for one in class_of_500() if "/" not in one.id]
MARKS = marks_of(CLASS)
BY_NAME = {one.name for one in CLASS if sum(one.name == other.name for other in CLASS) == 1}


def canvas(one: Classmate) -> str:
    short = squeezed(one.last_name + one.first_name) or "nobody"
    return f"{short}_{'LATE_' if one.lms.endswith('3') else ''}{one.lms}_4711_exercise.ipynb"


def moodle(one: Classmate) -> str:
    return f"{one.name}_{int(one.lms) + 7}_assignsubmission_file_/exercise.ipynb"


def blackboard(one: Classmate) -> str:
    return f"Both can_gain_{one.id}_attempt_2026-11-03-10-00-00_my exercise.ipynb"


def brightspace(one: Classmate) -> str:
    return f"12-{one.lms} - {one.name} - Nov 3, 2026 1000 AM/exercise.ipynb"


def zipped(tmp_path, files: dict[str, bytes]):
    file = tmp_path / "download.zip"
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file


def collected(tmp_path, files: dict[str, bytes], classmates=CLASS):
    out = HandedOut(ASSIGNMENT, "exercise.ipynb", tmp_path / "submitted", Zone(UTC))
    return collect(tmp_path, out, zipped(tmp_path, files), classmates)


@pytest.mark.parametrize("write", [canvas, moodle, blackboard, brightspace])
def test_a_systems_zip_reaches_every_student_and_feedback_goes_back_under_its_names(tmp_path, write):
    can_be_told = [one for one in CLASS if write in {canvas, blackboard} or one.name in BY_NAME]
    files = {write(one): json.dumps({"of": one.id}).encode() for one in CLASS}
    found = collected(tmp_path, files)
    assert sorted(found.taken) == sorted(one.id for one in can_be_told)
    assert len(can_be_told) > 400
    for one in can_be_told:
        notebook = tmp_path / "submitted" / one.id / ASSIGNMENT / "exercise.ipynb"
        assert json.loads(notebook.read_bytes()) == {"of": one.id}
        page = tmp_path / "feedback" / one.id / ASSIGNMENT / "exercise.html"
        page.parent.mkdir(parents=True)
        page.write_text(one.id)
    untold = len(files) - len(can_be_told)
    assert sum("tells nobody of the class list, or more than one" in said for said in found.told) == untold
    with zipfile.ZipFile(BytesIO(feedback_zip(tmp_path, MARKS, places_of(tmp_path, ASSIGNMENT)).content)) as packed:
        returned = {name: packed.read(name).decode() for name in packed.namelist()}
    assert len(returned) == len(can_be_told)
    for one in can_be_told:
        place = write(one).removesuffix("my exercise.ipynb").removesuffix("exercise.ipynb")
        assert returned[f"{place}exercise.html"] == one.id


def test_a_page_without_all_marks_and_a_strangers_are_named_and_the_strangers_is_left_out(tmp_path):
    waiting, marked = (next(s for s, one in MARKS.marks.items() if one.status == how) for how in ("waiting", "marked"))
    for student in (waiting, marked, "stranger"):
        page = tmp_path / "feedback" / student / ASSIGNMENT / "exercise.html"
        page.parent.mkdir(parents=True)
        page.write_text(student)
    packed = feedback_zip(tmp_path, MARKS, {})
    assert packed.count == 2
    assert packed.told == (
        "stranger has feedback and is not in the class list.",
        f"Marks are still missing on 1 of these pages: {waiting}.",
    )


def test_a_page_that_the_system_cannot_place_is_named_where_others_came_from_its_zip(tmp_path):
    ada, bo = (one.id for one in CLASS[8:10])
    for student in (ada, bo):
        page = tmp_path / "feedback" / student / ASSIGNMENT / "exercise.html"
        page.parent.mkdir(parents=True)
        page.write_text(student)
    told = feedback_zip(tmp_path, MARKS, {ada: "A_1_assignsubmission_file_/"}).told
    said = f"{bo} was not collected from the zip, so the system can't place the page in {bo}/; send it yourself."
    assert [one for one in told if "collected" in one] == [said]
    assert not any("collected" in one for one in feedback_zip(tmp_path, MARKS, {}).told), "this course uses no zip"


def test_a_name_is_known_without_the_letters_that_moodle_leaves_out_unless_two_are_alike_then(tmp_path):
    anna, jo = Classmate("a1", "Anna", "O'Brien"), Classmate("j1", "Jo", "d’A_B:C")
    file = "{}_7_assignsubmission_file_/exercise.ipynb"
    files = {file.format(name): name.encode() for name in ("Anna OBrien", "Jo dA BC")}
    assert set(collected(tmp_path, files, [anna, jo]).taken) == {"a1", "j1"}
    both = [anna, Classmate("a2", "Anna", "OBrien")]
    found = collected(tmp_path, {file.format("Anna OBrien"): b"whose?"}, both)
    assert not found.taken
    assert "tells nobody of the class list, or more than one" in found.told[0]


def test_the_time_that_the_system_wrote_counts_and_the_newest_upload_is_taken(tmp_path):
    ada = CLASS[7]
    names = [f"Ex_{ada.id}_attempt_2026-11-0{day}-10-00-00_exercise.ipynb" for day in (3, 5, 4)]
    collected(tmp_path, {name: name.encode() for name in names})
    folder = tmp_path / "submitted" / ada.id / ASSIGNMENT
    assert (folder / "exercise.ipynb").read_bytes() == names[1].encode()
    assert (folder / "timestamp.txt").read_text() == "2026-11-05 10:00:00 UTC\n"
    again = collected(tmp_path, {name: name.encode() for name in names})
    assert (again.taken, again.same) == ((), (ada.id,))
    older = collected(tmp_path, {names[0]: b"of before"})
    assert (older.taken, older.same) == ((), ())
    assert "is older than the one collected before" in older.told[0]
    assert (folder / "exercise.ipynb").read_bytes() == names[1].encode()
    assert places_of(tmp_path, ASSIGNMENT)[ada.id] in names[1], "feedback goes back under the name of what counts"
    late = collected(tmp_path, {f"x_LATE_{ada.lms}_1_a-2.ipynb": b"2", f"x_{ada.lms}_1_a-10.ipynb": b"10"})
    assert (folder / "exercise.ipynb").read_bytes() == b"10"
    assert not late.told


def test_a_senders_own_file_name_makes_nobody_else_of_the_sender(tmp_path):
    ada, bo = CLASS[7], CLASS[8]
    trick = f"Ex_{bo.id}_attempt_2026-11-09-10-00-00_exercise.ipynb"
    found = collected(tmp_path, {f"Ex_{ada.id}_attempt_2026-11-03-10-00-00_{trick}": b"ada's"})
    assert found.taken == (ada.id,)
    found = collected(tmp_path, {f"x_{ada.lms}_1_y_{bo.lms}_2_z.ipynb": b"hers"})
    assert found.taken == (ada.id,)


def test_whoever_takes_a_classmates_name_replaces_nothing_of_theirs(tmp_path):
    ada, bo = CLASS[7], CLASS[8]
    file = f"{ada.name}_{{}}_assignsubmission_file_/exercise{{}}.ipynb"
    found = collected(tmp_path, {file.format(1, ""): b"ada's", file.format(2, "-9"): b"not hers", moodle(bo): b"bo's"})
    assert found.taken == (bo.id,)
    assert any(f"two people have the name of {ada.id}, so none was taken" in said for said in found.told)
    name = squeezed(ada.last_name + ada.first_name)
    found = collected(tmp_path, {f"{name}_{ada.lms}_1_x.ipynb": b"ada's", f"{name}_1_2_x-9.ipynb": b"not hers"})
    assert found.taken == (ada.id,)
    assert (tmp_path / "submitted" / ada.id / ASSIGNMENT / "exercise.ipynb").read_bytes() == b"ada's"


def test_canvas_tells_by_name_whose_number_the_class_list_does_not_have(tmp_path):
    ada = replace(CLASS[7], lms="")
    assert collected(tmp_path, {canvas(CLASS[7]): b"ada's"}, [ada, *CLASS[8:]]).taken == (ada.id,)


def test_what_could_not_be_unpacked_is_told(tmp_path):
    found = collected(tmp_path, {moodle(CLASS[7]): b"x", f"{CLASS[8].name}_9_assignsubmission_file_/a:b.ipynb": b"x"})
    assert found.taken == (CLASS[7].id,)
    assert any("a:b.ipynb' was not taken: it has a name that leads elsewhere" in said for said in found.told)


@pytest.mark.parametrize("write", [canvas, moodle, blackboard, brightspace])
@pytest.mark.parametrize("looks", [canvas, moodle, blackboard, brightspace])
def test_a_senders_own_file_name_that_looks_like_another_systems_reaches_the_sender(tmp_path, write, looks):
    ada, bo, cy = CLASS[7:10]
    place = write(ada).removesuffix("my exercise.ipynb").removesuffix("exercise.ipynb")
    found = collected(tmp_path, {f"{place}{looks(bo)}": b"ada's", write(cy): b"cy's"})
    assert set(found.taken) == {ada.id, cy.id}
    assert not (tmp_path / "submitted" / bo.id).exists()


def test_two_as_new_as_each_other_and_files_that_are_no_notebook_are_told_and_not_taken(tmp_path):
    ada = CLASS[7]
    found = collected(
        tmp_path, {f"x_{ada.lms}_1_a.ipynb": b"1", f"x_{ada.lms}_1_b.ipynb": b"2", f"x_{ada.lms}_1_c.docx": b""}
    )
    assert not found.taken
    assert any("as new as each other" in said for said in found.told)
    assert any("it is no notebook" in said for said in found.told)


@pytest.mark.parametrize("names", [["readme.txt"], ["../../forged.ipynb"], ["a/../../b_1_2_x.ipynb", "notes.md"]])
def test_what_is_no_systems_download_is_refused_and_nothing_leaves_the_course(tmp_path, names):
    place = tmp_path / "course"
    place.mkdir()
    if names == ["../../forged.ipynb"]:
        assert not collected(place, dict.fromkeys(names, b"x")).taken
    else:
        with pytest.raises(NegotiationError, match="has no name such as Canvas"):
            collected(place, dict.fromkeys(names, b"x"))
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


def test_a_file_that_is_no_archive_is_refused_in_one_sentence(tmp_path):
    file = tmp_path / "x.zip"
    file.write_bytes(b"not a zip")
    out = HandedOut(ASSIGNMENT, "exercise.ipynb", tmp_path / "submitted", Zone(UTC))
    with pytest.raises(NegotiationError, match=r"x\.zip: it is no zip or tar archive .* Nothing was collected\."):
        collect(tmp_path, out, file, CLASS)
