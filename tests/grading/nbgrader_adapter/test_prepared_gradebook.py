"""What the gradebook finds by a statement built once is what nbgrader finds by its own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from biggerpie.grading.nbgrader_adapter.grade_rows import comment_rows, grade_rows
from biggerpie.grading.nbgrader_adapter.prepared_gradebook import PreparedGradebook
from biggerpie.grading.nbgrader_adapter.shared_gradebook import SharedGradebook
from nbgrader.api import Gradebook, MissingEntry

# nbgrader adds a submission's rows in an order that works, and of which SQLAlchemy warns.
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")

WHOSE = ("exercise", "second", "bo")
SEARCHES = [
    ("find_student", ("bo",)),
    ("find_assignment", ("second",)),
    ("find_notebook", ("exercise", "second")),
    ("find_submission", ("second", "bo")),
    ("find_submission_notebook", WHOSE),
    ("find_grade", ("mark", *WHOSE)),
    ("find_grade", ("task", *WHOSE)),
    ("find_comment", ("answer", *WHOSE)),
    ("find_comment", ("task", *WHOSE)),
]


@pytest.fixture(scope="module")
def url(tmp_path_factory) -> str:
    """A gradebook in which two students have handed in both of two assignments, with cells of the same names."""
    url = f"sqlite:///{tmp_path_factory.mktemp('prepared')}/gradebook.db"
    with Gradebook(url) as book:
        for assignment in ("first", "second"):
            book.add_assignment(assignment)
            book.add_notebook("exercise", assignment)
            book.add_grade_cell("mark", "exercise", assignment, max_score=5, cell_type="code")
            book.add_solution_cell("answer", "exercise", assignment)
            book.add_task_cell("task", "exercise", assignment, max_score=3, cell_type="markdown")
        for student in ("ada", "bo"):
            book.add_student(student)
            for assignment in ("first", "second"):
                book.add_submission(assignment, student)
        grade, task = (book.find_grade(cell, *WHOSE) for cell in ("mark", "task"))
        grade.auto_score, grade.needs_manual_grade, task.manual_score, task.extra_credit = 4, False, 2, 0.5
        book.find_comment("answer", *WHOSE).manual_comment = "Fine."
        book.find_submission_notebook(*WHOSE).late_submission_penalty = 1.5
        book.db.commit()
    return url


@contextmanager
def prepared(url: str) -> Iterator[Gradebook]:
    """Give the gradebook as a grader has it, and leave no connection open."""
    with closing(SharedGradebook(url)) as shared, shared.transaction() as book:
        yield book


@pytest.mark.parametrize(("search", "asked"), SEARCHES)
def test_each_search_finds_the_same_row(url, search, asked):
    with Gradebook(url) as book:
        found = getattr(book, search)(*asked)
        expected = type(found), found.id
    with prepared(url) as book:
        assert type(book) is PreparedGradebook
        found = getattr(book, search)(*asked)
        assert (type(found), found.id) == expected


@pytest.mark.parametrize(("search", "asked"), SEARCHES)
def test_what_is_not_there_is_missed_in_the_same_words(url, search, asked):
    for place in range(len(asked)):
        other = [*asked[:place], "nobody's", *asked[place + 1 :]]
        with Gradebook(url) as book, pytest.raises(MissingEntry) as expected:
            getattr(book, search)(*other)
        with prepared(url) as book, pytest.raises(MissingEntry) as missed:
            getattr(book, search)(*other)
        assert str(missed.value) == str(expected.value)


def test_the_rows_of_a_submission_say_what_its_grades_and_comments_say(url):
    with Gradebook(url) as book:
        notebook = book.find_submission_notebook(*WHOSE)
        grades = {
            (g.name, g.auto_score, g.manual_score, g.extra_credit, g.max_score, g.needs_manual_grade)
            for g in notebook.grades
        }
        comments = {(c.name, notebook.late_submission_penalty, c.comment) for c in notebook.comments}
    with prepared(url) as book:
        assert {row[1:] for row in grade_rows(book, "second", "bo")} == grades
        assert {row[1:] for row in comment_rows(book, "second", "bo")} == comments
        assert {row.notebook for row in grade_rows(book, "second", "bo")} == {"exercise"}


def test_a_submission_without_graded_cells_has_no_rows_and_one_that_is_not_there_is_missed(url):
    with Gradebook(url) as book:
        book.add_assignment("empty")
        book.add_notebook("exercise", "empty")
        book.add_submission("empty", "ada")
    with prepared(url) as book:
        assert grade_rows(book, "empty", "ada") == []
        assert [row.cell for row in comment_rows(book, "empty", "ada")] == [None]
        for rows in (grade_rows, comment_rows):
            with pytest.raises(MissingEntry):
                rows(book, "empty", "bo")
