"""A sentence that grading says: English as a text, and in other languages by its key in grading/words."""

from typing import ClassVar

from ..negotiation import sentence
from ..negotiation.case import Party


class Sentence(sentence.Sentence):
    """A sentence or a part of one, with its figures."""

    __slots__ = ()
    package: ClassVar[str] = "biggerpie.grading"


def whom(party: Party) -> Sentence:
    """Return how a sentence calls a party: "the publisher", or by the person's name where a language does."""
    return Sentence("whom", party=party.name, person=party.person)


def name_in_table(party: Party) -> Sentence:
    """Return how a table calls a party: "publisher", or by the person's name where a language does."""
    return Sentence("name", party=party.name, person=party.person)
