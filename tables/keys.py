"""Keys: the code that opens a seat, compared in constant time.

Wrong codes are not counted: a class may share one address, and whoever typed ten wrong ones would lock out all. Of 49
bits and five hundred seats, a thousand guesses a second find one in some 35 years.
"""

from collections.abc import Mapping
from hmac import compare_digest

from ..course.role_play.sealing import is_whole, letters_of
from ..negotiation import NegotiationError
from .seating import Chair

LONGEST_CODE = 100  # characters, as somebody may type it


class UnknownCodeError(NegotiationError):
    """A code that opens no seat."""


class Keys:
    """Everybody's code."""

    def __init__(self, chairs: Mapping[str, Chair]) -> None:
        """Take the chairs by their codes; one that is no whole code, such as an empty cell, opens nothing."""
        self._chairs = {letters_of(code).encode(): chair for code, chair in chairs.items() if is_whole(code)}

    def chair_of(self, code: str) -> Chair:
        """Return the chair that a code opens; raise UnknownCodeError where it opens none."""
        typed, found = letters_typed(code).encode(), None
        for known, chair in self._chairs.items():
            if compare_digest(known, typed):
                found = chair
        if found is None:
            raise UnknownCodeError("that code opens no seat here; compare it letter by letter, or ask for yours.")
        return found


def letters_typed(code: str) -> str:
    """Return what counts of a code, with whatever dash or invisible letter it was typed; a cookie can hold it."""
    return letters_of(code[:LONGEST_CODE])
