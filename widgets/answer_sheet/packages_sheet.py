# ruff: noqa: N802  it is called as all widgets are
"""The sheet for several packages at once, each with what it is worth to the one who offers them."""

from collections.abc import Callable, Sequence

from ...answers.form import Block, Row, Values
from ...answers.readers import package_lines
from ...negotiation import Case
from .._words import words
from .answer_sheet import AnswerSheet


def PackagesSheet(case: Case, party: str, size: int = 3, answer: str = "packages") -> AnswerSheet:
    """Return a sheet for `size` packages in one answer, each with this party's own points and no others."""
    said, own = words("answer_sheet"), case.party(party)
    rows = tuple(
        Row(
            issue.name,
            issue.name,
            issue.options,
            tuple(said.say("worth", option=o, points=p) for o, p in zip(issue.options, points, strict=True)),
        )
        for issue, points in zip(case.issues, own.points, strict=True)
    )
    blocks = [
        Block(
            rows,
            title=f"package {number}",
            label=said.say("package_number", number=number),
            reader=package_lines(case),
        )
        for number in range(1, size + 1)
    ]
    worth = _worth(case, party)

    def tally(options: Sequence[str]) -> str:
        figures = {"points": worth(options), "settled": sum(map(bool, options)), "issues": len(options)}
        key = "tally" if all(options) else "so_far" if any(options) else "open"
        return said.say(key, **figures, floor=own.reservation_value)

    def summary(values: Values) -> str:
        totals = [worth(options) for options in values if all(options)]
        return said.say("apart", apart=max(totals) - min(totals)) if len(totals) > 1 else ""

    return AnswerSheet(answer, blocks, tally=tally, summary=summary)


def _worth(case: Case, party: str) -> Callable[[Sequence[str]], int]:
    """Return a function from the options chosen so far to their points for this party."""
    points = [
        dict(zip(issue.options, row, strict=True))
        for issue, row in zip(case.issues, case.party(party).points, strict=True)
    ]
    return lambda options: sum(known.get(option, 0) for known, option in zip(points, options, strict=True))
