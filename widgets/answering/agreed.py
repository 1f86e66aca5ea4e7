"""What a form and its cell say together, where either may have changed since they last agreed."""

from collections.abc import Sequence

from ...answers.form import Block, Values
from ...answers.form_writing import held


def agreed(blocks: Sequence[Block], before: Values, form: Values, cell: Values) -> Values:
    """Return what both say now: `before` is what the cell said when it was last looked at.

    What is open on one side is taken from the other. Where both say something, the form counts if it was changed
    since, else the cell.
    """
    if not blocks[0].form:
        return [[_one(*each) for each in zip(*rows, strict=True)] for rows in zip(before, form, cell, strict=True)]
    was, now = held(blocks, before), held(blocks, cell)
    kept = []
    for said in form:
        begin, kind = tuple(said[:-1]), said[-1]
        kept.append([*begin, _one(was.get(begin, ""), kind, now.pop(begin, ""))] if all(said) else said)
    new = [[*begin, kind] for begin, kind in now.items() if begin not in was]
    return _placed(kept, new)


def replaced(blocks: Sequence[Block], form: Values, cell: Values) -> Values:
    """Return all that the cell says, and what the form holds where the cell is open."""
    if blocks[0].form:
        return cell if any(map(any, cell)) else form
    return [[said or own for own, said in zip(*rows, strict=True)] for rows in zip(form, cell, strict=True)]


def _one(before: str, form: str, cell: str) -> str:
    return form if not cell or form != before else cell


def _placed(kept: Values, new: Values) -> Values:
    """Put new lines where a form is open, as far as there is room."""
    rest = iter(new)
    return [said if any(said) else next(rest, said) for said in kept]
