"""The checks: what was understood of an answer and what it is worth to the student's own side, never if it is right."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from ..answers.answer import Answer
from ..negotiation import Case, NegotiationError, OfferLog, Package, Question, steps
from .report.mark import lost, note
from .report.report import Report
from .rubrics import (
    REMARK_KINDS,
    read_authored_case,
    read_balance,
    read_labels,
    read_links,
    read_package,
    read_packages,
    read_priorities,
    read_questions,
    read_sorts,
    read_step_changes,
    read_steps,
    read_trade,
)
from .rubrics.links import named
from .rubrics.trade import LINES


@dataclass(frozen=True, slots=True)
class Check:
    """What was understood, in a headline and a line for each thing said, and a sentence for each problem."""

    headline: str
    said: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def report(self) -> Report:
        """Return what the student reads."""
        return Report(self.headline, (*map(note, self.said), *map(lost, self.problems)))


def check_labels(case: Case, party: str, answer: Answer) -> Check:
    """Say which issues are labelled."""
    labels = read_labels(case, answer)
    said = [f"{i.name}: {kind}" for i, kind in zip(case.issues, labels.values, strict=True) if kind is not None]
    return Check(f"{len(said)} of {len(case.issues)} issues labelled", tuple(said), labels.problems)


def check_package(case: Case, party: str, answer: Answer) -> Check:
    """Say what the package is worth to the student's own side."""
    reading = read_package(case, answer)
    if (package := reading.complete) is None:
        return Check("This is not yet a package", (), reading.problems)
    said = tuple(f"{issue}: {option}" for issue, option in case.in_words(package).items())
    return Check(_worth(case, party, package), said, (*reading.problems, *_too_little(case, party, package)))


def check_packages(case: Case, party: str, answer: Answer) -> Check:
    """Say what each of the packages is worth to the student's own side."""
    read = read_packages(case, answer)
    whole = {place: package for place, package in enumerate(read.packages, 1) if package is not None}
    said = tuple(f"package {place}: {_worth(case, party, package)}" for place, package in whole.items())
    pairs = tuple(_apart(case, party, *pair) for pair in combinations(whole.items(), 2))
    poor = (f"package {n}: {s}" for n, package in whole.items() for s in _too_little(case, party, package))
    return Check(f"{len(whole)} packages are complete", (*said, *pairs), (*read.problems, *poor))


def check_links(case: Case, party: str, answer: Answer) -> Check:
    """Say which interests are linked."""
    said = read_links(case, answer, party)
    links = tuple(f"{named(pair)}: {kind or 'no link'}" for pair, kind in said.values.items())
    return _keyed("pairs of interests", links, said.problems)


def check_sorts(case: Case, party: str, answer: Answer, statements: Collection[str]) -> Check:
    """Say which statements are sorted; `statements` are their numbers or keys."""
    said = read_sorts(answer, dict.fromkeys(statements, ""))
    return _keyed("statements", (f"{key}: {kind}" for key, kind in said.values.items()), said.problems, len(statements))


def check_remarks(case: Case, party: str, answer: Answer, statements: Collection[str]) -> Check:
    """Say which remarks are sorted; `statements` are their numbers or keys."""
    said = read_sorts(answer, dict.fromkeys(statements, ""), REMARK_KINDS, "remark")
    return _keyed("remarks", (f"{key}: {kind}" for key, kind in said.values.items()), said.problems, len(statements))


def check_steps(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which steps of the log have a kind."""
    said = read_steps(case, log, answer)
    lines = (f"step {number}: {kind}" for number, kind in said.values.items())
    return _keyed("steps", lines, said.problems, len(steps(case, log)))


def check_changes(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which gifts and costs stand there."""
    said = read_step_changes(case, log, answer)
    entries = (f"{which} {number}: {points}" for (which, number), points in said.values.items())
    return _keyed("numbers", entries, said.problems, 2 * len(steps(case, log)))


def check_balance(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which sums stand there, and which balance."""
    said = read_balance(case, answer)
    numbers = (f"{key}: {round(float(number), 2):g}" for key, number in said.values.items())
    return _keyed("numbers", numbers, said.problems, len(case.parties) + 1)


def check_questions(case: Case, party: str, answer: Answer, questions: Sequence[Question], choose: int = 2) -> Check:
    """Say which questions are chosen."""
    said = read_questions(questions, answer, choose)
    chosen = (f"{place}: {questions[number - 1].text}" for place, number in said.values.items())
    return _keyed("questions", chosen, said.problems, choose)


def check_priorities(case: Case, party: str, answer: Answer) -> Check:
    """Say which issue stands in which place."""
    said = read_priorities(case, answer)
    places = (f"{place}: {case.issues[issue].name}" for place, issue in sorted(said.values.items()))
    return _keyed("places", places, said.problems, len(case.issues))


def check_trade(case: Case, party: str, answer: Answer) -> Check:
    """Say on which issue each side is to give way."""
    said = read_trade(case, answer)
    lines = (f"{LINES[who]}: {case.issues[issue].name}" for who, issue in said.values.items())
    return _keyed("lines", lines, said.problems, len(LINES))


def check_authored_case(case: Case, party: str, answer: Answer) -> Check:
    """Say whether the student's own case can be read."""
    try:
        own = read_authored_case(answer)
    except NegotiationError as problem:
        return Check("This is not yet a case", (), (str(problem),))
    return Check(f"{own.title}: {len(own.issues)} issues, {own.size:,} packages")


CHECKS = MappingProxyType[str, Callable[..., Check]](
    {
        "labels": check_labels,
        "package": check_package,
        "packages": check_packages,
        "links": check_links,
        "sorts": check_sorts,
        "remarks": check_remarks,
        "steps": check_steps,
        "changes": check_changes,
        "balance": check_balance,
        "offer": check_package,
        "questions": check_questions,
        "priorities": check_priorities,
        "improved": check_package,
        "trade": check_trade,
        "authored_case": check_authored_case,
    }
)
"""The check for each answer, by the answer's name; all take the case, the student's side and the answer."""


def _keyed(what: str, said: Iterable[str], problems: tuple[str, ...], of: int = 0) -> Check:
    lines = tuple(said)
    count = f"{len(lines)} of {of}" if of else f"{len(lines)}"
    open_yet = (f"{of - len(lines)} of {of} {what} are still open.",) if len(lines) < of else ()
    nothing = (f"no {what} stand there yet.",) if not (lines or of or problems) else ()
    return Check(f"{count} {what} understood", lines, (*problems, *open_yet, *nothing))


def _worth(case: Case, party: str, package: Package) -> str:
    own = case.party(party)
    return f"{own.payoff(package)} points for you; your alternative is worth {own.reservation_value}"


def _apart(case: Case, party: str, first: tuple[int, Package], second: tuple[int, Package]) -> str:
    (one, before), (two, after), own = first, second, case.party(party)
    issues = sum(option != other for option, other in zip(before, after, strict=True))
    points = abs(own.payoff(before) - own.payoff(after))
    return f"packages {one} and {two}: {issues} issues differ, and they are {points} points apart for you"


def _too_little(case: Case, party: str, package: Package) -> tuple[str, ...]:
    own = case.party(party)
    enough = own.payoff(package) >= own.reservation_value
    return () if enough else ("your alternative is worth more to you than this package; ask for more.",)
