"""The readers of answers in numbers: points gained and lost, sums of gifts, and a balance."""

import re
from collections.abc import Collection, Mapping
from fractions import Fraction

from ..negotiation import NegotiationError, plain
from ..negotiation.letters import same_letters
from .in_english import in_english
from .line_reader import LineReader
from .matching import LONGEST_WORD, quoted
from .numbered import read_number
from .sentence import Sentence

GIFT, COST = "gift", "cost"
Entry = tuple[str, int]
"""Which number it is: the gift or the cost, and the number of the step."""
BEFORE = re.compile(r"(gift|cost)s?(?: (?:of|in))? ?(.+)")
AFTER = re.compile(r"(.+) (gift|cost)s?")
MINUSES = str.maketrans(dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{FIGURE DASH}", "-"))
POINTS = re.compile(r"([+-]?) ?(\d{1,6})(?:[.,]0{1,2})?(?: ?points?)?", re.ASCII)
BALANCE_LINE = "balance"
GIFTS = re.compile(r"(?:the )?gifts? (?:by|of|from) (?:the )?")
TWO_MEANINGS = re.compile(r"[+-]?\d{1,3},\d{3}", re.ASCII)
"""A thousand with its comma, or one and no thousandth."""
SHARE = re.compile(
    r"(\d{1,6}|\d{0,3}\.\d{1,6})(?: ?[/\N{FRACTION SLASH}] ?(\d{1,6}))? ?(%|percent|per cent)?", re.ASCII
)


def change_lines(steps: Collection[int]) -> LineReader[Entry, int]:
    """Read the points of each gift and each cost, by which it is and the step's number."""
    return LineReader(lambda words: _entry(steps, words), lambda _, words: read_points(words))


def balance_lines(parties: Collection[str]) -> LineReader[str, Fraction]:
    """Read the sum of gifts of each party, by its name, and the balance, by `BALANCE_LINE`."""
    by_plain = {plain(name): name for name in parties}
    return LineReader(
        lambda words: _balance_key(by_plain, words),
        lambda key, words: read_share(words) if key == BALANCE_LINE else Fraction(read_points(words)),
    )


def number_lines(keys: Collection[str]) -> LineReader[str, Fraction]:
    """Read any number at each of the keys."""
    by_plain = {plain(key): key for key in keys}

    def known(words: str) -> str:
        if (found := by_plain.get(plain(words[:LONGEST_WORD]))) is None:
            raise NegotiationError(Sentence("answer.no_line_use", words=quoted(words), known=tuple(keys)))
        return found

    return LineReader(known, lambda _, words: read_any_number(words))


def readers_of_numbers(answer: str, keys: Collection[str]) -> LineReader[Entry, int] | LineReader[str, Fraction]:
    """Return the reader of the answer of that name, whose lines have these keys."""
    if answer == "changes":
        return change_lines({int(digits) for key in keys for digits in re.findall(r"\d{1,3}", key)})
    if answer == BALANCE_LINE:
        return balance_lines([GIFTS.sub("", plain(key), count=1) for key in keys if plain(key) != BALANCE_LINE])
    return number_lines(keys)


def read_points(words: str) -> int:
    """Return the number in '7', '+7', '−2' or '7 points', whatever minus sign is written."""  # noqa: RUF002
    found = POINTS.fullmatch(in_english(plain(words[:LONGEST_WORD].translate(MINUSES))))
    if not found:
        raise NegotiationError(Sentence("number.points", words=quoted(words)))
    return int("".join(found.groups()))


def read_share(words: str) -> Fraction:
    """Return the number from 0 to 1 in '0.67', '67 %' or '2/3'."""
    share = _fraction(words)
    if share is not None and share <= 1:
        return share
    raise NegotiationError(Sentence("number.balance", words=quoted(words)))


def read_any_number(words: str) -> Fraction:
    """Return the number in '1,5', '-0.5', '67 %' or '2/3'; '1,000', which has two meanings, is refused."""
    said = same_letters(words[:LONGEST_WORD]).translate(MINUSES).strip()
    number = _fraction(said[1:] if said[:1] in ("+", "-") else said)
    if number is None or TWO_MEANINGS.fullmatch(said):
        raise NegotiationError(Sentence("number.any", words=quoted(words)))
    return -number if said.startswith("-") else number


def _fraction(words: str) -> Fraction | None:
    found = SHARE.fullmatch(plain(words[:LONGEST_WORD]).replace(",", "."))
    below = int(found[2] or 1) * (100 if found[3] else 1) if found else 0
    return Fraction(found[1]) / below if found and below else None


def _entry(steps: Collection[int], words: str) -> Entry:
    said = in_english(plain(words[:LONGEST_WORD]))
    if found := BEFORE.fullmatch(said):
        return found[1], read_number(found[2], "step", steps)
    if found := AFTER.fullmatch(said):
        return found[2], read_number(found[1], "step", steps)
    raise NegotiationError(Sentence("number.entry", words=quoted(words)))


def _balance_key(parties: Mapping[str, str], words: str) -> str:
    said = plain(words[:LONGEST_WORD])
    if said.removeprefix("the ").removeprefix("reciprocity ") == BALANCE_LINE:
        return BALANCE_LINE
    for one in (said, GIFTS.sub("", said, count=1)):
        if one in parties:
            return parties[one]
    known = (*(f"gifts by the {name}" for name in parties.values()), BALANCE_LINE)
    raise NegotiationError(Sentence("answer.no_line_use", words=quoted(words), known=known))
