"""Reading whose a file is from its name: only where the instructor's pattern can be read in one way.

A sender writes the end of a name, and a pattern that looks for the last match may match there.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from ...negotiation import NegotiationError
from ..submission.printable_names import quoted

MOST_READINGS = 20
STUDENT, TIME, FILE = "student_id", "timestamp", "file_id"
MAKE_EXACT = "rename it, or make c.FileNameCollectorPlugin.named_regexp exact"


@dataclass(frozen=True, slots=True)
class Name:
    """A file's path, the instructor's pattern for it, and where in it begins what the pattern may find."""

    pattern: str
    text: str
    begin: int

    def match(self, group: str, before: str = "", after: str = "") -> re.Match[str] | None:
        """Match with conditions at the beginning and the end of a group; None where the group finds nothing."""
        found = re.match(_with(self.pattern, group, self._not_before(self.begin) + before, after), self.text)
        return found if found and group in found.re.groupindex and found[group] else None

    def elsewhere(self, first: re.Match[str], group: str) -> Iterator[re.Match[str]]:
        """Yield a match whose group ends before the first one's, and one whose begins after it, if there are."""
        start, end = first.span(group)
        left = self.match(group, after=f"(?=[\\s\\S]{{{len(self.text) - start}}})")
        yield from filter(None, (left, self.match(group, before=self._not_before(end))))

    def _not_before(self, place: int) -> str:
        return f"(?![\\s\\S]{{{len(self.text) - place + 1}}})"


def only_student(name: Name, roster: Collection[str]) -> str | None:
    """Return the student whom a name tells, None where it tells nobody.

    Where it can match a shorter or longer id in the same place, the one on the roster counts.
    Raises NegotiationError, with the end of a sentence, where it can be read as two students.
    """
    first = name.match(STUDENT)
    if first is None:
        return None
    readings = [first, *_in_one_place(name, first)]
    known = {reading[STUDENT] for reading in readings} & set(roster)
    is_clear = len(known) == 1 and len(readings) <= MOST_READINGS
    chosen = next(reading for reading in readings if not is_clear or reading[STUDENT] in known)
    others = {reading[STUDENT] for reading in name.elsewhere(chosen, STUDENT)}
    possible = sorted({reading[STUDENT] for reading in ([chosen] if is_clear else readings)} | others)
    if len(possible) > 1:
        raise NegotiationError(
            f"its name can be read as one of {quoted(possible[0])} and of {quoted(possible[1])}; {MAKE_EXACT}"
        )
    return possible[0]


def require_one_time(name: Name, read: Callable[[str], object]) -> None:
    """Raise NegotiationError, with the end of a sentence, where a pattern finds two times in two places."""
    first = name.match(TIME)
    if first is None:
        return
    times = {read(found[TIME]) for found in (first, *name.elsewhere(first, TIME))} - {None}
    if len(times) > 1:
        raise NegotiationError(f"its name can be read as of two times; {MAKE_EXACT}")


def up_to_file(pattern: str) -> str:
    """Return the part of a pattern that reads what the learning platform wrote, whatever the sender called the file.

    Where student or time follow the file's id, anything may be this id.
    """
    head, found, rest = pattern.partition(f"(?P<{FILE}>")
    if not found:
        return pattern
    tail = rest[_closing(rest) :]
    if any(f"(?P<{group}>" in tail for group in (STUDENT, TIME)):
        return f"{head}{found}[\\s\\S]*{tail}"
    return head + ")" * _depth(head)


def _in_one_place(name: Name, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield further matches whose student overlaps the first one's, each with another beginning or end."""
    last, seen, conditions = first, "", ""
    for number in range(MOST_READINGS):
        start, end = (len(name.text) - place for place in last.span(STUDENT))
        before = f"(?:(?=[\\s\\S]{{{start}}}\\Z)(?P<seen{number}>)|(?![\\s\\S]{{{start}}}\\Z))"
        seen += before
        conditions += f"(?(seen{number})(?![\\s\\S]{{{end}}}\\Z))"
        found = name.match(STUDENT, seen, conditions)
        if found is None:
            return
        yield found
        last = found


def _with(pattern: str, group: str, before: str, after: str) -> str:
    """Return a pattern with conditions at the beginning and the end of a group."""
    head, found, rest = pattern.partition(f"(?P<{group}>")
    if not found:
        return pattern
    end = _closing(rest)
    return f"{head}{found}{before}(?:{rest[:end]}){after}{rest[end:]}"


def _closing(rest: str) -> int:
    """Return where the parenthesis closes that was opened before the rest of a pattern."""
    return next((place for place, depth in _depths(rest) if depth < 0), len(rest))


def _depth(part: str) -> int:
    """Return how many parentheses are still open at the end of a pattern's part."""
    return [0, *(depth for _, depth in _depths(part))][-1]


def _depths(part: str) -> Iterator[tuple[int, int]]:
    """Yield each place where a parenthesis opens or closes, and how many are open after it."""
    depth, within_set = 0, False
    for found in re.finditer(r"\\.|\[\^?\]?|[\]()]", part, re.DOTALL):
        mark = found[0]
        if within_set:
            within_set = mark != "]"
        elif mark[0] == "[":
            within_set = True
        elif step := {"(": 1, ")": -1}.get(mark, 0):
            depth += step
            yield found.start(), depth
