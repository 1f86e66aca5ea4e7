"""An open exercise: every kind of answer can be checked and marked by an exercise's cells."""

from dataclasses import replace
from pathlib import Path

import pytest
from biggerpie.grading import Answer
from biggerpie.grading.dossiers.at_table import AtTable
from biggerpie.grading.dossiers.dossier import drawn_alike
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.exercise import ANSWER_NAMES, Exercise
from biggerpie.grading.marking import mark_notebook
from biggerpie.grading.nbgrader_adapter.record import RecordedCell, RecordedExercise
from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.report.output import UNTOLD
from biggerpie.grading.rubrics import RUBRICS
from biggerpie.grading.submission.notebook import SubmittedCell
from biggerpie.negotiation import load_case

from .talking import held, thorough, written_talk

CASES = Path(__file__).parents[2] / "negotiation" / "cases"
NASH = {
    "salary": "56,000",
    "days at home": "4 days",
    "start date": "1 March",
    "first project": "night steering",
    "mentoring": "12 weeks",
    "notice period": "3 months",
}
MIDDLE = dict(zip(NASH, ("56,000", "2 days", "1 April", "charging dock", "4 weeks", "3 months"), strict=True))
LINES = "\n".join(f"{issue}: {option}" for issue, option in NASH.items())
LOG = f"""log = offer_log(
    ("candidate", {MIDDLE | {"salary": "60,000"}}), ("employer", {MIDDLE | {"salary": "52,000"}}),
    ("candidate", {MIDDLE | {"salary": "58,000"}}), ("employer", {MIDDLE | {"salary": "54,000"}}),
)
"""
OFFERS = LOG.removesuffix(")\n") + f'    ("candidate", {MIDDLE}), ("employer", {MIDDLE}),\n)\n'
PACKAGE = f"""from biggerpie.grading import Answer
package = Answer("package", {LINES!r})
"""
QUESTIONS = """from biggerpie.negotiation import Question, QuestionKind
questions = [Question("What matters most?", QuestionKind.MOST), Question("Nice day?", QuestionKind.NONE),
             Question("How much does salary matter?", QuestionKind.WEIGHT, (0,))]
"""
TABLE = AtTable(load_case("job-offer"), "plain-dealer", 7)
AT_TABLE = """from biggerpie.grading.dossiers.at_table import AtTable
table = AtTable(case, "plain-dealer", 7)
"""
TALK = """from biggerpie.negotiation import ShortTalk
talk = ShortTalk(case.party("employer").statements, ("We'll see.",) * 6, vague_at=0)
"""
CELLS = {
    "asked": (
        "first: salary\nsecond: mentoring\nonce more: salary",
        f"{TALK}check(asked, talk=talk)\ngrade(asked, points=10, talk=talk)",
    ),
    "labels": (
        "salary: distributive\ndays at home: integrative\nfirst project: compatible",
        "check(labels)\ngrade(labels, points=10)",
    ),
    "package": (LINES, "check(package)\ngrade(package, points=10)"),
    "packages": (f"package 1:\n{LINES}", "check(packages)\ngrade(packages, points=10)"),
    "links": ("mine 2 + theirs 2: opposed", "check(links)\ngrade(links, points=10)"),
    "sorts": (
        "1: interest\n2: position",
        "truth = {'1': 'interest', '2': 'position'}\n"
        "check(sorts, statements=truth)\ngrade(sorts, points=10, truth=truth)",
    ),
    "steps": (
        "step 3: concession\nstep 4: concession",
        f"{LOG}check(steps, log=log)\ngrade(steps, points=10, log=log)",
    ),
    "remarks": (
        "1: attack\n2: matter",
        "truth = {'1': 'attack', '2': 'matter'}\n"
        "check(remarks, statements=truth)\ngrade(remarks, points=10, truth=truth)",
    ),
    "changes": (
        "gift 3: 7\ncost 3: 7",
        f"{OFFERS}check(changes, log=log)\ngrade(changes, points=10, log=log)",
    ),
    "balance": (
        "gifts by the candidate: 14\nbalance: 1",
        f"{OFFERS}check(balance, log=log)\ngrade(balance, points=10, log=log)",
    ),
    "offer": (
        "\n".join(f"{issue}: {option}" for issue, option in (MIDDLE | {"start date": "1 March"}).items()),
        f"{LOG}check(offer)\ngrade(offer, points=10, log=log)",
    ),
    "questions": (
        "first: 1\nsecond: 3",
        f"{QUESTIONS}check(questions_answer, questions=questions)\n"
        "grade(questions_answer, points=10, questions=questions)",
    ),
    "priorities": (
        "1: start date\n2: mentoring",
        "check(priorities)\ngrade(priorities, points=10, of_party='employer')",
    ),
    "improved": (LINES, f"check(improved)\ngrade(improved, points=10, signed={MIDDLE})"),
    "trade": (
        "I give way on: start date\nyou give way on: days at home",
        f"{PACKAGE}check(trade)\ngrade(trade, points=10, package=package)",
    ),
    "authored_case": (
        (CASES / "apple-juice.toml").read_text(encoding="utf-8"),
        "check(authored_case)\ngrade(authored_case, points=10)",
    ),
    "claims": (
        "1: true\n2: not shown",
        "truth = {'1': 'true', '2': 'not shown'}\n"
        "check(claims, statements=truth)\ngrade(claims, points=10, truth=truth)",
    ),
    "decision": (
        "without a deal: 50\nbeaten: 1\nsign: none",
        "from biggerpie.negotiation.variants.final_offers import FinalOffers\n"
        "final = FinalOffers(((2, 2, 2, 1, 2, 2), (2, 2, 2, 1, 2, 1), (1, 1, 1, 1, 1, 1)), 50, 30, 2, 9)\n"
        "check(decision, final=final)\ngrade(decision, points=10, final=final)",
    ),
    "preparation": (
        "salary: most of all\nstart date: a good deal\nwithout a deal: 45\nquestion 1: what matters most to you",
        "check(preparation)\ngrade(preparation, points=10)",
    ),
    "plan": (f"package 1:\n{LINES}", "check(plan)\ngrade(plan, points=10)"),
    "transcript": (
        written_talk(TABLE, held(TABLE, thorough)),
        f"{AT_TABLE}check(transcript, table=table)\ngrade(transcript, points=10, table=table)",
    ),
    "scene": (
        written_talk(TABLE, held(TABLE, thorough)),
        f"{AT_TABLE}check(scene, table=table)\ngrade(scene, points=10, table=table)",
    ),
}


def outputs_of(name: str, *answers: str) -> list:
    """The outputs of the answer's test cell."""
    source = CELLS[name][1].replace("questions_answer", "answer")
    source = f"answer = questions\n{source}" if name == "questions" else source
    test = RecordedCell("mark", "code", source, "c", True, True, False, False, 10.0)
    place = replace(test, name=name, source=f"%%answer {name}\n", locked=False, grade=False, solution=True, points=None)
    exercise = RecordedExercise((place, test), named_case("job-offer candidate"))
    cells = [SubmittedCell("code", f"%%answer {name}\n{answer}", name) for answer in answers]
    notebook = restored(exercise, cells)
    mark_notebook(notebook, exercise)
    return notebook.cells[1].outputs


def test_every_answer_is_tried_here():
    assert set(CELLS) == set(ANSWER_NAMES)


@pytest.mark.parametrize("name", CELLS)
def test_an_exercise_can_check_and_mark_it(name):
    check, mark, value = outputs_of(name, CELLS[name][0])
    assert "text/html" in check.data
    assert mark.data["text/plain"].startswith(f"Mark for this part: {float(value.data['text/plain']):g} of 10")
    assert mark.data[UNTOLD]["text/plain"].startswith("This part is marked.")
    assert 0 < float(value.data["text/plain"]) <= 10


@pytest.mark.parametrize("name", CELLS)
def test_an_answer_that_is_missing_or_nonsense_gets_nothing_and_a_sentence(name):
    for answers in [(), ("?" * 50 + "\n[[[[: {\n" * 20,)]:
        *_, mark, value = outputs_of(name, *answers)
        assert value.data["text/plain"] == "0.0"
        assert len(mark.data["text/plain"].splitlines()) >= 2


def test_cells_of_version_0_1_use_the_rubric_that_they_name():
    exercise = Exercise(drawn_alike(named_case("job-offer candidate")), print, print)
    names = exercise.names()
    for name in ANSWER_NAMES:
        assert (names[f"check_{name}"].func, names[f"check_{name}"].args) == (exercise.check_by, (RUBRICS[name],))
        assert (names[f"grade_{name}"].func, names[f"grade_{name}"].args) == (exercise.grade_by, (RUBRICS[name],))


def test_marks_need_points():
    names = Exercise(drawn_alike(named_case("job-offer candidate")), print, print).names()
    for grade in (names["grade"], names["grade_package"]):
        with pytest.raises(TypeError, match="points"):
            grade(Answer("package", LINES))
