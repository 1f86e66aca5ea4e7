"""A case of the course's own, `cases/NAME.toml`: what of it is handed out, and what it must be."""

from dataclasses import replace
from pathlib import Path

from ...negotiation import Case, Issue, NegotiationError, Party, case_names
from ...negotiation.case import Points
from ...negotiation.case_text import case_text
from ...negotiation.variants.party_texts import ends
from ..atomic_files import write_whole
from .named import NamedCase

FOLDER = "cases"
STEP = 10
THEIRS = "That only the {name} knows."


def is_own(named: NamedCase) -> bool:
    """Return whether a case is none of the kit's."""
    return named.case not in case_names()


def require_usable(course: Path, named: NamedCase) -> None:
    """Raise NegotiationError where a file of the course has the name of a kit's case, or gives all the same case."""
    file = f"{FOLDER}/{named.case}.toml"
    if not is_own(named):
        if (course / file).exists():
            raise NegotiationError(
                f"{file} has the name of a case of the kit; give the file, and the %case line, another."
            )
        return
    if not named.has_variants:
        raise NegotiationError(
            f"{file} has no leanings, so everybody would get the same case, with the other side's points; give both "
            "parties [[parties.leanings]] (picture-book.toml in the kit is the model)."
        )


def hand_out(named: NamedCase, release: Path) -> None:
    """Write what students may know of a case of the course's own beside the released notebook."""
    if is_own(named):
        write_whole(release / f"{named.case}.toml", case_text(as_handed_out(named.template, named.party)).encode())


def as_handed_out(case: Case, party: str) -> Case:
    """Return a case with variants as every student may know it.

    Without anybody's points, which the dossiers tell, and of the others neither brief nor BATNA.
    """
    parties = []
    for one in case.parties:
        theirs = THEIRS.format(name=one.name)
        known = one if one.name == party else replace(one, opening=theirs, batna=theirs)
        parties.append(replace(known, points=tuple(_even(one, issue) for issue in case.issues)))
    return replace(case, parties=tuple(parties))


def _even(party: Party, issue: Issue) -> Points:
    """Return the same steps for every issue, toward an end that the party has words for."""
    steps = tuple(STEP * place for place, _ in enumerate(issue.options))
    return steps if len(steps) - 1 in ends(party, issue) else steps[::-1]
