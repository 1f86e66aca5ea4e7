"""Another issue in a case that is being written: its table, and a line for it among each party's points."""

from itertools import count

ISSUE = """[[issues]]
name = "{name}"
question = "What is to be settled?"
options = ["one end", "the middle", "the other end"]

"""
POINTS = '"{name}" = [0, 5, 10]\n'
PARTIES, ROWS = "[[parties]]", "[parties.points]"


def with_another_issue(text: str) -> str:
    """Return the text with an issue more, under a name that it does not hold yet; where nobody sits, as it is."""
    name = next(name for number in count(1) if (name := f"new issue {number}") not in text)
    lines = text.splitlines(keepends=True)
    first = next((at for at, line in enumerate(lines) if line.strip() == PARTIES), None)
    if first is None:
        return text
    told = [line + POINTS.format(name=name) if line.strip() == ROWS else line for line in _ended(lines)]
    return "".join([*told[:first], ISSUE.format(name=name), *told[first:]])


def _ended(lines: list[str]) -> list[str]:
    """Return the lines, each with an end."""
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
