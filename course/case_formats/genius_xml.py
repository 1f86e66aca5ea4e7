"""The two kinds of GENIUS files, a domain and one side's utilities, as they are written: checked, not yet reckoned."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element

from ...negotiation import NegotiationError
from .xml_fields import LONGEST_NAME, distinct, index, number, share, shown, text
from .xml_root import xml_root

MOST_ISSUES = 100
MOST_OPTIONS = 5_000  # of all issues together
SUMS = {"any", "additive", "linear", "uncertain"}  # what GENIUS and negmas call utilities that add up
BESIDE = {"reservation", "discount_factor", "comparisons", "errors", "fixed_seed", "experimental"}


@dataclass(frozen=True, slots=True)
class GeniusItem:
    """An option, and in a utility file what it is worth before any normalising."""

    value: str
    evaluation: Fraction | None


@dataclass(frozen=True, slots=True)
class GeniusIssue:
    """An issue with its number, which need not be its place, and in a utility file its weight."""

    index: int
    name: str
    items: tuple[GeniusItem, ...]
    weight: Fraction | None


@dataclass(frozen=True, slots=True)
class GeniusFile:
    """What a file holds; a domain has neither evaluations nor weights."""

    file: str
    title: str
    issues: tuple[GeniusIssue, ...]
    reservation: Fraction
    discount: Fraction


def genius_file(path: Path) -> GeniusFile:
    """Return what a domain or a utility file holds.

    Raises NegotiationError with one sentence for whatever is no discrete, additive domain of bounded size.
    """
    root = xml_root(path)
    objective = _objective(root, path.name)
    weights = {index(element, path.name): share(element, path.name) for element in objective.findall("weight")}
    issues = tuple(_issue(element, weights, path.name) for element in _issues(objective, path.name))
    distinct([str(issue.index) for issue in issues], f"{path.name}: two issues have the index")
    distinct([issue.name for issue in issues], f"{path.name}: two issues are called")
    return GeniusFile(
        path.name,
        objective.get("name", "").strip()[:LONGEST_NAME],
        issues,
        _single(root, "reservation", Fraction(0), path.name),
        _single(root, "discount_factor", Fraction(1), path.name),
    )


def _objective(root: Element, file: str) -> Element:
    """Return the one objective; refuse what is not a plain sum over issues."""
    space = root.find("utility_space") if root.tag == "negotiation_template" else root
    if space is None or space.tag != "utility_space":
        raise NegotiationError(f"{file}: there is no <utility_space>; give a GENIUS domain and its utility files.")
    kind = space.get("type", "any")
    if kind.lower() not in SUMS:
        raise NegotiationError(
            f"{file}: the utilities are of the type {shown(kind)}, not sums over issues; only sums can be read."
        )
    if strange := next((element.tag for element in space if element.tag not in {"objective", *BESIDE}), None):
        raise NegotiationError(
            f"{file}: <{strange[:LONGEST_NAME]}> may make the utilities something else than a sum over issues; "
            "only sums can be read."
        )
    objectives = list(root.iter("objective"))
    if len(objectives) != 1:
        raise NegotiationError(
            f"{file}: there are {len(objectives)} objectives; only issues that stand together below one can be read."
        )
    return objectives[0]


def _issues(objective: Element, file: str) -> list[Element]:
    issues = objective.findall("issue")
    options = sum(len(issue.findall("item")) for issue in issues)
    if not 1 <= len(issues) <= MOST_ISSUES or options > MOST_OPTIONS:
        raise NegotiationError(
            f"{file}: there are {len(issues)} issues with {options:,} options; a domain needs 1 to {MOST_ISSUES} "
            f"issues, and at most {MOST_OPTIONS:,} options in all."
        )
    return issues


def _issue(element: Element, weights: dict[int, Fraction], file: str) -> GeniusIssue:
    name = text(element, "name", file)
    where = f"{file}, issue {name!r}"
    kinds = {element.get(kind, "discrete") for kind in ("type", "etype", "vtype")}
    if kinds != {"discrete"} or element.find("item") is None:
        kind = shown(next(iter(sorted(kinds - {"discrete"})), "without options"))
        raise NegotiationError(f"{where}: the issue is {kind}; only issues with a list of options can be read.")
    items = tuple(_items(element, where))
    distinct([item.value for item in items], f"{where}: two options are called")
    numbered = index(element, where)
    return GeniusIssue(numbered, name, items, weights.get(numbered))


def _items(issue: Element, where: str) -> Iterator[GeniusItem]:
    """Yield an issue's own items; those of a similarity function stand deeper and say nothing of utilities."""
    for element in issue.findall("item"):
        value = text(element, "value", where)
        worth = element.get("evaluation", "null")  # what GENIUS writes where there is none
        yield GeniusItem(
            value, None if worth == "null" else number(element, "evaluation", f"{where}, option {value!r}")
        )


def _single(root: Element, tag: str, default: Fraction, file: str) -> Fraction:
    values = {share(element, file) for element in root.iter(tag)} or {default}
    if len(values) > 1 or max(values) > 1:
        raise NegotiationError(f"{file}, <{tag}>: write it once, as a share from 0 to 1.")
    return values.pop()
