"""How the lines of one kind of answer are read: what a line is about, and what is said of it.

Marking and the form read with the same two functions, so that a form shows what marking reads.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class LineReader(Generic[Key, Value]):
    """Two functions, which raise NegotiationError with one sentence for words that they cannot read.

    `key` returns what a line is about from the words before its colon, and `value` what is said of it, from that and
    the words behind.
    """

    key: Callable[[str], Key]
    value: Callable[[Key, str], Value]
