"""Digests of drawn cases: noted when an exercise is generated, so that marking sees when a kit draws other ones."""

import json
from hashlib import sha256

from ...negotiation import NegotiationError
from ...negotiation.own_cases import own_case_file
from ..kit_version import kit_version
from .codes import written_profile
from .dossier import Dossiers, Opened, written_dossier
from .named import NamedCase
from .released import Released
from .sentences import Sentences

LETTERS = 12


def digest_of_case(named: NamedCase, opened: Opened) -> str:
    """Return twelve letters that change when anything does by which answers on the case are read and marked."""
    case = opened.case
    parts = [
        written_dossier(named, opened),
        [[issue.name, *issue.options] for issue in case.issues],
        [[party.name, party.reservation_value, written_profile(party.points)] for party in case.parties],
        [dict(some.truth) for some in opened.material.values() if isinstance(some, Sentences)],
    ]
    return sha256(json.dumps(parts).encode()).hexdigest()[:LETTERS]


def require_drawn_alike(exercise: str, named: NamedCase, released: Released, number: int, digest: str) -> None:
    """Raise NegotiationError where the kit draws another case of the pool than when the exercise was generated."""
    if released.drawn and released.drawn[number] != digest:
        raise NegotiationError(_other_cases(exercise, named, released.kit))


def require_as_handed_out(exercise: str, named: NamedCase, opened: Opened, dossiers: Dossiers, number: int) -> None:
    """Raise NegotiationError where a drawn case is not that of the released dossiers."""
    code = json.loads(json.dumps(written_dossier(named, opened)))
    if len(dossiers.pool) > number and dossiers.pool[number] != code:
        raise NegotiationError(_other_cases(exercise, named, dossiers.kit))


def _other_cases(exercise: str, named: NamedCase, kit: str) -> str:
    if own_case_file(named.case):
        return (
            f"the case of {exercise} has changed since it was handed out, so nothing was marked or written; put the "
            "file in cases/ back as it was, or give the changed one another name for another exercise."
        )
    by = f"biggerpie {kit}" if kit else "an earlier version"
    install = f" (pip install biggerpie=={kit})" if kit else ""
    return (
        f"biggerpie {kit_version()} draws other cases than those of {exercise}, which {by} handed out, so nothing was "
        f"marked or written; install that version{install} until the end of the term."
    )
