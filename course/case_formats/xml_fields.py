"""What stands in an element of a GENIUS file: exact numbers, indices and names, each checked."""

import re
from fractions import Fraction
from xml.etree.ElementTree import Element  # a type; nothing is read with it

from ...negotiation import NegotiationError

LONGEST_NAME = 200
NUMBER = re.compile(r"[+-]?([0-9]{1,20}(\.[0-9]{0,40})?|\.[0-9]{1,40})([eE][+-]?[0-9]{1,2})?")
INDEX = re.compile(r"[0-9]{1,6}")


def number(element: Element, name: str, where: str) -> Fraction:
    """Return a number exactly as its decimals say it."""
    written = element.get(name, "").strip()
    if not NUMBER.fullmatch(written):
        raise NegotiationError(f"{where}: {shown(written)} is not a number that can be read as {name!r}.")
    return Fraction(written)


def share(element: Element, where: str) -> Fraction:
    """Return the number that an element has for its value, which is not negative."""
    value = number(element, "value", where)
    if value < 0:
        raise NegotiationError(f"{where}: the <{element.tag}> is negative; write a number from 0 on.")
    return value


def index(element: Element, where: str) -> int:
    """Return an element's number, which need not be its place."""
    written = element.get("index", "").strip()
    if not INDEX.fullmatch(written):
        raise NegotiationError(f"{where}: {shown(written)} is no index; issues and weights are numbered.")
    return int(written)


def text(element: Element, name: str, where: str) -> str:
    """Return a text that says something and is no longer than a name."""
    text = element.get(name, "").strip()
    if not text or len(text) > LONGEST_NAME:
        raise NegotiationError(
            f"{where}: an <{element.tag}> needs a {name!r} of 1 to {LONGEST_NAME} letters, not {shown(text)}."
        )
    return text


def distinct(names: list[str], what: str) -> None:
    """Refuse names of which two are the same; `what` begins the sentence."""
    for place, name in enumerate(names):
        if name in names[:place]:
            raise NegotiationError(f"{what} {name!r}; each needs its own.")


def shown(text: str) -> str:
    """Return a text as a message repeats it."""
    return repr(text[:LONGEST_NAME])
