"""What benchmarks printed, taken into the record that the proof page and the README are made of."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from biggerpie.negotiation import NegotiationError
from biggerpie.website.proof import RECORD, Record, Value, command_of, names_of, proof_words

ROOT = Path(__file__).parents[1]
FILE = ROOT / "website" / RECORD
BEGINS = "RESULT "


def taken_in(record: Record, printed: str, run: Mapping[str, str]) -> dict[str, Any]:
    """Return the record with the results in what was printed; `run` says the commit, the day and the machine.

    A result replaces all that its benchmark had, so that the figures of a table come from one run.
    Raises NegotiationError where there is no result, or one that no benchmark explains.
    """
    found = dict(_results(printed))
    if not found:
        raise NegotiationError(f"No line begins with {BEGINS.strip()}: give the whole output of a benchmark.")
    rows = {name: {"command": command_of(name), **run, "figures": figures} for name, figures in found.items()}
    return {**record, **rows}


def commit_of(name: str) -> str:
    """Return a commit's short name; raise NegotiationError where there is none such."""
    try:
        return _git("rev-parse", "--verify", "--short", f"{name}^{{commit}}")
    except subprocess.CalledProcessError:
        raise NegotiationError(f"There is no commit {name} here: name one of this repository.") from None


def commit_at_hand() -> str:
    """Return the commit that lies here; raise NegotiationError where something was changed since."""
    if _git("status", "--porcelain", "--untracked-files=no", "--", ".", f":!website/{RECORD}"):
        raise NegotiationError("There are changes since the last commit: name the one that was measured by --commit.")
    return commit_of("HEAD")


def _results(printed: str) -> Iterator[tuple[str, dict[str, Value]]]:
    for line in printed.splitlines():
        if line.startswith(BEGINS):
            pairs = [word.partition("=") for word in line.removeprefix(BEGINS).split()]
            figures = {name: _value(value) for name, _, value in pairs}
            yield _benchmark_of(figures), figures


def _benchmark_of(figures: Mapping[str, Value]) -> str:
    """Return the benchmark that has all these figures."""
    known = {name: names_of(each) for name, each in proof_words()["benchmarks"].items()}
    fitting = [name for name, names in known.items() if set(figures) <= names]
    if len(fitting) != 1:
        unknown = sorted(set(figures) - set().union(*known.values())) or sorted(figures)
        raise NegotiationError(f"No benchmark in website/proof.toml explains {', '.join(unknown)}: add it there first.")
    return fitting[0]


def _value(written: str) -> Value:
    try:
        number = float(written)
    except ValueError:
        return written
    return int(number) if number.is_integer() and "." not in written else number


def _git(*words: str) -> str:
    git = shutil.which("git") or "git"
    done = subprocess.run([git, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()
