"""What somebody has who asks nothing: the own points, the material, and all that the other side may want."""

from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from biggerpie.grading import Answer, marking
from biggerpie.grading.dossiers.dossier import Opened, drawn_case
from biggerpie.grading.dossiers.first_talk import may_be_vague
from biggerpie.grading.exercise import ANSWER_NAMES
from biggerpie.grading.nbgrader_adapter.record import RecordedExercise
from biggerpie.negotiation import Package, Profile
from biggerpie.negotiation.case import profile_payoff
from biggerpie.negotiation.variants.talks import can_be_improved

from ..dossiers.views import recorded, with_others
from .others import THEIR_LEAST, Other, Ranked, other_of, pairing_of, ranked_of
from .others import package_of as package_of_ranked

QUICK = (24, 6)
"""For a quick look: by how many possible other sides a guess is searched, and by how many others it is marked.

A thorough search goes by all, and is marked by as few, since over many variants these are many.
"""
Answers = dict[str, str]
"""What stands in each answer cell, by the answer's name."""


@dataclass(frozen=True)
class Unasked:
    """One student's exercise before anything is asked.

    `searched` are possible cases by which a guess is looked for, `held` those by which it is marked.
    """

    exercise: RecordedExercise
    opened: Opened
    searched: tuple[Opened, ...]
    held: tuple[Opened, ...]

    @property
    def own(self) -> Profile:
        """The own points."""
        return self.opened.case.parties[0].points

    @cached_property
    def others(self) -> tuple[Other, ...]:
        """What the other side may want, as a search goes by it."""
        return tuple(other_of(pairing_of(self.own, it.case.parties[1].points)) for it in self.searched)

    def ranked(self, package: Package) -> Ranked:
        """A package of the case as ranked."""
        return ranked_of(self.own, package)

    def package(self, ranked: Ranked) -> Package:
        """A ranked package as one of the case."""
        return package_of_ranked(self.opened.case, ranked)

    def share(self, sort: str, answers: Answers) -> float:
        """What the answers earn on average for one of them, as a share of its points."""
        cell = next(it for it in self.exercise.cells if it.is_test and it.source.startswith(f"check({sort}"))
        given = {name: Answer(name, text) for name, text in answers.items()}
        assert set(given) <= set(ANSWER_NAMES)
        marks = [marking.tested(cell, one, given, lambda _: None, lambda _: None) for one in self.held]
        return sum(marks) / len(marks) / (cell.points or 1)


def unasked(exercise: str, key: str, *, thorough: bool) -> Unasked:
    """The exercise under a key; the true other side is as likely as any that is possible."""
    record = recorded(exercise)
    opened = drawn_case(record.named, key)
    possible = [it for it in with_others(record.named, opened, heard=False) if _could_be(opened, it)]
    possible = [_vague_elsewhere(it, number) for number, it in enumerate(possible)]
    everything = tuple(possible)
    Random(key).shuffle(possible)
    many, few = QUICK
    if thorough or len(possible) < many + few:
        return Unasked(record, opened, everything, tuple(possible[:few]))
    return Unasked(record, opened, tuple(possible[few : few + many]), tuple(possible[:few]))


def _could_be(opened: Opened, other: Opened) -> bool:
    """Whether what is shown before the talk could have come with this other side."""
    wants = other.case.parties[1].points
    log, signed = opened.material.get("log", ()), opened.material.get("signed")
    signable = [offer.package for offer in (*log[1::2], *log[6:7])] + [signed] * (signed is not None)
    if any(profile_payoff(wants, package) < THEIR_LEAST for package in signable):
        return False
    return signed is None or can_be_improved(other.case, signed)


def _vague_elsewhere(opened: Opened, number: int) -> Opened:
    """The same with another two issues left vague in the first talk, since nothing was heard of it."""
    if (talk := opened.material.get("first_talk")) is None:
        return opened
    pairs = may_be_vague(opened.case)
    again = replace(talk, vague=pairs[number % len(pairs)])
    return replace(opened, material={**opened.material, "first_talk": again})
