"""Whether an automatic mark may be the last word on an answer: not where what was written could not be read."""

from collections.abc import Collection, Iterable

from ..answers.answer import Answer, is_blank
from .report.report import Report, Tone

UNREAD = "what was written as {names} could not be read in full, and earned nothing so"
TWO = "{names} has more than one answer, and only the first was marked"


def why_it_waits(used: Collection[Answer], said: Iterable[Report], points: float) -> str:
    """Return why a person must look at a mark, "" where none has to.

    `used` are the answers that the test cell looks at, `said` what its checks and marks said of them.
    """
    if two := [repr(answer.name) for answer in used if answer.note]:
        return TWO.format(names=" and ".join(two))
    written = [repr(answer.name) for answer in used if not is_blank(answer)]
    problems = any(finding.tone is Tone.UNREAD for report in said for finding in report.findings)
    return UNREAD.format(names=" and ".join(written)) if written and problems and points == 0 else ""
