"""`biggerpie grade` does what nbgrader's own commands do, and only what is still to do."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from biggerpie.grading.class_run.run import grade_class
from biggerpie.lessons.command_line import main
from nbgrader.api import Gradebook

from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, dump, files, grade_by_hand, gradebook_url


def summary_lines(course: Path, **options) -> list[str]:
    return grade_class(course, EXERCISE, **options).text().splitlines()


@pytest.mark.parametrize("workers", [1, 2])
def test_gradebook_and_files_are_those_that_nbgraders_commands_make(course, by_nbgrader, workers):
    gradebook, written = by_nbgrader
    grade_class(course, EXERCISE, workers=workers)
    assert dump(gradebook_url(course)) == gradebook
    assert len(gradebook) == 12
    assert files(course) == written
    assert len(written) >= 24


def test_the_summary_says_what_was_done_and_what_is_left(course):
    with Gradebook(gradebook_url(course)) as book:
        book.add_student("absent")
    first = summary_lines(course)
    assert first[0] == f"{EXERCISE}: 12 marked, 12 given feedback, 0 were up to date."
    assert first[1].startswith("due Sunday 20 January 2030, 12:00 UTC, in ")
    assert first[2] == "2 handed in late: demo-02, demo-07"
    assert first[3].startswith(
        "11 waiting for marks that a person gives (in formgrader; then run this again): demo-01,"
    )
    assert first[4] == "1 in the roster without a submission: absent"
    assert first[5].startswith("Look at the files of: ")
    assert first[6].startswith("  demo-02, demo-07: timestamp.txt names a time that is still to come (2030-01-21 09:00")
    told = "\n".join(first[7:])
    assert "  demo-07: nothing was written in this notebook, so its parts are marked 0." in told
    assert "  demo-09: exercise.ipynb is not a notebook (it is not JSON)" in told
    assert "  demo-10: 'mark-package' waits for a person: what stands in the cell 'package' could not be read" in told
    assert summary_lines(course)[0] == f"{EXERCISE}: 0 marked, 0 given feedback, 12 were up to date."


def test_a_second_run_does_what_has_changed_and_nothing_else(course):
    grade_class(course, EXERCISE)
    grade_by_hand(gradebook_url(course), "demo-01", 17.0, "Well seen.")
    notebook = course / "submitted" / "demo-03" / EXERCISE / "exercise.ipynb"
    notebook.write_bytes((course / "submitted" / "demo-01" / EXERCISE / "exercise.ipynb").read_bytes())
    outcomes = grade_class(course, EXERCISE).outcomes
    assert {s for s, o in outcomes.items() if o.marked} == {"demo-03"}
    assert {s for s, o in outcomes.items() if o.feedback} == {"demo-01", "demo-03"}
    page = course / "feedback" / "demo-01" / EXERCISE / "exercise.html"
    assert "Well seen." in page.read_text(encoding="utf-8")


def test_marks_and_comments_given_by_hand_survive_marking_again(course):
    grade_class(course, EXERCISE)
    grade_by_hand(gradebook_url(course), "demo-01", 17.0, "Well seen.")
    before = dump(gradebook_url(course))
    grade_class(course, EXERCISE, force=True)
    after = dump(gradebook_url(course))
    # nbgrader asks for a look at marks given by hand when a submission is marked again
    assert json.dumps(after, default=str).replace("17.0, null, true", "17.0, null, false") == json.dumps(
        before, default=str
    )


def test_a_mark_given_by_hand_for_another_answer_than_the_one_handed_in_now_is_named(course):
    grade_class(course, EXERCISE)
    grade_by_hand(gradebook_url(course), "demo-01", 17.0, "Well seen.")
    notebook = course / "submitted" / "demo-01" / EXERCISE / "exercise.ipynb"
    content = json.loads(notebook.read_text(encoding="utf-8"))
    next(c for c in content["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == "why")["source"] = "Dunno."
    notebook.write_text(json.dumps(content), encoding="utf-8")
    summary = grade_class(course, EXERCISE)
    assert "'why' has 17 of 20 points, which a person gave for another answer" in " ".join(
        summary.outcomes["demo-01"].told
    )
    assert "demo-01" in summary.standing.needs_manual_grade


@pytest.mark.long
def test_an_exercise_that_was_generated_anew_is_marked_anew(course):
    grade_class(course, EXERCISE)
    source = course / "source" / EXERCISE / "exercise.ipynb"
    fewer = source.read_text(encoding="utf-8").replace("points=30", "points=29").replace('"points": 30', '"points": 29')
    source.write_text(fewer, encoding="utf-8")
    nbgrader(course, "generate_assignment", EXERCISE, "--force")
    assert sum(outcome.marked for outcome in grade_class(course, EXERCISE).outcomes.values()) == 12


def test_formgraders_button_and_the_command_take_turns_without_a_difference(course, by_nbgrader):
    grade_class(course, EXERCISE)
    nbgrader(course, "autograde", EXERCISE, "--force", "--student", "demo-04")
    assert {s for s, o in grade_class(course, EXERCISE).outcomes.items() if o.marked} == {"demo-04"}
    assert (dump(gradebook_url(course)), files(course)) == by_nbgrader


def test_only_the_students_that_are_named_are_graded_and_spoken_of(course):
    summary = grade_class(course, EXERCISE, students=["demo-05"])
    assert summary.outcomes.keys() == {"demo-05"}
    assert "demo-02" not in summary.text()


def test_who_has_handed_in_is_not_called_missing_when_a_run_is_cut_short(course):
    assert grade_class(course, EXERCISE, students=["demo-05"]).standing.missing == ()
    (course / "submitted" / "demo-06" / EXERCISE / "exercise.ipynb").unlink()
    assert grade_class(course, EXERCISE).standing.missing == ()


def test_somebody_whom_the_roster_does_not_name_is_pointed_out_once(course):
    (course / "submitted" / "demo-05").rename(course / "submitted" / "demo-5")
    said = grade_class(course, EXERCISE).text()
    assert "1 not in the roster before, and added to the gradebook: demo-5" in said
    assert "1 in the roster without a submission: demo-05" in said
    assert "added to the gradebook" not in grade_class(course, EXERCISE).text()


def test_a_second_notebook_beside_the_one_that_was_marked_is_pointed_out(course):
    folder = course / "submitted" / "demo-04" / EXERCISE
    (folder / "exercise (1).ipynb").write_bytes((folder / "exercise.ipynb").read_bytes() + b"\n")
    assert (
        "demo-04: 'exercise (1).ipynb' was not marked, because the notebook that was asked"
        in grade_class(course, EXERCISE).text()
    )


def test_the_only_notebook_is_marked_under_whatever_name(course, by_nbgrader):
    folder = course / "submitted" / "demo-04" / EXERCISE
    (folder / "exercise.ipynb").rename(folder / "exercise (1).ipynb")
    said = grade_class(course, EXERCISE).text()
    assert "demo-04: 'exercise (1).ipynb' was marked as exercise.ipynb" in said
    assert "was not marked" not in said
    assert "was not marked" not in grade_class(course, EXERCISE).text()
    assert dump(gradebook_url(course)) == by_nbgrader[0]


def test_a_submission_that_cannot_be_graded_is_named_with_its_reason_and_stops_nobody(course):
    folder = course / "submitted" / "demo-06" / EXERCISE
    (folder / "exercise.ipynb").unlink()
    summary = grade_class(course, EXERCISE)
    assert summary.failed.keys() == {"demo-06"}
    assert "exercise.ipynb" in summary.failed["demo-06"]
    assert sum(outcome.feedback for outcome in summary.outcomes.values()) == 11
    assert "1 could not be graded" in summary.text()


def test_who_is_not_in_the_roster_is_named_where_the_instructor_wants_it_so(course):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.Autograde.create_student = False\n")
    (course / "submitted" / "demo-01").rename(course / "submitted" / "stranger")
    assert "the roster names nobody" in grade_class(course, EXERCISE).failed["stranger"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["grade", "01-both-can-gian"], "'01-both-can-gian' has not been generated in this course"),
        (["grade", "01-both-can-gian"], "did you mean '01-both-can-gain'?"),
        (["grade", EXERCISE, "--student", "demo-99"], "'demo-99' has not handed in '01-both-can-gain'"),
        (["grade", EXERCISE, "--student", "nobody"], "see the folders in submitted/STUDENT/01-both-can-gain."),
        (["grade", EXERCISE, "--course", "elsewhere"], "is no course folder"),
    ],
)
def test_a_mistake_gives_one_sentence(course, monkeypatch, capsys, words, says):
    monkeypatch.chdir(course)
    before = dump(gradebook_url(course))
    assert main(words) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.strip().splitlines()) == 1
    assert dump(gradebook_url(course)) == before


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("c.X = = 1", "nbgrader_config.py could not be read (invalid syntax"),
        ("import nonsense", "No module named 'nonsense'"),
    ],
)
def test_faulty_settings_give_one_sentence(course, monkeypatch, capsys, line, says):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"{line}\n")
    monkeypatch.chdir(course)
    assert main(["grade", EXERCISE]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.strip().splitlines()) == 1


def test_a_setting_that_does_not_exist_stops_the_run_with_one_sentence(course):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.ShowFindings.diagnosis = 'hint'\n")
    assert grade_class(course, EXERCISE).stopped.startswith("a setting in nbgrader_config.py is wrong (The 'diagnosis'")


def test_the_command_ends_with_1_where_something_could_not_be_graded(course, monkeypatch, capsys):
    monkeypatch.chdir(course)
    assert main(["grade", EXERCISE]) == 0
    (course / "submitted" / "demo-06" / EXERCISE / "exercise.ipynb").unlink()
    assert main(["grade", EXERCISE]) == 1
    assert "demo-06: " in capsys.readouterr().out


def test_before_the_deadline_the_feedback_tells_no_mark_and_after_it_everything(course):
    grade_class(course, EXERCISE)
    page = course / "feedback" / "demo-01" / EXERCISE / "exercise.html"
    before = page.read_text(encoding="utf-8")
    assert "points for you; your alternative is worth 34" in before
    assert "This part is marked. You will see the mark" in before
    for hidden in ("for the publisher", "How to mark", "Mark for this part", ">40.0<", "40.0 / 40.0"):
        assert hidden not in before
    assert before.count(">after the due date<") == 5  # of each part, a person's too
    assert "what they rest on, after the due date." in before
    assert "0.0 / 20.0" not in before
    with Gradebook(gradebook_url(course)) as book:
        book.find_assignment(EXERCISE).duedate = datetime(2020, 1, 1)
        book.db.commit()
    grade_class(course, EXERCISE)
    assert "for the publisher" in page.read_text(encoding="utf-8")
    assert "How to mark" in page.read_text(encoding="utf-8")
