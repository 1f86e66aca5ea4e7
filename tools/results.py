"""`python -m tools.results --write`: record what the model, equal offers and talks give, to hold every Python to it.

Sums of floats differ between versions of Python in their last digit; no figure that is shown and no choice between
equals may hang on it. Record again only where a result is meant to change.
"""

import hashlib
import json
import sys
from itertools import islice
from pathlib import Path
from typing import Any

from biggerpie.negotiation import (
    Case,
    QuestionKind,
    case_names,
    cloud,
    greatest_sum,
    kalai_smorodinsky,
    load_case,
    nash,
    package_mark,
    profiles,
    question_about,
    question_bits,
    zone_of_agreement,
)
from biggerpie.negotiation.table import (
    Seat,
    counterpart_names,
    meet,
    talk_between,
    transcript_json,
    transcript_of,
)

from tests.widgets.states.equal_offers import locked_offers

FILE = Path(__file__).parents[1] / "tests" / "results.json"
EVERY = 101
LEVELS = range(45, 71)


def results() -> dict[str, Any]:
    """Return of each case the landmarks, some marks and bits, and digests of all equal offers and of talks."""
    cases = {name: of_case(load_case(name)) for name in case_names()}
    return {"cases": cases, "equal offers": equal_offers(), "talks": {name: talk(name) for name in counterpart_names()}}


def of_case(case: Case) -> dict[str, Any]:
    """Return a case's landmarks and marks where there is a zone of agreement, its cloud, and the bits of questions."""
    everybody = profiles(case, case.parties[1].name)
    questions = [question_about(case, "?", QuestionKind.WEIGHT, issue.name) for issue in case.issues]
    return {
        **(worth(case) if zone_of_agreement(case) else {}),
        "cloud": digest(cloud(case)),
        "bits": [f"{question_bits(everybody, [question]):.4f}" for question in questions],
        "bits of all": f"{question_bits(everybody, questions):.4f}",
    }


def worth(case: Case) -> dict[str, Any]:
    """Return a case's landmarks, and the marks of every 101st package as they are shown."""
    marks = [f"{package_mark(case, package):.2f}" for package in islice(case.packages(), 0, None, EVERY)]
    return {
        "landmarks": [list(point(case).payoffs) for point in (nash, kalai_smorodinsky, greatest_sum)],
        "marks": digest(marks),
        "best mark": max(marks, key=float),
    }


def equal_offers() -> str:
    """Return a digest of what every issue is given way on for, at every level that a learner may choose."""
    widget = locked_offers()
    places, made = range(len(widget.issues)), []
    for level in LEVELS:
        widget.level = level
        for first in places:
            widget.gives = [(first + n) % len(places) for n in range(3)]
            made.append((level, widget.offers, widget.figures()["three"], widget.outcome()))
    return digest(made)


def talk(name: str) -> str:
    """Return a digest of a whole talk of the hard bargainer with a counterpart: every offer and every word."""
    session = talk_between(load_case("job-offer"), (meet("hard-bargainer", 1), meet(name, 2)))
    seats = (Seat("candidate", "hard-bargainer", 1), Seat("employer", name, 2))
    return digest(transcript_json(transcript_of(session, seats)))


def digest(values: Any) -> str:
    """Return the first letters of a SHA-256 of what is written for the values."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:16]


def text() -> str:
    """Return the file's text."""
    return json.dumps(results(), indent=1) + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        FILE.write_text(text(), encoding="utf-8")
    else:
        print(text(), end="")
