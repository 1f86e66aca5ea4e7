"""A case as GENIUS files: a domain, and a utility file for each party, with the same payoffs to the last digit."""

from collections.abc import Iterable
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ...negotiation import Case, Issue, NegotiationError, Party


def domain_xml(case: Case) -> bytes:
    """Return the domain: issues and options, numbered from 1 below a root with the number 0."""
    template = Element("negotiation_template")
    space = SubElement(template, "utility_space", number_of_issues=str(len(case.issues)))
    objective = _objective(space, case)
    for place, issue in enumerate(case.issues, 1):
        _issue(objective, issue, place, ({} for _ in issue.options))
    return _file(template)


def utility_xml(case: Case, party: Party) -> bytes:
    """Return one side's utilities: an option's points, and as an issue's weight its best option's share.

    A utility of 1 is the same power of ten for all parties, at least the most points that any package gives one,
    so that weights are plain decimals. Raises NegotiationError for negative points, which GENIUS does not know.
    """
    if min(map(min, party.points)) < 0 or party.reservation_value < 0:
        raise NegotiationError(
            f"{party.name!r} has negative points, which GENIUS does not know; add the same to all options of the issue."
        )
    places = _places(case)
    space = Element("utility_space")
    objective = _objective(space, case)
    rows = list(zip(case.issues, party.points, strict=True))
    for place, (issue, points) in enumerate(rows, 1):
        _issue(objective, issue, place, ({"evaluation": str(worth)} for worth in points))
    for place, (_, points) in enumerate(rows, 1):
        SubElement(objective, "weight", index=str(place), value=_share(max(points), places))
    SubElement(space, "discount_factor", value="1.0")
    SubElement(space, "reservation", value=_share(party.reservation_value, places))
    return _file(space)


def _objective(space: Element, case: Case) -> Element:
    return SubElement(
        space, "objective", index="0", name=case.title, type="objective", etype="objective", description=""
    )


def _issue(objective: Element, issue: Issue, place: int, worth: Iterable[dict[str, str]]) -> None:
    kind = "discrete"
    element = SubElement(objective, "issue", index=str(place), name=issue.name, type=kind, etype=kind, vtype=kind)
    for number, (option, evaluation) in enumerate(zip(issue.options, worth, strict=True), 1):
        SubElement(element, "item", {"index": str(number), "value": option, **evaluation})


def _places(case: Case) -> int:
    """Return how many decimals a point needs where the most that anybody can get is at most 1."""
    most = max(sum(map(max, party.points)) for party in case.parties)
    return len(str(max(most, *case.reservation_values, 1) - 1))


def _share(points: int, places: int) -> str:
    return f"{Decimal(points).scaleb(-places):f}"


def _file(root: Element) -> bytes:
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
