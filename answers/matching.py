"""Matching a student's words to the case's: spelling of numbers, currency and case do not matter."""

import re
from decimal import Decimal

from ..negotiation import Case, Issue, NegotiationError, did_you_mean, plain
from ..negotiation.letters import same_letters
from .answer import shortened
from .sentence import Sentence

CURRENCY = re.compile(r"(?:us|c|a)?[€$£¥]|(?:eur|euros?|usd|dollars?|gbp|pounds?|chf|francs?)(?![a-z])", re.IGNORECASE)
NUMBER = re.compile(
    r"(?<![\d.,<>~–−-])(?P<whole>\d{1,3}(?:[.,'’_\s]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}))?(?P<thousand>\s?k\b)?",
    re.IGNORECASE,
)
NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
NUMBERED = re.compile(r"\d{1,2}[.)]\s*(?=\D)")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
PER = re.compile(r"(?:^| )(?:a|per|each) \w+$")
SHORTEST_UNIT = 3
FILLERS = {"of", "on", "the"}
LONGEST_WORD = 200


def match_issue(case: Case, words: str) -> int:
    """Return the position of the issue that the words name; raise NegotiationError with the nearest name."""
    names = [issue.name for issue in case.issues]
    wanted = plain(words[:LONGEST_WORD])
    for position, name in enumerate(names):
        if plain(name) == wanted:
            return position
    if numbered := NUMBERED.match(wanted):
        return match_issue(case, wanted[numbered.end() :])
    raise NegotiationError(Sentence("issue.unknown", words=quoted(words), near=did_you_mean(wanted, names)))


def match_option(issue: Issue, words: str) -> int:
    """Return the position of the option that the words name, however its number is written."""
    wanted = plain(words[:LONGEST_WORD])
    for position, option in enumerate(issue.options):
        if plain(option) == wanted:
            return position
    meant = [position for position, option in enumerate(issue.options) if _same_amount(words[:LONGEST_WORD], option)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        options = tuple(issue.options[position] for position in meant)
        raise NegotiationError(Sentence("issue.many", words=quoted(words), options=options, issue=issue.name))
    # A number that is none of the options is never guessed: the nearest spelling may be far from what was meant.
    said = {"words": quoted(words), "issue": issue.name}
    if _amount(wanted):
        raise NegotiationError(Sentence("issue.option_use", **said, options=issue.options))
    raise NegotiationError(Sentence("issue.option", **said, near=did_you_mean(wanted, issue.options)))


def _same_amount(words: str, option: str) -> bool:
    """Return whether both hold the same number, and the words name no other unit than the option does."""
    said, offered = _amount(words), _amount(option)
    if said is None or offered is None or said[0] != offered[0]:
        return False
    return not said[1] or _same_unit(said[1], offered[1])


def _same_unit(said: str, offered: str) -> bool:
    """Return whether both are one unit: written out or shortened, and with or without 'a week'."""
    if rate := PER.search(said):
        said = said[: rate.start()].strip()
    return said == offered or (len(said) >= SHORTEST_UNIT and offered.startswith(said))


def _amount(text: str) -> tuple[Decimal, str] | None:
    """Return the number in a text, and the rest of its words without currency and plural endings."""
    text = re.sub(r"[a-z]+", _as_digits, same_letters(text), flags=re.IGNORECASE)
    text = ORDINAL.sub("", CURRENCY.sub(" ", text))
    if not (found := NUMBER.search(text)):
        return None
    whole = re.sub(r"\D", "", found["whole"])
    number = Decimal(f"{whole}.{found['part'] or 0}") * (1000 if found["thousand"] else 1)
    around = text[: found.start()] + " " + text[found.end() :]
    if any(character.isdigit() for character in around):
        return None
    units = [word.casefold().removesuffix("s") for word in re.findall(r"[^\W\d_]+", around)]
    return number, " ".join(unit for unit in units if unit not in FILLERS)


def _as_digits(word: re.Match[str]) -> str:
    said, words = word[0].casefold(), NUMBER_WORDS.split()
    return str(words.index(said)) if said in words else word[0]


def quoted(words: str) -> str:
    """Return a student's words, shortened, as a message repeats them in quotes."""
    return shortened(" ".join(words.split()))
