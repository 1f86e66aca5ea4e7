"""`python -m tools.spoken --write`: note all that counterparts say and do, for the version of transcripts at hand.

A replay is exact to the letter, so a version that is noted stays as it is: what changes belongs to the next one.
"""

import hashlib
import json
import sys
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

from biggerpie.negotiation import Case, case_names, load_case
from biggerpie.negotiation.table import Seat, counterpart_names, meet, talk_between, transcript_json, transcript_of
from biggerpie.negotiation.table.parts.voice import languages
from biggerpie.negotiation.table.transcript import VERSION

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "negotiation" / "table" / "spoken.json"
WORDS = ROOT / "negotiation" / "table" / "words"
LABELS = "written"  # the words of a written talk, which nobody says
RAISE = (
    "counterparts say something else than version {version} of transcripts has it ({changed}): raise VERSION in "
    "negotiation/table/transcript.py, and run `python -m tools.spoken --write`."
)
Spoken = dict[str, str]


def spoken() -> Spoken:
    """Return digests of every file of words, of what each case gives people to say, and of whole talks."""
    files = {file.relative_to(WORDS).as_posix(): file for file in WORDS.rglob("*.toml") if file.stem != LABELS}
    told = [(language, load_case(name, language), name) for language, name in product(languages(), case_names())]
    cases = {f"{language} {name}": case for language, case, name in told if case.language == language}
    return {
        **{f"words {name}": digest(tomllib.loads(files[name].read_text(encoding="utf-8"))) for name in sorted(files)},
        **{f"case {name}": digest(given_to_say(cases[name])) for name in sorted(cases)},
        **{
            f"talks {language} {name}": digest(talks(name, language))
            for language, name in product(languages(), counterpart_names())
        },
    }


def given_to_say(case: Case) -> list[Any]:
    """Return what a case gives its people to say, and all by which they decide what to say."""
    return [[p.points, p.reservation_value, p.interests, p.statements, p.leanings] for p in case.parties]


def talks(name: str, language: str) -> list[str]:
    """Return talks of a counterpart with two others in a language, from both sides of a case."""
    return [_talk(name, met, language, side) for met, side in product(("hard-bargainer", "touchy"), (0, 1))]


def _talk(name: str, met: str, language: str, side: int) -> str:
    case = load_case("job-offer", language)
    names = (name, met) if side == 0 else (met, name)
    seats = [Seat(case.parties[place].name, names[place], place + 1, language) for place in (0, 1)]
    session = talk_between(case, (_met(seats[0]), _met(seats[1])))
    return transcript_json(transcript_of(session, (seats[0], seats[1])))


def _met(seat: Seat) -> Any:
    return meet(seat.counterpart, seat.seed, seat.language)


def digest(values: Any) -> str:
    """Return the first letters of a SHA-256 of what is written for the values."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:16]


def noted() -> dict[str, Spoken]:
    """Return what is noted, by version."""
    return dict(json.loads(FILE.read_text(encoding="utf-8"))) if FILE.is_file() else {}


def reason_against(now: Spoken, known: dict[str, Spoken], version: int = VERSION) -> str:
    """Return the sentence that says which digests of a noted version differ and what to do; "" where none does."""
    then = known.get(str(version), now)
    changed = [name for name in {**then, **now} if name in then and then[name] != now.get(name)]
    return RAISE.format(version=version, changed=", ".join(changed)) if changed else ""


def main() -> int:
    """Note the version at hand, where it is not noted yet; what is new in one that is, is added."""
    now, known = spoken(), noted()
    if reason := reason_against(now, known):
        print(reason, file=sys.stderr)
        return 1
    if "--write" in sys.argv:
        text = json.dumps({**known, str(VERSION): now}, indent=1)
        FILE.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
