"""The conformance report: each criterion of WCAG 2.2, levels A and AA, and the tests that hold it."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ..grading.templates import render
from ..lessons.pages import ENGLISH
from .frame import framed
from .site_words import site_words

CONFORMANCE = "conformance.html"
RESULTS = {
    "supports": "Supports",
    "partially supports": "Partially supports",
    "does not support": "Does not support",
    "not applicable": "Not applicable",
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion, how far the pages meet it, and the tests that hold it, as pytest names them."""

    number: str
    name: str
    level: str
    result: str
    remark: str
    tests: tuple[str, ...]

    @property
    def said(self) -> str:
        """The result in the words of such reports."""
        return RESULTS[self.result]


def criteria() -> list[Criterion]:
    """Return all criteria in their order."""
    return [Criterion(**row | {"tests": tuple(row["tests"])}) for row in _report()["criteria"]]


def conformance_page() -> bytes:
    """Return the page, which is in English."""
    found = criteria()
    counts = Counter(each.said for each in found)
    levels = {level: [each for each in found if each.level == level] for level in ("A", "AA")}
    return render(
        __package__,
        "page/conformance.html",
        **framed(ENGLISH, CONFORMANCE, site_words(ENGLISH)["conformance"]),
        report=_report(),
        levels=levels,
        counts={said: counts[said] for said in RESULTS.values()},
        failing=[each for each in found if each.result in ("partially supports", "does not support")],
    ).encode()


def _report() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("conformance.toml").read_text(encoding="utf-8"))
