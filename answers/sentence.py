"""A sentence about an answer's lines: English as a text, and in other languages by its key in answers/words."""

from typing import ClassVar

from ..negotiation import sentence


class Sentence(sentence.Sentence):
    """A sentence or a part of one, with its figures."""

    __slots__ = ()
    package: ClassVar[str] = "biggerpie.answers"
