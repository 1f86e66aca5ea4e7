"""Answers to the exercise in which a student prepares, negotiates, and writes a case."""

from collections.abc import Callable, Iterable
from random import Random

from biggerpie.answers.preparation import ALTERNATIVE, QUESTIONS, asks
from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.negotiation import Case, Importance, Package
from biggerpie.negotiation.analysis.importance import importance
from biggerpie.negotiation.table import Message, Offer, Session

from ..talking import Person, held, written_talk
from .lines import Answerer, Lines, packages_lines

FOUR_KINDS = {
    "price": ([0, 10, 20], [20, 10, 0]),
    "day": ([0, 14, 28], [8, 4, 0]),
    "help": ([0, 5, 10], [30, 15, 0]),
    "colour": ([0, 3, 6], [0, 4, 8]),
}
"""What each option of a case of one's own is worth to both: distributive, two to be traded, compatible."""
ALL_ALIKE = {name: ([0, 10, 20], [20, 10, 0]) for name in FOUR_KINDS}
"""A case in which what one side gains the other loses."""


def own_case(points: dict[str, tuple[list[int], list[int]]]) -> str:
    """A case of these issues as a student writes it."""
    text = 'title = "The shed"\nstory = "Two neighbours share a shed."\n'
    text += "".join(f'[[issues]]\nname = "{name}"\nquestion = "?"\noptions = ["a", "b", "c"]\n' for name in points)
    for side, name in enumerate(("Ana", "Ben")):
        text += f'[[parties]]\nname = "{name}"\nrole = "A neighbour."\nbrief = "You use the shed."\n'
        text += 'batna = "A shed of your own; worth 20 points."\nreservation_value = 20\n[parties.points]\n'
        text += "".join(f"{issue} = {both[side]}\n" for issue, both in points.items())
    return text


def true_sheet(opened: Opened, _: Random) -> Lines:
    """What one's own points and alternative say, and three questions."""
    own, known = opened.case.party(opened.party), list(asks(opened.case))
    strengths = (importance(weight, sum(own.weights()), len(own.points)) for weight in own.weights())
    return sheet(opened.case, strengths, own.reservation_value, (known[0], known[1], known[9]))


def sheet(case: Case, strengths: Iterable[Importance], worth: int, asked: Iterable[str]) -> Lines:
    """A preparation sheet, line by line."""
    yield from zip((issue.name for issue in case.issues), strengths, strict=True)
    yield ALTERNATIVE, worth
    yield from zip(QUESTIONS, asked, strict=True)


def alike(strength: Importance) -> Answerer:
    """A sheet on which everything matters as much, and the same is asked three times."""

    def write(opened: Opened, _: Random) -> Lines:
        known = [*asks(opened.case)]
        return sheet(opened.case, [strength] * 6, opened.case.party(opened.party).reservation_value, known[:1] * 3)

    return write


def coming_down(opened: Opened, _: Random) -> Lines:
    """The own best, then less of the two lightest issues, then less of the next two as well."""
    own = opened.case.party(opened.party)
    order = sorted(range(6), key=own.weights().__getitem__)

    def without(places: list[int]) -> Package:
        rows = enumerate(own.points)
        return tuple(row.index(min(row) if place in places else max(row)) for place, row in rows)

    return packages_lines(opened.case, [without(order[:count]) for count in (0, 2, 4)])


def talk(person: Person) -> Answerer:
    """The talk of such a person at their own table."""
    return lambda opened, _: written_talk(opened.material["table"], held(opened.material["table"], person))


def repeated(of: Callable[[Opened], Package]) -> Answerer:
    """The talk of somebody who offers one package again and again."""

    def write(opened: Opened, chance: Random) -> Lines | str:
        return talk(lambda _: Message((Offer((of(opened),)),)))(opened, chance)

    return write


def guesses(random: Random) -> Person:
    """Somebody who offers whatever comes to mind."""

    def reply(session: Session) -> Message:
        return Message((Offer((tuple(random.randrange(len(i.options)) for i in session.case.issues),)),))

    return reply
