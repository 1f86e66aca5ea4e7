"""What a reader of the dossier can know: one's own points, and the other side's preferences as words tell them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.negotiation import Package, Party
from biggerpie.negotiation.analysis.importance import Importance
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.strength_words import strength_words

GUESSED = {Importance.MOST: 30, Importance.MUCH: 14, Importance.LITTLE: 6}
"""What somebody takes a strength in words to weigh, in points of a hundred for two issues of each."""
STRONGER = tuple(GUESSED)


@dataclass(frozen=True)
class Heard:
    """The other side's preferences, as its answers tell them, beside one's own points."""

    own: Party
    best: Package
    strengths: tuple[Importance, ...]

    def stronger(self, place: int) -> int:
        """1 where an issue (from 0) is heard to matter more to oneself, -1 where to the other side, 0 where alike."""
        mine, theirs = (STRONGER.index(some[place]) for some in (self.own_strengths, self.strengths))
        return (mine < theirs) - (mine > theirs)

    def agreed(self, place: int) -> bool:
        """Whether both want the same end of an issue."""
        return self.best[place] == self.own_best[place]

    @property
    def own_best(self) -> Package:
        """What is best for oneself."""
        return tuple(row.index(max(row)) for row in self.own.points)

    @property
    def own_strengths(self) -> tuple[Importance, ...]:
        """How much the issues matter to oneself, in the same words."""
        return tuple(preference.strength for preference in preferences(self.own.points))

    def worth(self, package: Package) -> float:
        """What a package may be worth to the other side, in points, as well as words tell."""
        rows = zip(package, self.best, self.strengths, strict=True)
        return sum(GUESSED[strength] * (1 - abs(option - best) / 4) for option, best, strength in rows)

    @property
    def logrolled(self) -> Package:
        """Each issue to the side to which it matters more, what is agreed at its best, the rest in the middle."""
        return tuple(self._settled())

    def _settled(self) -> Iterator[int]:
        for place, (mine, theirs) in enumerate(zip(self.own_best, self.best, strict=True)):
            yield {1: mine, -1: theirs, 0: mine if mine == theirs else 2}[self.stronger(place)]


def heard(opened: Opened) -> Heard:
    """Listen to the other side's answers, issue by issue; its points in the dossier are all 0."""
    own, other = opened.case.parties
    assert not any(map(any, other.points)), "a student must not see the other side's points"
    best, strengths = [], []
    for issue, said in zip(opened.case.issues, other.statements, strict=True):
        preference = next(it for it in other.leanings if it.issue == issue.name and said.answer.startswith(it.answer))
        best.append(issue.options.index(preference.toward))
        strengths.append(next(one for one, words in strength_words("en").answer.items() if said.answer.endswith(words)))
    return Heard(own, tuple(best), tuple(strengths))


@lru_cache(maxsize=1)
def understood() -> dict[str, str]:
    """The kind of every sentence that is put before students, as a good reader tells it."""
    folder = resources.files("biggerpie.grading").joinpath("material")
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir() if file.name[-4:] == "toml"]
    rows = [row for table in tables for name in ("statements", "remarks") for row in table.get(name, ())]
    return {row["text"]: row["kind"] for row in rows}
