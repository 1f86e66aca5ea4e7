"""The proof page: what was measured and when, what was tried, and what else there is."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

from ..grading.templates import render
from ..lessons.pages import ENGLISH
from ..negotiation import NegotiationError
from .frame import framed
from .site_words import site_words

PROOF = "proof.html"
RECORD, SAID = "measured.json", "proof.toml"
Value = float | str
Record = Mapping[str, Mapping[str, Any]]
"""Of each benchmark that was run: its command, commit, day, machine, and the figures by their names."""
ROW = {"command", "commit", "day", "machine", "figures"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it's shown, "" where none was recorded, and the sentence that says what it means."""

    shown: str
    means: str
    in_readme: bool


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark, what it compares, and where, when and at which commit its figures were measured."""

    name: str
    title: str
    compares: str
    command: str
    commit: str
    day: str
    machine: str
    figures: tuple[Figure, ...]

    @property
    def recorded(self) -> list[Figure]:
        """The figures that were recorded."""
        return [figure for figure in self.figures if figure.shown]

    @property
    def missing(self) -> list[Figure]:
        """The figures that weren't."""
        return [figure for figure in self.figures if not figure.shown]


@cache
def proof_words() -> dict[str, Any]:
    """Return what the page says: the benchmarks and their figures, what was tried, what else there is, how to cite."""
    return tomllib.loads(_text(SAID))


def read_record() -> Record:
    """Return the record that lies beside this file."""
    found: Record = json.loads(_text(RECORD))
    return found


def benchmarks(record: Record) -> list[Benchmark]:
    """Return all benchmarks with their figures; raise NegotiationError where the record has what nothing explains."""
    said = proof_words()["benchmarks"]
    for name, row in record.items():
        if name not in said:
            raise NegotiationError(f"{RECORD} has the benchmark {name}, which {SAID} doesn't explain: add it there.")
        if wrong := sorted(ROW ^ set(row)):
            raise NegotiationError(f"{RECORD}, {name}: {', '.join(wrong)} is missing or unknown; a row has {_row()}.")
        if unknown := sorted(set(row["figures"]) - names_of(said[name])):
            raise NegotiationError(
                f"{RECORD}, {name}: {SAID} doesn't explain {', '.join(unknown)}: add it there, or leave it out."
            )
    return [_benchmark(name, each, record.get(name, {})) for name, each in said.items()]


def proof_page() -> bytes:
    """Return the page, which is in English."""
    found = benchmarks(read_record())
    return render(
        __package__,
        "page/proof.html",
        **framed(ENGLISH, PROOF, site_words(ENGLISH)["proof"]),
        measured=[each for each in found if each.recorded],
        missing=[each for each in found if each.missing],
        said=proof_words(),
    ).encode()


def _benchmark(name: str, said: Mapping[str, Any], row: Mapping[str, Any]) -> Benchmark:
    values: Mapping[str, Value] = row.get("figures", {})
    figures = (
        Figure(_shown(each["shown"], values), each["means"], in_readme=each.get("in_readme", False))
        for each in said["figures"]
    )
    return Benchmark(
        name,
        said["title"],
        said["compares"],
        row.get("command", command_of(name)),
        row.get("commit", ""),
        _in_words(row["day"]) if row else "",
        row.get("machine", ""),
        tuple(figures),
    )


def command_of(name: str) -> str:
    """Return the command that runs a benchmark."""
    return f"python benchmarks/{name}.py"


def names_of(said: Mapping[str, Any]) -> set[str]:
    """Return the names of a benchmark's figures, as it prints them."""
    return set().union(*(_names(each["shown"]) for each in said["figures"]))


def _names(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def _shown(pattern: str, values: Mapping[str, Value]) -> str:
    """Return a pattern filled with values, "" where one of them isn't there."""
    if not _names(pattern) <= set(values):
        return ""
    return pattern.format(**values).replace("-", "−")  # noqa: RUF001  # a real minus sign


def _in_words(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B %Y}"


def _row() -> str:
    return ", ".join(sorted(ROW))


def _text(file: str) -> str:
    return resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
