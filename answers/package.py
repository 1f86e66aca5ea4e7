"""Reading a package from an answer: one option for every issue."""

from ..negotiation import Case
from .answer import Answer
from .by_issue import Reading, read_by_issue
from .readers import package_lines


def read_package(case: Case, answer: Answer) -> Reading[int]:
    """Return the option that the answer chooses for each issue, as its position."""
    return read_by_issue(case, answer, package_lines(case))
