"""`python -m tools.audit`: ask for known vulnerabilities of everything that an installed kit needs, and say what came.

Ends with 0 where every version was looked up and nothing is known, with 1 where something is known, and with 3 where
the vulnerability service did not answer for all of them: that is no clean bill, and it says so.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .needed import DEPLOYED, OURS, needed

CLEAN, KNOWN, UNANSWERED = 0, 1, 3
LONGEST_REASON = 300
SECONDS = 600


@dataclass(frozen=True, slots=True)
class Audit:
    """How many versions were looked up, what is known of which, and which were not looked up and why."""

    looked_up: int
    known: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def code(self) -> int:
        """The code with which the command ends."""
        return KNOWN if self.known else UNANSWERED if self.unanswered or not self.looked_up else CLEAN

    def text(self) -> str:
        """Return what the command says."""
        said = [*self.known]
        if self.unanswered or not self.looked_up:
            total = self.looked_up + len(self.unanswered)
            said.append(f"NOT AUDITED: {len(self.unanswered)} of {total} versions. {next(iter(self.unanswered), '')}")
        if self.looked_up and not self.known:
            said.append(f"Nothing is known against the {self.looked_up} versions that were looked up.")
        return "\n".join(said)


def read_answer(answer: str, error: str, asked: int) -> Audit:
    """Return what pip-audit's JSON says; without any JSON nothing was looked up, whatever it ended with."""
    try:
        listed = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        reason = error.strip().splitlines()[-1:] or ["pip-audit said nothing."]
        return Audit(0, (), (reason[0][:LONGEST_REASON],) * asked)
    looked_up = [one for one in listed if "skip_reason" not in one]
    known = [
        f"{one['name']} {one['version']}: {found['id']}, mended in {listed_versions(found['fix_versions'])}"
        for one in looked_up
        for found in one["vulns"]
    ]
    unanswered = [str(one["skip_reason"])[:LONGEST_REASON] for one in listed if "skip_reason" in one]
    unanswered += ["it was left out of the answer."] * (asked - len(listed))
    return Audit(len(looked_up), tuple(known), tuple(unanswered))


def listed_versions(versions: list[str]) -> str:
    """Return the versions in which something is mended."""
    return ", ".join(versions) or "no version yet"


def audit() -> Audit:
    """Look up every version; nothing is installed or changed."""
    pins = [f"{one.name}=={one.version}" for one in needed(extras=DEPLOYED).values() if one.name != OURS]
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "asked.txt"
        asked.write_text("\n".join(pins), encoding="utf-8")
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(asked), "--no-deps", "--disable-pip"]
        options = ["--format", "json", "--progress-spinner", "off"]
        try:
            done = subprocess.run([*command, *options], capture_output=True, text=True, check=False, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return read_answer("", f"there was no answer in {SECONDS} seconds.", len(pins))
    return read_answer(done.stdout, done.stderr, len(pins))


if __name__ == "__main__":
    found = audit()
    print(found.text())
    sys.exit(found.code)
