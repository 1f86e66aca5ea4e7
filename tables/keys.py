"""Keys: the code that opens a seat, compared in constant time, and only so many wrong ones a minute."""

import time
from collections.abc import Callable, Mapping
from hmac import compare_digest

from ..course.role_play.sealing import letters_of
from ..negotiation import NegotiationError
from .seating import Chair

MOST_WRONG, WITHIN = 10, 60.0  # tries from one address, in so many seconds
MOST_ADDRESSES = 10_000
LONGEST_CODE = 100  # characters, as somebody may type it


class UnknownCodeError(NegotiationError):
    """A code that opens no seat."""


class Keys:
    """Everybody's code, and the wrong ones that were tried of late."""

    def __init__(self, chairs: Mapping[str, Chair], clock: Callable[[], float] = time.monotonic) -> None:
        """Take the chairs by their codes."""
        self._chairs = {letters_of(code).encode(): chair for code, chair in chairs.items()}
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}

    def chair_of(self, code: str, address: str) -> Chair:
        """Return the chair that a code opens.

        Raises NegotiationError where too many wrong ones came from this address, and UnknownCodeError for a wrong one.
        """
        recent = [when for when in self._wrong.get(address, ()) if self._clock() - when < WITHIN]
        if len(recent) >= MOST_WRONG:
            raise NegotiationError("too many wrong codes came from here; wait a minute, then type yours with care.")
        typed, found = letters_of(code[:LONGEST_CODE]).encode(), None
        for known, chair in self._chairs.items():
            if compare_digest(known, typed):
                found = chair
        if found is None:
            if len(self._wrong) > MOST_ADDRESSES:
                self._wrong.clear()
            self._wrong[address] = [*recent, self._clock()]
            raise UnknownCodeError("that code opens no seat here; compare it letter by letter, or ask for yours.")
        return found
