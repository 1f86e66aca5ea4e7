"""What a test cell said, as the page shows it: what was understood, and the mark with what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup
from nbformat import NotebookNode

from ..report.output import REPORT
from ..report.report import Tone
from .answers import ShownAnswer


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A headline, its findings by tone, and its tables and pictures."""

    headline: str
    findings: tuple[tuple[Tone, str], ...]
    exhibits: tuple[Markup, ...]
    in_short: str
    whole: Markup | None = None
    """All of it, where an older kit wrote it and left no parts."""

    @property
    def pictures(self) -> list[Markup]:
        """What stands beside the answer."""
        return [exhibit for exhibit in self.exhibits if exhibit.startswith("<svg")]

    @property
    def tables(self) -> list[Markup]:
        """What stands below the findings."""
        return [exhibit for exhibit in self.exhibits if not exhibit.startswith("<svg")]


def shown_reports(cell: NotebookNode, answers: Iterable[ShownAnswer]) -> list[ShownReport]:
    """Return a test cell's reports without what only repeats the answers."""
    said = {_letters(f"{key}: {value}") for answer in answers for key, value in answer.rows}
    data = (output.get("data", {}) for output in cell.get("outputs", ()) if output.output_type == "display_data")
    return [_shown(one, said) for one in data if "text/html" in one]


def _shown(data: NotebookNode, said: set[str]) -> ShownReport:
    parts = data.get(REPORT)
    if parts is None:
        return ShownReport("", (), (), "", Markup("".join(data["text/html"])))  # noqa: S704  # the kit's own, escaped when it was marked
    findings = tuple((Tone(tone), text) for tone, text in parts["findings"])
    kept = tuple((tone, text) for tone, text in findings if tone is not Tone.NOTE or _letters(text) not in said)
    exhibits = tuple(map(Markup, parts["exhibits"]))  # escaped when it was marked
    return ShownReport(parts["headline"], kept, exhibits, parts["in_short"])


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()
