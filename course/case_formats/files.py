"""Cases in files of any of the formats, told by the ending of a file's name."""

import re
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from ...negotiation import Case, NegotiationError, read_case
from ...negotiation.case_text import case_text
from ...negotiation.errors import MalformedCaseError, readable
from .csv_sheet import csv_bytes, csv_sheet
from .genius import GeniusDomain, genius_domain
from .genius_writing import domain_xml, utility_xml
from .spreadsheet import case_of_sheets, sheets_of_case
from .whole_points import in_whole_points
from .xlsx_sheets import xlsx_bytes, xlsx_sheets
from .xml_root import xml_root

LONGEST_SLUG = 40
ENDINGS = (".toml", ".xlsx", ".csv", ".xml")


def case_in(files: Sequence[Path]) -> tuple[Case, list[str]]:
    """Return the case in these files, with sentences on what could not be taken over as it was.

    One TOML or xlsx file, a CSV file for each party, or a GENIUS domain with its utility files in any order. Raises
    NegotiationError with one sentence where that is not so, and for whatever is wrong in the files.
    """
    try:
        return _case_in(files)
    except MalformedCaseError:
        raise
    except NegotiationError as problem:
        raise NegotiationError(readable(str(problem))) from None


def _case_in(files: Sequence[Path]) -> tuple[Case, list[str]]:
    ending = _common_ending(files)
    if ending == ".csv":
        return case_of_sheets([csv_sheet(file) for file in files], files[0].name), []
    if ending == ".xml":
        domain = _genius(files)
        case, said = in_whole_points(domain)
        return case, [said, *_discounts(domain)]
    if len(files) > 1:
        raise NegotiationError(f"{files[1].name}: a {ending} file holds a whole case; give one of them.")
    if ending == ".xlsx":
        return case_of_sheets(xlsx_sheets(files[0]), files[0].name), []
    return read_case(files[0]), []


def files_of(case: Case, target: Path) -> dict[Path, bytes]:
    """Return the files that hold a case in the format of the target's ending; CSV and GENIUS have one a party.

    Raises NegotiationError for another ending, and for what a format cannot hold.
    """
    ending = _ending(target)
    beside = dict(zip((party.name for party in case.parties), _beside(case, target), strict=True))
    if ending == ".csv":
        return {beside[name]: csv_bytes(rows) for name, rows in sheets_of_case(case).items()}
    if ending == ".xml":
        utilities = {beside[party.name]: utility_xml(case, party) for party in case.parties}
        return {target: domain_xml(case), **utilities}
    if ending == ".xlsx":
        return {target: xlsx_bytes(sheets_of_case(case))}
    return {target: case_text(case).encode()}


def _genius(files: Sequence[Path]) -> GeniusDomain:
    """Read a domain, whichever of the files it is."""
    domains = [file for file in files if xml_root(file).tag == "negotiation_template"] or list(files[:1])
    return genius_domain(domains[0], [file for file in files if file != domains[0]])


def _discounts(domain: GeniusDomain) -> list[str]:
    if all(share == 1 for share in domain.discounts):
        return []
    shares = ", ".join(f"{float(share):g}" for share in domain.discounts)
    return [f"The discount factors ({shares}) are left out: here points do not shrink with time."]


def _common_ending(files: Sequence[Path]) -> str:
    endings = {_ending(file) for file in files}
    if len(endings) != 1:
        raise NegotiationError("The files of a case are all of one kind; give CSV or XML files, not both.")
    return endings.pop()


def _ending(file: Path) -> str:
    if (ending := file.suffix.lower()) not in ENDINGS:
        raise NegotiationError(f"{file.name}: a case's file ends in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.")
    return ending


def _beside(case: Case, target: Path) -> list[Path]:
    """Return a file for each party, named after it, with a number where two names are alike."""
    slugs = [_slug(party.name) for party in case.parties]
    numbered = [slug if slugs.count(slug) == 1 else f"{slug}-{place}" for place, slug in enumerate(slugs, 1)]
    return [target.with_name(f"{target.stem}-{slug}{target.suffix}") for slug in numbered]


def _slug(name: str) -> str:
    letters = normalize("NFC", name).casefold()
    return re.sub(r"\W+", "-", letters).strip("-")[:LONGEST_SLUG] or "party"
