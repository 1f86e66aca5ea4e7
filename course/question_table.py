"""Marks per question as a table, a line for each student and question: CSV always, Parquet where pyarrow is there."""

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any

from ..grading.formulas import plain
from ..grading.nbgrader_adapter.question_marks import QuestionMark
from ..negotiation import NegotiationError

COLUMNS = ("assignment", "student_id", "section", "question", "kind", "status", "points", "max_points")
PARQUET = ".parquet"


def as_csv(marks: Sequence[QuestionMark], sections: Mapping[str, str]) -> bytes:
    """Return the table as CSV: points not given are empty, and names cannot be formulas.

    A student's id stays letter for letter, so that it fits your other tables.
    """
    out = StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(COLUMNS)
    for one in marks:
        section, names = sections.get(one.student, ""), (one.question, one.kind, one.status)
        points = "" if one.points is None else f"{one.points:g}"
        row = (plain(one.assignment), one.student, plain(section), *map(plain, names), points, f"{one.maximum:g}")
        lines.writerow(row)
    return out.getvalue().encode()


def as_parquet(marks: Sequence[QuestionMark], sections: Mapping[str, str]) -> bytes:
    """Return the table as Parquet, points as numbers; raise NegotiationError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # an extra: large, and few need it
        from pyarrow import parquet
    except ImportError:
        raise NegotiationError(
            "pyarrow isn't installed, so no Parquet was written; run 'pip install pyarrow', or take a name that ends "
            "in .csv."
        ) from None
    columns: dict[str, list[Any]] = {
        "assignment": [one.assignment for one in marks],
        "student_id": [one.student for one in marks],
        "section": [sections.get(one.student, "") for one in marks],
        "question": [one.question for one in marks],
        "kind": [one.kind for one in marks],
        "status": [one.status for one in marks],
        "points": [one.points for one in marks],
        "max_points": [one.maximum for one in marks],
    }
    numbers = {"points", "max_points"}
    schema = pa.schema([(name, pa.float64() if name in numbers else pa.string()) for name in COLUMNS])
    out = BytesIO()
    parquet.write_table(pa.table(columns, schema=schema), out)
    return out.getvalue()
