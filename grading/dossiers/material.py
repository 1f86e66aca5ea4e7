"""Material: what an exercise puts before a student beside the case, drawn under the same key.

An exercise names it after the case and the side: `%case village-hall company log mixed-minutes=picture-book`.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from types import MappingProxyType
from typing import Any, Protocol

from ...negotiation import (
    Case,
    NegotiationError,
    Offer,
    OfferLog,
    Package,
    Question,
    QuestionKind,
    did_you_mean,
    load_case,
    question_about,
)
from ...negotiation.drawn_talks import giving_talks, mixed_talks, own_talks, signed_deal
from ...negotiation.variants import shuffled, with_profiles
from .codes import read_profile, written_profile

SENTENCES_OF_A_KIND = {"statements": (3, 3, 2, 2), "remarks": (5, 5)}
Code = Any
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class Talks:
    """What was offered between two others, and their case with both sides' points on the table."""

    case: Case
    log: OfferLog


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences by number, and of what kind each is; of what kind, a student's dossier does not hold."""

    texts: Mapping[str, str]
    truth: Mapping[str, str]


class Material(Protocol):
    """One sort of material: drawn under a key for a case; written into a dossier; read from it."""

    def drawn(self, case: Case, key: str) -> Any:
        """Return the material as the grader has it."""

    def code(self, value: Any) -> Code:
        """Return what of it a student may know, for the dossier."""

    def read(self, case: Case, code: Code) -> Any:
        """Return the material as the student has it."""


@dataclass(frozen=True, slots=True)
class OwnTalks:
    """Eight offers in the student's own case; the ninth is the student's."""

    def drawn(self, case: Case, key: str) -> OfferLog:
        """Return the log."""
        return own_talks(case, key)

    def code(self, value: OfferLog) -> Code:
        """Return its packages."""
        return [list(offer.package) for offer in value]

    def read(self, case: Case, code: Code) -> OfferLog:
        """Return the log."""
        return tuple(Offer(case.parties[n % 2].name, tuple(package)) for n, package in enumerate(code))


@dataclass(frozen=True, slots=True)
class Minutes:
    """Talks between two others in a variant of another case, whose points are open."""

    talks: Callable[[Case, str], OfferLog]
    of: str

    def drawn(self, case: Case, key: str) -> Talks:
        """Return the talks."""
        open_case = load_case(self.of).variant(f"{key} minutes")
        return Talks(open_case, self.talks(open_case, key))

    def code(self, value: Talks) -> Code:
        """Return both sides' points and the packages."""
        return [[written_profile(party.points) for party in value.case.parties], OwnTalks().code(value.log)]

    def read(self, case: Case, code: Code) -> Talks:
        """Return the talks."""
        profiles, packages = code
        open_case = with_profiles(load_case(self.of), *map(read_profile, profiles))
        return Talks(open_case, OwnTalks().read(open_case, packages))


@dataclass(frozen=True, slots=True)
class SignedDeal:
    """A deal in the student's own case that both sides have signed."""

    def drawn(self, case: Case, key: str) -> Package:
        """Return the package."""
        return signed_deal(case, key)

    def code(self, value: Package) -> Code:
        """Return its options."""
        return list(value)

    def read(self, case: Case, code: Code) -> Package:
        """Return the package."""
        return tuple(code)


@dataclass(frozen=True, slots=True)
class DrawnSentences:
    """Some sentences of a file, so many of each kind, in a drawn order."""

    file: str
    sort: str

    def drawn(self, case: Case, key: str) -> Sentences:
        """Return the sentences with their kinds."""
        listed = _table(self.file, self.sort)
        kinds = sorted({entry["kind"] for entry in listed})
        places: list[int] = []
        for kind, count in zip(shuffled(key, kinds), SENTENCES_OF_A_KIND[self.sort], strict=True):
            of_kind = [place for place, entry in enumerate(listed) if entry["kind"] == kind]
            places += shuffled(f"{key} {kind}", of_kind)[:count]
        return self._sentences(shuffled(f"{key} order", places), with_kinds=True)

    def code(self, value: Sentences) -> Code:
        """Return the places of the sentences in their file."""
        places = {entry["text"]: place for place, entry in enumerate(_table(self.file, self.sort))}
        return [places[text] for text in value.texts.values()]

    def read(self, case: Case, code: Code) -> Sentences:
        """Return the sentences alone."""
        return self._sentences(code, with_kinds=False)

    def _sentences(self, places: list[int], *, with_kinds: bool) -> Sentences:
        entries = {str(n): _table(self.file, self.sort)[place] for n, place in enumerate(places, 1)}
        kinds = {n: entry["kind"] for n, entry in entries.items()} if with_kinds else {}
        texts = {n: entry["text"] for n, entry in entries.items()}
        return Sentences(MappingProxyType(texts), MappingProxyType(kinds))


@dataclass(frozen=True, slots=True)
class Interests:
    """The interests of both sides, first the student's, as each would tell them."""

    def drawn(self, case: Case, key: str) -> tuple[tuple[str, ...], ...]:
        """Return the interests."""
        return tuple(
            tuple(f"{interest.statement}, because {interest.because}" for interest in party.interests)
            for party in case.parties
        )

    def code(self, value: tuple[tuple[str, ...], ...]) -> Code:
        """Return nothing: they follow from what both sides want."""
        return 0

    def read(self, case: Case, code: Code) -> tuple[tuple[str, ...], ...]:
        """Return the interests."""
        return self.drawn(case, "")


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions that may be asked; the same for all."""

    file: str

    def drawn(self, case: Case, key: str) -> tuple[Question, ...]:
        """Return the questions."""
        return tuple(
            question_about(case, entry["text"], QuestionKind(entry["kind"]), *entry["issues"])
            for entry in _table(self.file, "questions")
        )

    def code(self, value: tuple[Question, ...]) -> Code:
        """Return nothing: they come with the kit."""
        return 0

    def read(self, case: Case, code: Code) -> tuple[Question, ...]:
        """Return the questions."""
        return self.drawn(case, "")


SORTS = MappingProxyType[str, tuple[str, Callable[[str], Material]]](
    {
        "interests": ("interests", lambda _: Interests()),
        "log": ("log", lambda _: OwnTalks()),
        "mixed-minutes": ("minutes", partial(Minutes, mixed_talks)),
        "giving-minutes": ("minutes", partial(Minutes, giving_talks)),
        "signed": ("signed", lambda _: SignedDeal()),
        "statements": ("statements", lambda of: DrawnSentences(f"statements-{of}.toml", "statements")),
        "remarks": ("remarks_heard", lambda _: DrawnSentences("remarks.toml", "remarks")),
        "questions": ("questions_offered", lambda of: Questions(f"questions-{of}.toml")),
    }
)
"""How a `%case` line names each sort of material, and the name under which a notebook finds it."""


def material(case: str, words: tuple[str, ...]) -> dict[str, Material]:
    """Return the material that a `%case` line names, by its name in the notebook.

    `case` is the exercise's own, for material that names no other. Raises NegotiationError for an unknown word.
    """
    found = {}
    for word in words:
        sort, _, of = word.partition("=")
        if sort not in SORTS:
            raise NegotiationError(f"{word!r} is not material for an exercise{did_you_mean(sort, SORTS)}")
        name, make = SORTS[sort]
        found[name] = make(of or case)
    return found


@lru_cache(maxsize=16)
def _table(file: str, name: str) -> tuple[dict[str, Any], ...]:
    place = resources.files("biggerpie.grading").joinpath("material", file)
    if not place.is_file():
        raise NegotiationError(f"there is no {file} in grading/material; write it, or name another case.")
    return tuple(tomllib.loads(place.read_text(encoding="utf-8"))[name])
