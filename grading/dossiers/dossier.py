"""A dossier: one student's case as far as the student may know it, and the file that holds those of the whole pool."""

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ...negotiation import Case, NegotiationError, variant
from ...negotiation.variants.party_texts import preferences, with_texts
from ...negotiation.variants.variant import with_profiles
from .codes import read_preferences, read_profile, written_preferences, written_profile
from .named import NamedCase
from .origin import UNKNOWN, Origin
from .packed import unpacked
from .places import Places

FILE = "dossiers.json.gz"
LARGEST = 30_000_000
"""Bytes of a file, unpacked: a class of 4,000 has at most 28 million, and more would take seconds to read."""
Code = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as somebody has it before them, with its material by name."""

    case: Case
    party: str
    material: Mapping[str, Any]


def drawn_case(named: NamedCase, key: str) -> Opened:
    """Return everything that is drawn under a key: the whole case, as the grader has it."""
    case = variant(named.template, key)
    found = {name: sort.drawn(case, key) for name, sort in named.material().items()}
    return Opened(case, named.party, found)


def drawn_alike(named: NamedCase) -> Opened:
    """Return a case without variants, the same for all; its material is drawn under the case's name."""
    case = named.template
    return Opened(case, named.party, {n: sort.drawn(case, named.case) for n, sort in named.material().items()})


def seen_by(party: str, case: Case) -> Case:
    """Return the case as a party knows it: the points of all others are not known and stand there as 0."""
    nothing = tuple((0,) * len(issue.options) for issue in case.issues)
    return replace(case, parties=tuple(p if p.name == party else replace(p, points=nothing) for p in case.parties))


def written_dossier(named: NamedCase, opened: Opened) -> Code:
    """Return what the student receives: their own points, what the other side answers in words, and the material."""
    own, other = opened.case.parties
    code: Code = {"own": written_profile(own.points), "other": written_preferences(preferences(other.points))}
    return code | {name: sort.code(opened.material[name]) for name, sort in named.material().items()}


def read_dossier(named: NamedCase, code: Code) -> Opened:
    """Return the case as the student has it: the other side's points are not known and stand there as 0."""
    template = seen_by(named.template.parties[0].name, named.template)
    own, other = template.parties
    own = with_profiles(named.template, read_profile(code["own"]), named.template.parties[1].points).parties[0]
    told = with_texts(other, template.issues, read_preferences(code["other"]), template.language)
    case = replace(template, parties=(own, told))
    return Opened(case, named.party, {n: sort.read(case, code[n]) for n, sort in named.material().items()})


@dataclass(frozen=True, slots=True)
class Dossiers:
    """What is released with an exercise: the pool, and which of it is whose; of the class list it holds nothing.

    It says what it is, too: where it comes from, the case's name, side and material, and the kit's version; a file of
    the kit's first version says none of these.
    """

    places: Places
    pool: tuple[Code, ...]
    origin: Origin = UNKNOWN
    case: str = ""
    kit: str = ""

    def of(self, student: str) -> Code:
        """Return the student's dossier."""
        return self.pool[self.places.number_of(student)]

    def content(self) -> bytes:
        """Return the file's content, the same for the same dossiers; raise NegotiationError where it is too large."""
        about = {**asdict(self.origin), "case": self.case, "kit": self.kit}
        data = {"about": about, **self.places.written(), "pool": self.pool}
        content = json.dumps(data, separators=(",", ":")).encode()
        if len(content) >= LARGEST:
            raise NegotiationError(
                f"{len(self.pool):,} cases make too large a file to hand out ({len(content) // 1_000_000} MB, at most "
                f"{LARGEST // 1_000_000}); give each section of up to 4,000 students a course of its own."
            )
        return gzip.compress(content, mtime=0)


def read_dossiers(file: Path) -> Dossiers:
    """Return the dossiers in a file; raise NegotiationError with one sentence where there are none."""
    try:
        data = json.loads(unpacked(file, LARGEST))
        pool, about = tuple(data["pool"]), {name: str(value) for name, value in data.get("about", {}).items()}
        origin = Origin(*(about.get(name, "") for name in ("exercise", "course", "seal")))
        places = Places.from_written(data, len(pool))
        return Dossiers(places, pool, origin, about.get("case", ""), about.get("kit", ""))
    except FileNotFoundError:
        raise NegotiationError(
            f"{FILE} is not in this notebook's folder, so your case cannot be opened; fetch the exercise again, and "
            "keep the file beside the notebook (who teaches the course opens the notebook in release, not in source)."
        ) from None
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NegotiationError(f"{FILE} in this notebook's folder is damaged; fetch the exercise again.") from None
