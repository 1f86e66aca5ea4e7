"""What of an exercise cannot be right, found when it is generated: points that differ, and Python asked of students."""

import ast

from ..answers.answer import find_answer
from ..negotiation import NegotiationError
from .nbgrader_adapter.record import RecordedCell, RecordedExercise

GRADE = "grade"
POINTS = "points"


def require_equal_points(name: str, exercise: RecordedExercise) -> None:
    """Raise NegotiationError where a test cell's `grade(…, points=…)` and the cell's points are different numbers."""
    for cell in exercise.cells:
        promised = promised_points(cell.source) if cell.is_test else None
        if promised is not None and promised != cell.points:
            raise NegotiationError(
                f"{name}: the test cell {cell.name!r} gives up to {promised:g} points by {GRADE}(…), but nbgrader "
                f"counts it with {cell.points or 0:g} (the cell's own points); write the same number in both."
            )


def promised_points(source: str) -> float | None:
    """Return the points that a test cell's last line gives by `grade` at most; None where that cannot be read off."""
    try:
        last = ast.parse(source).body[-1:]
    except (SyntaxError, ValueError):
        return None
    return _most(last[0].value) if last and isinstance(last[0], ast.Expr) else None


def about_python(name: str, exercise: RecordedExercise) -> str:
    """Return a sentence about a cell in which students are to write Python, "" where there is none."""
    for cell in exercise.cells:
        if _asks_for_python(cell):
            return (
                f"{name}: the cell {cell.name!r} asks students for Python, and in an exercise that loads the kit "
                "nothing that students write is run; move it, with its test, to an assignment of its own that does not "
                "load biggerpie.grading, or ask by an %%answer cell."
            )
    return ""


def _asks_for_python(cell: RecordedCell) -> bool:
    return cell.solution and not cell.grade and cell.cell_type == "code" and not find_answer(cell.source)


def _most(node: ast.expr) -> float | None:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        both = _most(node.left), _most(node.right)
        return None if None in both else sum(filter(None, both))
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.func.id.startswith(GRADE):
        return None
    given = [word.value for word in node.keywords if word.arg == POINTS] or node.args[1:2]
    value = given[0].value if given and isinstance(given[0], ast.Constant) else None
    return float(value) if isinstance(value, int | float) else None
