"""A case as a spreadsheet: one sheet for each party."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...negotiation import Case, NegotiationError, plain
from ...negotiation.case_tables import case_of_tables
from ...negotiation.case_text import case_text
from .party_sheet import OF_CASE, POINTS, TABLES, PartySheet
from .sheet import Row, Sheet

FEWEST_SHEETS = 2


def sheets_of_case(case: Case) -> dict[str, list[Row]]:
    """Return a sheet for each party, by the party's name."""
    tables = tomllib.loads(case_text(case))
    return {party["name"]: list(_written(tables, party)) for party in tables["parties"]}


def case_of_sheets(sheets: Iterable[Sheet], file: str) -> Case:
    """Return the case in the sheets that name a party; `file` is its name in messages.

    Raises NegotiationError with one sentence that names the sheet and row, or the party and field.
    """
    read = [PartySheet(sheet) for sheet in sheets if any(plain(str(row[0])) == "party" for row in sheet.rows if row)]
    if len(read) < FEWEST_SHEETS:
        found = "only one sheet names a party" if read else "no sheet names a party"
        raise NegotiationError(f"{file}: {found}; give one for each party, with a line 'party' and its name.")
    first = read[0]
    for other in read[1:]:
        first.require_same_case(other)
    tables = {name: first.fields[name] for name in OF_CASE if name in first.fields}
    issues = [{"name": name, **words} for name, words in first.issues.items()]
    return case_of_tables({**tables, "issues": issues, "parties": [one.party() for one in read]}, file)


def _written(tables: Mapping[str, Any], party: Mapping[str, Any]) -> Iterator[Row]:
    yield from ((name, tables[name]) for name in OF_CASE if name in tables)
    yield ("party", party["name"])
    yield from ((name, party[name]) for name in ("role", "brief"))
    yield ("BATNA", party["batna"])
    yield ("reservation value", party["reservation_value"])
    yield ()
    yield POINTS
    for issue in tables["issues"]:
        rows = zip(issue["options"], party["points"][issue["name"]], strict=True)
        for place, (option, points) in enumerate(rows):
            yield (*((issue["name"], issue["question"]) if not place else ("", "")), option, points)
    for table, headings in TABLES.items():
        if table in party:
            yield ()
            yield headings
            yield from (_cells(entry, table) for entry in party[table])


def _cells(entry: Mapping[str, Any], table: str) -> Row:
    if table == "interests":
        return (entry["statement"], entry["because"], *entry["issues"])
    return tuple(entry[heading] for heading in TABLES[table])
