"""A student of a course does exercises 4 and 6 by their forms, from Fetch to Submit, and has the marks they earn."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.course_config import configure
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.grading.rubrics.equal_packages import LEAST_MARK
from biggerpie.negotiation import Case, Package, interest_links, package_mark
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import get_username
from playwright.sync_api import Browser, Page, expect
from traitlets.config import Config

from ..browser import screenshot_folder
from .server import jupyter, run_all, running, wait_for_kernel
from .student import PATIENCE, Keys, Mouse, cell_at, fetch, run_here, run_to_the_end, submit, validate

INTERESTS, OPTIONS = "04-interests", "06-options"
CASES = {INTERESTS: "village-hall company statements interests-to-find", OPTIONS: "village-hall company"}
KINDS = ("position", "interest", "option", "criterion")
LINKS = ("shared", "opposed", "different")
WRITTEN = "1: What would *that* be good for?\n\n2: What worries you about it? <b>Mine</b> & 😀"
STUDENT = get_username()  # nbgrader knows who submits by the name on the computer
EXCHANGE = 'c = get_config()\nc.Exchange.root = {root!r}\nc.CourseDirectory.course_id = "course"\n'


@dataclass(frozen=True, slots=True)
class Course:
    """A course with both exercises handed out, seen by who teaches it."""

    folder: Path
    exchange: Path

    def api(self) -> NbGraderAPI:
        """Return nbgrader as the course's own settings make it."""
        config = Config()
        configure(config, self.folder)
        config.CourseDirectory.course_id = "course"
        config.Exchange.root = str(self.exchange)
        return NbGraderAPI(coursedir=CourseDirectory(config=config), config=config)

    def case(self, exercise: str) -> Case:
        """Return the student's true case."""
        return graded_case(self.folder, exercise, named_case(CASES[exercise]), STUDENT).case

    def marks(self, exercise: str) -> dict[str, float]:
        """Collect what was submitted, grade it, and return the marks of the test cells."""
        collected = self.api().collect(exercise, update=True)
        assert collected["success"], collected
        assert not grade_class(self.folder, exercise, workers=1).failed
        with Gradebook(f"sqlite:///{self.folder}/gradebook.db") as gradebook:
            grades = gradebook.find_submission_notebook("exercise", exercise, STUDENT).grades
            return {grade.name: grade.auto_score for grade in grades if grade.name.startswith("mark-")}

    def read(self, exercise: str, answer: str) -> str:
        """Return what was collected as a written answer."""
        collected = self.folder / "submitted" / STUDENT / exercise / "exercise.ipynb"
        cells = json.loads(collected.read_text(encoding="utf-8"))["cells"]
        named = [cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade_id") == answer]
        return "".join("".join(cell["source"]) for cell in named)


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """A course of one student, who has exercises 4 and 6 to fetch."""
    place = tmp_path_factory.mktemp("university")
    made = Course(place / "course", place / "exchange")
    made.exchange.mkdir()
    made.exchange.chmod(0o777)
    make_course(made.folder)
    with Gradebook(f"sqlite:///{made.folder}/gradebook.db") as gradebook:
        gradebook.add_student(STUDENT)
    for exercise in CASES:
        generate(made.folder, exercise)
        released = made.api().release_assignment(exercise)
        assert released["success"], released
    return made


@contextmanager
def at_home(
    browser: Browser, course: Course, place: Path, application: str = "lab"
) -> Iterator[tuple[Path, str, Page]]:
    """Give the student's home folder, the server's address there, and a page."""
    home = place / "home"
    home.mkdir()
    (home / "nbgrader_config.py").write_text(EXCHANGE.format(root=str(course.exchange)))
    with running(jupyter(application), home, place / "settings", home=home) as address:
        context = browser.new_context(viewport={"width": 1300, "height": 1000}, reduced_motion="reduce")
        try:
            yield home, address, context.new_page()
        finally:
            context.close()


def picture(name: str) -> str:
    """Where a screenshot is kept."""
    return str(screenshot_folder() / f"exercise-{name}.png")


def show(page: Page, source: str, name: str) -> None:
    """Take a picture of a cell."""
    cell_at(page, source).screenshot(path=picture(name))


def three_packages(case: Case) -> tuple[Package, ...]:
    """Return three packages that are good for both, worth the same to the company, each two unlike in two issues."""
    good = [it for it in case.packages() if package_mark(case, it) >= LEAST_MARK]
    by_worth = defaultdict(list)
    for package in sorted(good, key=lambda it: -sum(case.payoffs(it))):
        found = by_worth[case.payoffs(package)[0]]
        if all(unlike(package, other) for other in found):
            found.append(package)
        if len(found) == 3:
            return tuple(found)
    raise AssertionError("no three packages are equal")


def unlike(one: Package, other: Package) -> bool:
    """Return whether two packages differ in at least two issues."""
    return sum(a != b for a, b in zip(one, other, strict=True)) >= 2


def open_lab(page: Page, address: str) -> None:
    """Wait for JupyterLab's empty desk."""
    page.goto(f"{address}/lab")
    page.get_by_role("menuitem", name="Nbgrader").wait_for(timeout=PATIENCE)
    page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=PATIENCE)


def begin(student: Mouse | Keys) -> None:
    """Say who one is, run all cells, and open every answer of the other side."""
    page = student.page
    student.go_to("Run each grey cell")
    for _ in range(3):
        run_here(page)
    student.write("%student", f"%student <{STUDENT}>")
    expect(page.get_by_text(f"You are {STUDENT}.")).to_be_visible(timeout=PATIENCE)
    expect(cell_at(page, "%student").locator(".cm-content")).to_have_text(f"%student {STUDENT}")  # as marking reads it
    run_to_the_end(page)
    expect(page.get_by_text(f"This is the case of {STUDENT}.")).to_be_visible()
    expect(page.get_by_text("does not know")).to_have_count(0)
    student.go_to("Asking(case")
    answers = cell_at(page, "Asking(case").locator("summary")
    for number in range(answers.count()):
        student.press(answers.nth(number))
    expect(cell_at(page, "Asking(case").locator("details[open]")).to_have_count(answers.count())


def write_and_check(student: Mouse | Keys, form: str) -> None:
    """Press the form's button, which runs the answer and its check, too."""
    place = cell_at(student.page, form)
    student.press(place.get_by_role("button", name="Write and check"))
    expect(place.locator("p.bp-says")).to_contain_text("Written into the answer cell and checked")


def write_in_the_box(page: Page, text: str) -> None:
    """Write a text into the box of the written answer."""
    box = page.get_by_label("Your answer")
    box.click()
    page.keyboard.type(text)
    expect(box).to_have_value(text)


def save(page: Page) -> None:
    """Save the notebook."""
    with page.expect_response(lambda it: it.request.method == "POST" and "/checkpoints" in it.url):
        page.keyboard.press("Control+s")


@pytest.mark.long
def test_exercise_4_by_its_forms(course: Course, browser: Browser, tmp_path):
    named = graded_case(course.folder, INTERESTS, named_case(CASES[INTERESTS]), STUDENT)
    truth = named.material["statements"].truth
    links = {pair: found[0].kind for pair, found in interest_links(named.case, "company").items() if found}
    with at_home(browser, course, tmp_path) as (_, address, page):
        student = Mouse(page)
        open_lab(page, address)
        fetch(student, INTERESTS)
        begin(student)
        show(page, "Brief(case", "4-brief")
        show(page, "Asking(case", "4-answers")
        save(page)
        assert "You did not provide a response." in validate(student, picture("4-validate-open"))
        sheet = cell_at(page, "SortSheet(")
        for number, kind in truth.items():
            student.choose(sheet.get_by_role("combobox").nth(int(number) - 1), KINDS.index(kind) + 1)
        expect(sheet).to_contain_text("Filled in: 10 of 10.")
        show(page, "SortSheet(", "4-sorts")
        write_and_check(student, "SortSheet(")
        expect(page.get_by_text("10 of 10 statements understood")).to_be_visible()
        fill_in_links(student, links)
        show(page, "LinkSheet(", "4-links")
        write_and_check(student, "LinkSheet(")
        expect(page.get_by_text(f"{len(links)} pairs of interests understood")).to_be_visible()
        write_in_the_box(page, WRITTEN)
        show(page, "WrittenAnswer(", "4-written")
        save(page)
        assert "Success!" in validate(student, picture("4-validate"))
        submit(student, INTERESTS)
    assert course.marks(INTERESTS) == {"mark-sorts": 40, "mark-links": 40}
    assert course.read(INTERESTS, "why") == WRITTEN


def fill_in_links(student: Mouse | Keys, links: dict[tuple[int, int], str]) -> None:
    """Fill in one link after another; each lets the next one appear."""
    sheet = cell_at(student.page, "LinkSheet(")
    for number, ((own, other), kind) in enumerate(links.items(), 1):
        link = sheet.get_by_role("group", name=f"Link {number}", exact=True).get_by_role("combobox")
        for at, place in enumerate((own + 1, other + 1, LINKS.index(kind) + 1)):
            student.choose(link.nth(at), place)
    expect(sheet).to_contain_text(f"Links: {len(links)}.")


@pytest.mark.long
def test_exercise_6_by_keyboard_alone(course: Course, browser: Browser, tmp_path):
    case = course.case(OPTIONS)
    with at_home(browser, course, tmp_path) as (_, address, page):
        student = Keys(page)
        open_lab(page, address)
        fetch(student, OPTIONS)
        begin(student)
        save(page)
        said = validate(student, picture("6-validate-open"))
        assert "Package 1: nothing is said about 'rent'" in said
        student.go_to("PackagesSheet(")
        sheet = cell_at(page, "PackagesSheet(")
        for at, option in enumerate(option for package in three_packages(case) for option in package):
            student.choose(sheet.get_by_role("combobox").nth(at), option + 1)
        expect(sheet).to_contain_text("Filled in: 18 of 18.")
        page.screenshot(path=picture("6-packages"))
        write_and_check(student, "PackagesSheet(")
        expect(page.get_by_text("3 packages are complete")).to_be_visible()
        student.write("YOUR ANSWER HERE", "If the gutter is mended by us, then the rent is lower. That is bridging.")
        save(page)
        assert "Success!" in validate(student, picture("6-validate"))
        submit(student, OPTIONS)
    # All three are good, equal and unlike: 10 + 20 + 20 of 100, and 23 at least for the best; marks begin at 50.
    assert 36 <= course.marks(OPTIONS)["mark-packages"] <= 80


@pytest.mark.long
def test_an_exercise_in_notebook_7_and_in_a_narrow_window(course: Course, browser: Browser, tmp_path):
    with at_home(browser, course, tmp_path, "notebook") as (home, address, page):
        shutil.copytree(course.exchange / "course" / "outbound" / INTERESTS, home / INTERESTS)
        exercise = home / INTERESTS / "exercise.ipynb"
        typed = exercise.read_text(encoding="utf-8").replace('"%student"', f'"%student {STUDENT}"')
        exercise.write_text(typed, encoding="utf-8")
        page.goto(f"{address}/notebooks/{INTERESTS}/exercise.ipynb")
        wait_for_kernel(page)
        run_all(page)
        student = Mouse(page)
        sheet = cell_at(page, "SortSheet(")
        for number in range(10):
            student.choose(sheet.get_by_role("combobox").nth(number), 1)
        write_and_check(student, "SortSheet(")
        expect(page.get_by_text("10 of 10 statements understood")).to_be_visible()
        save(page)
        assert "You did not provide a response." in validate(student, picture("4-notebook-7-validate"))
        page.set_viewport_size({"width": 360, "height": 2400})
        for number in range(2):
            student.choose(cell_at(page, "LinkSheet(").get_by_role("combobox").nth(number), 1)
        for source, name in (("Brief(case", "brief"), ("SortSheet(", "sorts"), ("LinkSheet(", "links")):
            cell = cell_at(page, source)
            show(page, source, f"4-narrow-{name}")
            assert cell.evaluate("(it) => it.scrollWidth <= it.clientWidth")
