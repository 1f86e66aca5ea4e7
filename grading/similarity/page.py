"""The report as a page: one file without scripts that needs no network; its template escapes what students wrote."""

from collections.abc import Iterable, Sequence

from ..counted import counted
from ..dossiers.worked_as import proposed_line
from ..templates import page_css, render
from .findings import Findings
from .fits import Fit, Fits
from .parts import Section, Table, table
from .sheets import OtherId
from .side_by_side import side_by_side
from .wording import expected, marks, names, uncompared

LEAD = (
    "This page shows what answers have in common; it says nothing of why. Equal answers may have innocent reasons: "
    "studying together, a wrong id, or chance where there are few options. Look at it together with the students. "
    "No mark was changed."
)
NOTHING = "Nothing was found that is worth a look."
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(findings: Findings) -> str:
    """Return the whole page."""
    said = [*_who(findings), *([NOTHING] if findings.is_empty else [])]
    html = render(
        __package__,
        "page.html",
        assignment=findings.assignment,
        policy=POLICY,
        css=page_css(__package__),
        lead=LEAD,
        said=said,
        sections=[*_other_ids(findings.other_ids), *_fits(findings.fits)],
        notes=_notes(findings.fits),
        texts=side_by_side(findings.texts),
    )
    return str(html)


def _who(findings: Findings) -> list[str]:
    lines = [f"{counted(findings.read, 'submission was', 'submissions were')} compared."]
    if findings.missing:
        lines.append(f"{len(findings.missing):,} of the class list handed in nothing: {names(findings.missing)}.")
    if findings.unreadable:
        lines.append(f"{len(findings.unreadable):,} could not be compared: {names(list(findings.unreadable))}.")
        lines += uncompared(findings.unreadable)
    if findings.partly:
        lines.append(f"{len(findings.partly):,} could be compared in part only: {names(list(findings.partly))}.")
        lines += uncompared(findings.partly)
    return lines


def _other_ids(found: Sequence[OtherId]) -> list[Section]:
    if not found:
        return []
    header = (
        "Student",
        "The other id",
        "On their own case",
        "On that id's case",
        "Handed in, too",
        "Line that mends it",
    )
    rows = (
        (
            one.student,
            one.typed,
            _of(one.own, one.points),
            _of(one.there, one.points),
            "yes" if one.too else "no",
            _mends(one),
        )
        for one in found
    )
    said = (
        "These fit the case of the id that was typed in the notebook, or that worked-as.csv names. The innocent reason "
        "is a slip in the id: then write the line into worked-as.csv in the course folder and grade again. Where the "
        "other case is that of somebody in the class no line mends it: ids can be tried until one opens it; compare "
        "the two notebooks."
    )
    return [Section("Another id in the notebook", (said,), table("Marks on two cases", header, rows))]


def _mends(one: OtherId) -> str:
    if one.whose:
        return f"none: it is the case of {one.whose}"
    if one.noted:
        return "stands in worked-as.csv"
    return proposed_line(one.student, one.typed) or "none is proposed: the id is no plain one"


def _fits(fits: Fits | None) -> list[Section]:
    if fits is None:
        return [Section("Answers", ("Everybody has the same case here, so equal answers say nothing.",))]
    equal = (
        "Each row: answers that two students gave alike, although their cases differ, and that fit the other's case "
        "clearly better than their own. Chance is judged by how common each line is in this class, and by in how many "
        "orders the same words could stand; less than one such pair is to be expected in the whole class."
    )
    alone = (
        "Each row: all answers together fit the other's case clearly better than their own, and hardly any random case "
        "as well. The answers need not be equal."
    )
    sections = []
    if fits.equal:
        sections.append(Section("Equal answers", (equal,), _fit_table("Equal answers", fits.equal)))
    if fits.alone:
        sections.append(Section("Answers for another case", (alone,), _fit_table("All answers", fits.alone)))
    return sections


def _notes(fits: Fits | None) -> list[str]:
    """Return what was not listed or not tried."""
    if fits is None:
        return []
    left = (
        f"{counted(fits.left_out, 'more pair of equal answers is', 'more pairs of equal answers are')} not listed, "
        "because by chance alone at least one such pair is to be expected in a class of this size."
    )
    untried = (
        "Answers that equal nobody else's were not tried on the cases of the others: in a class of this size some fit "
        "another's case well by chance."
    )
    return [*([left] if fits.left_out else []), *([] if fits.tried_alone else [untried])]


def _fit_table(caption: str, fits: Iterable[Fit]) -> Table:
    header = (
        "Student",
        "Fits the case of",
        "Equal answers",
        "On their own case",
        "On the other's",
        "Random cases fitted as well",
        "Such pairs expected in this class",
    )
    rows = (
        (
            fit.student,
            fit.other,
            ", ".join(fit.equal) or "none",
            _of(fit.own, fit.points),
            _of(fit.there, fit.points),
            f"{fit.as_good:,} of {fit.tried:,}",
            expected(fit.expected),
        )
        for fit in fits
    )
    return table(caption, header, rows)


def _of(number: float, points: float) -> str:
    return f"{marks(number)} of {marks(points)}"
