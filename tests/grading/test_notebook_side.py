"""What a student meets in the notebook: magics, checks, and Validate."""

import pytest
from biggerpie.grading.exercise import NotReadyError
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

PACKAGE = "salary: 56k\ndays at home: 4\nstart date: March 1\nfirst project: night steering\nmentoring: 12 weeks\n"


@pytest.fixture
def shell(monkeypatch) -> InteractiveShell:
    """A notebook's Python with the exercise opened."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.run_line_magic("load_ext", "biggerpie.grading")
    shell.run_line_magic("case", "job-offer candidate")
    return shell


def shown(shell: InteractiveShell, code: str) -> str:
    with capture_output() as captured:
        shell.run_cell(code)
    return captured.stdout + "".join(output.data["text/plain"] for output in captured.outputs)


def test_the_magic_shows_what_it_read(shell):
    assert "• Salary: 56k" in shown(shell, f"%%answer package\n{PACKAGE}")


def test_an_unreadable_line_is_one_sentence_and_no_traceback(shell):
    said = shown(shell, "%%answer package\nsalary 56,000")
    assert "no colon stands there" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("%%answer packge\na: b", "'packge' is not the name of an answer; did you mean 'package'?"),
        ("%case job-ofer candidate", "did you mean 'job-offer'?"),
        ("%case job-offer boss", "'boss' is not a party"),
        ("%case", "such as '%case picture-book illustrator'"),
    ],
)
def test_a_mistake_in_a_magic_is_one_sentence_and_no_traceback(shell, line, says):
    said = shown(shell, line)
    assert says in " ".join(said.split())
    assert "Traceback" not in said


def test_a_check_says_what_is_missing_and_lets_the_next_cells_run(shell):
    shown(shell, f"%%answer package\n{PACKAGE}")
    assert "nothing is said about 'notice period'" in shown(shell, "check(package)").lower()


def test_a_check_says_what_the_package_is_worth_and_nothing_of_the_other_side(shell):
    shown(shell, f"%%answer package\n{PACKAGE}notice period: 3 months")
    said = shown(shell, "check(package)")
    assert "74 points for you; your alternative is worth 34" in said
    assert "70" not in said


def test_a_package_below_the_own_alternative_is_pointed_out(shell):
    low = "salary: 52,000\ndays at home: 0 days\nstart date: 1 March\nfirst project: company website\n"
    shown(shell, f"%%answer package\n{low}mentoring: no time\nnotice period: 5 months")
    assert "Your alternative is worth more to you" in shown(shell, "check(package)")


def test_a_check_of_labels_does_not_say_whether_they_are_right(shell):
    kinds = "\n".join(f"{issue.name}: compatible" for issue in shell.user_ns["case"].issues)
    shown(shell, f"%%answer labels\n{kinds}")
    said = shown(shell, "check(labels)")
    assert "6 of 6 issues labelled" in said
    assert "✓" not in said
    assert "✗" not in said


def test_an_unanswered_exercise_says_so(shell):
    assert "there is no answer 'package' yet" in shown(shell, "check(package)").lower()


def test_under_validate_a_check_fails_so_that_validate_shows_it(shell, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(NotReadyError):
        shell.user_ns["check"](shell.user_ns["package"])
    assert "Traceback" not in shown(shell, "check(package)")


def test_grades_are_plain_floats_within_their_maximum(shell):
    shown(shell, f"%%answer package\n{PACKAGE}notice period: 3 months")
    with capture_output():
        points = shell.user_ns["grade"](shell.user_ns["package"], points=50)
    assert type(points) is float
    assert points == 50.0
