"""Material: what an exercise puts before a student beside the case, drawn under the same key.

An exercise names it after the case and the side: `%case village-hall company log mixed-minutes=picture-book`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Protocol

from ...negotiation import (
    Case,
    NegotiationError,
    Offer,
    OfferLog,
    Package,
    did_you_mean,
    load_case,
    variant,
)
from ...negotiation.case import Interest
from ...negotiation.sentence import in_language
from ...negotiation.variants.talks import giving_talks, mixed_talks, own_talks, signed_deal
from ...negotiation.variants.variant import with_profiles
from ..sentence import Sentence, whom
from .at_table import Table
from .claims import Claims
from .codes import read_profile, written_profile
from .finals import Finals
from .first_talk import FirstTalks
from .sentences import Code, DrawnSentences, Questions
from .short_talk import ShortTalks


@dataclass(frozen=True, slots=True)
class Talks:
    """What was offered between two others, and their case with both sides' points on the table."""

    case: Case
    log: OfferLog


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
        open_case = variant(load_case(self.of, case.language), f"{key} minutes")
        return Talks(open_case, self.talks(open_case, key))

    def code(self, value: Talks) -> Code:
        """Return both sides' points and the packages."""
        return [[written_profile(party.points) for party in value.case.parties], OwnTalks().code(value.log)]

    def read(self, case: Case, code: Code) -> Talks:
        """Return the talks."""
        profiles, packages = code
        open_case = with_profiles(load_case(self.of, case.language), *map(read_profile, profiles))
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
class Interests:
    """The interests of both sides, first the student's, as each would tell them."""

    def drawn(self, case: Case, key: str) -> tuple[tuple[str, ...], ...]:
        """Return the interests."""
        return tuple(tuple(_told(interest, case.language) for interest in party.interests) for party in case.parties)

    def code(self, value: tuple[tuple[str, ...], ...]) -> Code:
        """Return nothing: they follow from what both sides want."""
        return 0

    def read(self, case: Case, code: Code) -> tuple[tuple[str, ...], ...]:
        """Return the interests."""
        return self.drawn(case, "")


def _told(interest: Interest, language: str) -> str:
    sentence = Sentence("material.because", statement=interest.statement, because=interest.because)
    return in_language(sentence, language)


@dataclass(frozen=True, slots=True)
class InterestsToFind:
    """The student's own interests, and how many the other side has, which have to be asked for."""

    def drawn(self, case: Case, key: str) -> tuple[tuple[str, ...], ...]:
        """Return the interests as they are handed over."""
        own, other = Interests().drawn(case, key)
        them, numbers = whom(case.parties[1]), range(1, len(other) + 1)
        to_find = (Sentence("material.to_find", them=them, number=number) for number in numbers)
        return own, tuple(in_language(sentence, case.language) for sentence in to_find)

    def code(self, value: tuple[tuple[str, ...], ...]) -> Code:
        """Return nothing: they follow from what both sides want."""
        return 0

    def read(self, case: Case, code: Code) -> tuple[tuple[str, ...], ...]:
        """Return the interests."""
        return self.drawn(case, "")


SORTS = MappingProxyType[str, tuple[str, Callable[[str], Material]]](
    {
        "interests": ("interests", lambda _: Interests()),
        "interests-to-find": ("interests", lambda _: InterestsToFind()),
        "log": ("log", lambda _: OwnTalks()),
        "mixed-minutes": ("minutes", partial(Minutes, mixed_talks)),
        "giving-minutes": ("minutes", partial(Minutes, giving_talks)),
        "signed": ("signed", lambda _: SignedDeal()),
        "table": ("table", Table),
        "statements": ("statements", lambda of: DrawnSentences(f"statements-{of}.toml", "statements")),
        "claims": ("claims_made", lambda of: Claims(f"claims-{of}.toml")),
        "final-offers": ("final_offers", lambda of: Finals(f"final-offers-{of}.toml")),
        "remarks": ("remarks_heard", lambda _: DrawnSentences("remarks.toml", "remarks")),
        "first-talk": ("first_talk", lambda of: FirstTalks(f"first-talk-{of}.toml")),
        "short-talk": ("short_talk", lambda of: ShortTalks(f"first-talk-{of}.toml")),
        "questions": ("questions_offered", lambda of: Questions(f"questions-{of}.toml")),
    }
)
"""How a `%case` line names each sort of material, and the name under which a notebook finds it."""


def material(case: str, words: tuple[str, ...]) -> dict[str, Material]:
    """Return the material that a `%case` line names, by its name in the notebook.

    `case` is the exercise's own, for material that names nothing else. Raises NegotiationError for an unknown word.
    """
    found = {}
    for word in words:
        sort, _, of = word.partition("=")
        if sort not in SORTS:
            raise NegotiationError(f"{word!r} is not material for an exercise{did_you_mean(sort, SORTS)}")
        name, make = SORTS[sort]
        found[name] = make(of or case)
    return found
