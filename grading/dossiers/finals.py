"""Final offers as material, with what comes with them: a letter, what is said of it, and a promise."""

from dataclasses import dataclass

from ...negotiation import Case
from ...negotiation.variants.final_offers import FinalOffers, final_offers
from .sentences import Code, listed


@dataclass(frozen=True, slots=True)
class FinalTalk:
    """Three final offers, and the sentences that come with them."""

    final: FinalOffers
    letter: str
    said: str
    promise: str


@dataclass(frozen=True, slots=True)
class Finals:
    """Final offers, with the sentences of a file."""

    file: str

    def drawn(self, case: Case, key: str) -> FinalTalk:
        """Return the offers."""
        return self._told(case, final_offers(case, key))

    def code(self, value: FinalTalk) -> Code:
        """Return the packages and the numbers."""
        final = value.final
        numbers = [final.alternative, final.said_alternative, final.with_promise, final.promise]
        return [[list(package) for package in final.offers], *numbers]

    def read(self, case: Case, code: Code) -> FinalTalk:
        """Return the offers."""
        packages, *numbers = code
        return self._told(case, FinalOffers(tuple(map(tuple, packages)), *numbers))

    def _told(self, case: Case, final: FinalOffers) -> FinalTalk:
        (words,) = listed(self.file, "words", case.language)
        return FinalTalk(
            final,
            words["letter"].format(points=final.alternative),
            words["said"].format(points=final.said_alternative),
            words["promise"].format(number=final.with_promise + 1, points=final.promise),
        )
