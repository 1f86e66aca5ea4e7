"""Another issue in a case that is being written: its table, and a line for it among each party's points."""

import json
from itertools import count

from .._words import Words

ISSUE = """[[issues]]
name = {name}
question = {question}
options = {options}

"""
POINTS = "{name} = [0, 5, 10]\n"
PARTIES, ROWS = "[[parties]]", "[parties.points]"


def with_another_issue(text: str, words: Words) -> str:
    """Return the text with an issue more, under a name that it does not hold yet; where nobody sits, as it is."""
    names = (_quoted(words.say("new_issue", number=number)) for number in count(1))
    name = next(name for name in names if name not in text)
    lines = text.splitlines(keepends=True)
    first = next((at for at, line in enumerate(lines) if line.strip() == PARTIES), None)
    if first is None:
        return text
    told = [line + POINTS.format(name=name) if line.strip() == ROWS else line for line in _ended(lines)]
    issue = ISSUE.format(name=name, question=_quoted(words.say("new_question")), options=_quoted(words["new_options"]))
    return "".join([*told[:first], issue, *told[first:]])


def _quoted(said: str | list[str]) -> str:
    """Return a text or a list as TOML writes it."""
    return json.dumps(said, ensure_ascii=False)


def _ended(lines: list[str]) -> list[str]:
    """Return the lines, each with an end."""
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
