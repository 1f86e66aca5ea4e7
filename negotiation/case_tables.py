"""The tables of a case file, checked field by field: all that is wrong is noted, each thing in one sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from .case import Case, Interest, Issue, Leaning, Party, Statement
from .errors import MalformedCaseError, NegotiationError, did_you_mean, plain
from .sentence import ENGLISH
from .toml_table import TomlTable
from .variants.party_texts import preferences, with_texts
from .variants.strength_words import languages


def case_of_tables(tables: Mapping[str, Any], file: str) -> Case:
    """Return the case that the tables of a case file hold, however they were written.

    `file` is its name in error messages; they name table and field. Raises MalformedCaseError with all that is wrong.
    """
    problems: list[str] = []
    try:
        case = _case(TomlTable(tables, file, problems))
    except NegotiationError as one_more:
        raise MalformedCaseError([*problems, *one_more.args]) from None
    if problems:
        raise MalformedCaseError(problems)
    return case


def _case(top: TomlTable) -> Case:
    top.allow("title", "story", "language", "issues", "parties")
    language = top.noted(lambda: _language(top), ENGLISH)
    title, story = top.text("title"), top.text("story")
    known = _count(top)
    issues = tuple(_issue(table) for table in top.tables("issues", at_least=1))
    top.noted(lambda: _distinct((issue.name for issue in issues), top, "issues"), None)
    read = partial(_party, issues=issues, language=language, sound=_count(top) == known)
    parties = tuple(read(table) for table in top.tables("parties", at_least=2))
    top.noted(lambda: _distinct((party.name for party in parties), top, "parties"), None)
    return Case(title=title, story=story, issues=issues, parties=parties, language=language)


def _count(table: TomlTable) -> int:
    """Return how many problems were noted so far."""
    return len(table.problems or ())


def _language(top: TomlTable) -> str:
    """Return the language that a file says it is in; one that says none is in English."""
    language = top.text("language") if "language" in top.fields else ENGLISH
    if language and language not in languages():
        raise top.wrong("no_words", "language", language=language, known=languages())
    return language


def _issue(table: TomlTable) -> Issue:
    table.allow("name", "question", "options")
    issue = Issue(table.text("name"), table.text("question"), tuple(table.texts("options", at_least=2)))
    table.noted(lambda: _distinct(issue.options, table, "options"), None)
    return issue


def _party(table: TomlTable, issues: tuple[Issue, ...], language: str, *, sound: bool) -> Party:
    """Return a party; `sound`, whether nothing is wrong with the issues."""
    known = _count(table)
    table.allow("name", "role", "brief", "batna", "reservation_value", "points", "interests", "statements", "leanings")
    party = Party(
        name=table.text("name"),
        role=table.text("role"),
        brief=table.text("brief"),
        batna=table.text("batna"),
        reservation_value=table.whole_number("reservation_value"),
        points=_points(table.table("points"), issues),
        interests=tuple(_interest(entry, issues) for entry in table.tables("interests")),
        statements=tuple(_statement(entry, issues) for entry in table.tables("statements")),
    )
    leanings = tuple(_leaning(entry, issues) for entry in table.tables("leanings"))
    if not sound or _count(table) > known:  # the rest can be said of a whole party only
        return party
    return table.noted(lambda: _whole(table, party, leanings, issues, language), party)


def _whole(
    table: TomlTable, party: Party, leanings: tuple[Leaning, ...], issues: tuple[Issue, ...], language: str
) -> Party:
    """Return the party with what its leanings say, once nothing is wrong with any of its fields."""
    if leanings:
        if party.interests or party.statements:
            raise table.wrong("told_twice")
        led = replace(party, opening=party.brief, leanings=leanings)
        party = with_texts(led, issues, preferences(party.points), language)
    most = sum(max(points) for points in party.points)
    if party.reservation_value > most:
        least = party.reservation_value
        raise table.wrong("out_of_reach", "reservation_value", least=least, most=most, party=party.name)
    return party


def _points(table: TomlTable | None, issues: Iterable[Issue]) -> tuple[tuple[int, ...], ...]:
    issues = tuple(issues)
    if table is None:
        return ()
    if all(issue.name for issue in issues):
        table.allow(*(issue.name for issue in issues))
    sound = [issue for issue in issues if issue.name and issue.options]
    return tuple(tuple(table.whole_numbers(issue.name, exactly=len(issue.options))) for issue in sound)


def _interest(table: TomlTable, issues: Sequence[Issue]) -> Interest:
    table.allow("statement", "because", "issues")
    named = tuple(table.texts("issues", at_least=1))
    for issue in named:
        _note_unknown(table, issue, issues, "issues")
    return Interest(table.text("statement"), table.text("because"), named)


def _statement(table: TomlTable, issues: Sequence[Issue]) -> Statement:
    table.allow("issue", "question", "answer")
    issue = table.text("issue")
    _note_unknown(table, issue, issues, "issue")
    return Statement(issue, table.text("question"), table.text("answer"))


def _leaning(table: TomlTable, issues: tuple[Issue, ...]) -> Leaning:
    table.allow("issue", "toward", "brief", "answer", "interest", "because")
    leaning = Leaning(*map(table.text, ("issue", "toward", "brief", "answer", "interest", "because")))
    _note_unknown(table, leaning.issue, issues, "issue")
    options = next((issue.options for issue in issues if issue.name == leaning.issue), ())
    if options and leaning.toward:
        table.noted(lambda: _an_end(table, leaning.toward, (options[0], options[-1])), None)
    return leaning


def _an_end(table: TomlTable, toward: str, ends: tuple[str, str]) -> None:
    if toward not in ends:
        raise table.wrong("no_end", "toward", ends=ends)


def _note_unknown(table: TomlTable, issue: str, issues: Sequence[Issue], field: str) -> None:
    """Note an issue that the case does not have; where an issue has no name, nobody can know."""
    names = [one.name for one in issues]
    if issue and all(names):
        table.noted(lambda: _known(issue, names, table, field), None)


def _known(issue: str, known: list[str], table: TomlTable, field: str) -> None:
    if issue not in known:
        raise table.wrong("unknown_issue", field, issue=issue, near=did_you_mean(issue, known))


def _distinct(names: Iterable[str], table: TomlTable, field: str) -> None:
    seen: dict[str, str] = {}
    for name in filter(None, names):
        if plain(name) in seen:
            raise table.wrong("alike", field, names=(seen[plain(name)], name))
        seen[plain(name)] = name
