"""Naming issues and options within a sentence, as somebody says them."""

import re

from ...case import Issue

LONGEST = 60
"""Characters of an issue's or an option's name in a sentence."""
AMOUNT = re.compile(r"(?P<number>\d\S*) (?P<what>.+)")
ENDING = 2
"""Letters by which the singular and the plural of one word may differ."""


def short(name: str) -> str:
    """Return a name no longer than a sentence bears."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def beginning(named: str) -> str:
    """Return a name as it begins a sentence: with a capital, within its quotes if it has them."""
    at = next((place for place, letter in enumerate(named) if letter.isalnum()), 0)
    return named[:at] + named[at : at + 1].upper() + named[at + 1 :]


def beside_its_issue(issue: Issue, option: int) -> str:
    """Return an option as it is said with its issue: of an amount, without the words that the issue's name holds.

    So it is "2 on the Saturdays", not "2 Saturdays on the Saturdays". What repeats the name in one amount of the issue
    only, such as "1 night" on the night telephone, is said in all of them.
    """
    amounts = [found["what"].split() for named in issue.options if (found := AMOUNT.fullmatch(named))]
    found = AMOUNT.fullmatch(issue.options[option])
    if found is None:
        return issue.options[option]
    names = issue.name.split()
    kept = [
        word
        for place, word in enumerate(found["what"].split())
        if not all(place < len(what) and _held(what[place], names) for what in amounts)
    ]
    return " ".join([found["number"], *kept])


def _held(word: str, names: list[str]) -> bool:
    """Return whether one of the names is this word, or its plural."""
    plain = word.casefold()
    return any(name.casefold().startswith(plain) and len(name) - len(plain) <= ENDING for name in names)
