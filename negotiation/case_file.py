"""Case files: a case written by hand as TOML, checked field by field."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from pathlib import Path

from .case import ENGLISH, Case, Interest, Issue, Leaning, Party, Statement
from .errors import NegotiationError, did_you_mean, listing, plain
from .toml_table import TomlTable
from .variants.party_texts import preferences, with_texts
from .variants.strength_words import languages

LARGEST_FILE = 1_000_000
DEEPEST_KEY = 100
LONGEST_SENTENCE = 1_000  # characters of a message


def case_names() -> list[str]:
    """Return the names of the cases that come with the kit."""
    return list(_names())


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    files = resources.files(__package__).joinpath("cases").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


@lru_cache(maxsize=64)
def kit_case(name: str, language: str = ENGLISH) -> Case:
    """Return the case of that name that comes with the kit, told in a language such as "de" where there is one."""
    cases = resources.files(__package__).joinpath("cases")
    told = cases.joinpath(language, f"{name}.toml")
    file = told if language != ENGLISH and told.is_file() else cases.joinpath(f"{name}.toml")
    return parse_case(file.read_text(encoding="utf-8"), file.name)


def read_case(path: Path) -> Case:
    """Return the case in a TOML file; raise NegotiationError naming file, table and field if it is malformed."""
    return parse_case(text_of_case(path), path.name)


def text_of_case(path: Path) -> str:
    """Return the text of a case file; raise NegotiationError where it cannot be read or is larger than a case."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NegotiationError(f"{path.name}: the file is larger than 1 MB; a case is a few pages of text.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NegotiationError(f"{path}: the file cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise NegotiationError(f"{path.name}: the file is not UTF-8 text; save it as UTF-8.") from None
    except ValueError as error:
        raise NegotiationError(f"{str(path)!r} is not the name of a file ({error}).") from None


def parse_case(text: str, file: str) -> Case:
    """Return the case written in `text`; `file` is its name in error messages."""
    try:
        return _parsed(text, file)
    except NegotiationError as problem:
        raise NegotiationError(_readable(str(problem))) from None


def _readable(sentence: str) -> str:
    """Return a sentence that quotes endless names with its beginning, where it says the place, and its end."""
    half = LONGEST_SENTENCE // 2
    return sentence if len(sentence) <= LONGEST_SENTENCE else f"{sentence[:half]} … {sentence[-half:]}"


def _parsed(text: str, file: str) -> Case:
    if any(line.partition("=")[0].count(".") > DEEPEST_KEY for line in text.splitlines()):
        raise NegotiationError(f"{file}: a key has more than {DEEPEST_KEY} dots; a case needs two at most.")
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # tomllib's own error is a ValueError, and so is an endless number
        raise NegotiationError(f"{file}: this is not TOML: {error}.") from None
    top = TomlTable(data, file)
    top.allow("title", "story", "language", "issues", "parties")
    language = _language(top)
    issues = tuple(_issue(table) for table in top.tables("issues", at_least=1))
    _distinct((issue.name for issue in issues), f"{file}, issues")
    return Case(
        title=top.text("title"),
        story=top.text("story"),
        issues=issues,
        parties=_parties(top, issues, language),
        language=language,
    )


def _language(top: TomlTable) -> str:
    """Return the language that a file says it is in; one that says none is in English."""
    language = top.text("language") if "language" in top.fields else ENGLISH
    if language not in languages():
        known = listing(languages(), "or")
        raise NegotiationError(f"{top.where}, language: there are no words for {language!r}; write {known}.")
    return language


def _issue(table: TomlTable) -> Issue:
    table.allow("name", "question", "options")
    issue = Issue(table.text("name"), table.text("question"), tuple(table.texts("options", at_least=2)))
    _distinct(issue.options, f"{table.where}, options")
    return issue


def _parties(top: TomlTable, issues: tuple[Issue, ...], language: str) -> tuple[Party, ...]:
    parties = tuple(_party(table, issues, language) for table in top.tables("parties", at_least=2))
    _distinct((party.name for party in parties), f"{top.where}, parties")
    return parties


def _party(table: TomlTable, issues: tuple[Issue, ...], language: str) -> Party:
    table.allow("name", "role", "brief", "batna", "reservation_value", "points", "interests", "statements", "leanings")
    known = [issue.name for issue in issues]
    party = Party(
        name=table.text("name"),
        role=table.text("role"),
        brief=table.text("brief"),
        batna=table.text("batna"),
        reservation_value=table.whole_number("reservation_value"),
        points=_points(table.table("points"), issues),
        interests=tuple(_interest(entry, known) for entry in table.tables("interests")),
        statements=tuple(_statement(entry, known) for entry in table.tables("statements")),
    )
    if leanings := tuple(_leaning(entry, issues) for entry in table.tables("leanings")):
        if party.interests or party.statements:
            raise NegotiationError(
                f"{table.where}: leanings tell interests and statements; leave the tables of those out."
            )
        led = replace(party, opening=party.brief, leanings=leanings)
        party = with_texts(led, issues, preferences(party.points), language)
    most = sum(max(points) for points in party.points)
    if party.reservation_value > most:
        raise NegotiationError(
            f"{table.where}, reservation_value: {party.reservation_value} is out of reach; "
            f"the best package is worth {most} points to {party.name!r}."
        )
    return party


def _points(table: TomlTable, issues: Iterable[Issue]) -> tuple[tuple[int, ...], ...]:
    issues = tuple(issues)
    table.allow(*(issue.name for issue in issues))
    return tuple(tuple(table.whole_numbers(issue.name, exactly=len(issue.options))) for issue in issues)


def _interest(table: TomlTable, known: list[str]) -> Interest:
    table.allow("statement", "because", "issues")
    issues = tuple(table.texts("issues", at_least=1))
    for issue in issues:
        _known(issue, known, f"{table.where}, issues")
    return Interest(table.text("statement"), table.text("because"), issues)


def _statement(table: TomlTable, known: list[str]) -> Statement:
    table.allow("issue", "question", "answer")
    issue = table.text("issue")
    _known(issue, known, f"{table.where}, issue")
    return Statement(issue, table.text("question"), table.text("answer"))


def _leaning(table: TomlTable, issues: tuple[Issue, ...]) -> Leaning:
    table.allow("issue", "toward", "brief", "answer", "interest", "because")
    leaning = Leaning(*map(table.text, ("issue", "toward", "brief", "answer", "interest", "because")))
    _known(leaning.issue, [issue.name for issue in issues], f"{table.where}, issue")
    options = next(issue.options for issue in issues if issue.name == leaning.issue)
    if leaning.toward not in (options[0], options[-1]):
        raise NegotiationError(
            f"{table.where}, toward: write {listing((options[0], options[-1]), 'or')}, an end of the issue."
        )
    return leaning


def _known(issue: str, known: list[str], where: str) -> None:
    if issue not in known:
        raise NegotiationError(f"{where}: {issue!r} is not an issue of this case{did_you_mean(issue, known)}")


def _distinct(names: Iterable[str], where: str) -> None:
    seen: dict[str, str] = {}
    for name in names:
        if plain(name) in seen:
            both = listing([seen[plain(name)], name])
            raise NegotiationError(f"{where}: {both} read alike; give each a name of its own.")
        seen[plain(name)] = name
