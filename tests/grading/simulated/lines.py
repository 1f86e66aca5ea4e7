"""Answers as a student writes them: lines under `%%answer NAME`."""

from collections.abc import Callable, Iterable
from random import Random

from biggerpie.answers.asked import AGAIN
from biggerpie.answers.wording import ORDINALS
from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.negotiation import Case, Package

Lines = Iterable[tuple[str, object]]
Student = Callable[[Opened, str, str], str]
"""What somebody writes, from the case before them, the sort of answer, and the name under which chance is drawn."""
Answerer = Callable[[Opened, Random], Lines | str]
"""What somebody says, line by line, or as a whole text."""
STEPS = range(3, 9)
NUMBERS_OF_STEPS = tuple((what, step) for step in STEPS for what in ("gift", "cost"))


def student(answers: dict[str, Answerer]) -> Student:
    """A student who has a way to answer each sort."""

    def write(opened: Opened, sort: str, name: str) -> str:
        lines = answers[sort](opened, Random(f"{name} {sort}"))
        text = lines if isinstance(lines, str) else "".join(f"{key}: {value}\n" for key, value in lines)
        return f"%%answer {sort}\n{text}"

    return write


def by_issue(case: Case, values: Iterable[object]) -> Lines:
    """A line for each issue."""
    return zip((issue.name for issue in case.issues), values, strict=True)


def package_lines(case: Case, package: Package) -> Lines:
    """A package."""
    return case.in_words(package).items()


def packages_lines(case: Case, packages: Iterable[Package]) -> Lines:
    """Several packages, each under a line of its own."""
    for number, package in enumerate(packages, 1):
        yield f"package {number}", ""
        yield from package_lines(case, package)


def trade_lines(case: Case, mine: int, yours: int) -> Lines:
    """The two issues (from 0) of a trade."""
    return [("I give way on", case.issues[mine].name), ("you give way on", case.issues[yours].name)]


def numbered(things: Iterable[object]) -> Lines:
    """Things in places from 1."""
    return ((str(place), thing) for place, thing in enumerate(things, 1))


def asked_lines(case: Case, asked: Iterable[int], again: int | None = None) -> Lines:
    """The issues (from 0) that are asked about, in their order, and the one asked about once more."""
    yield from ((place, case.issues[issue].name) for place, issue in zip(ORDINALS, asked, strict=False))
    if again is not None:
        yield AGAIN, case.issues[again].name


def decision_lines(alternative: int, beaten: int, sign: object) -> Lines:
    """What is decided on final offers."""
    return [("without a deal", alternative), ("beaten", beaten), ("sign", sign)]


def own_best(opened: Opened) -> Package:
    """The package that is best for one's own side, whatever it is worth to the other."""
    return tuple(row.index(max(row)) for row in opened.case.party(opened.party).points)


def pairs_of_interests(opened: Opened) -> list[str]:
    """Every pair of interests as an answer names it."""
    mine, theirs = (range(1, len(some) + 1) for some in opened.material["interests"])
    return [f"mine {one} + theirs {other}" for one in mine for other in theirs]
