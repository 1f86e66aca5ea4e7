"""The case that an exercise names in its line `%case CASE SIDE MATERIAL…`."""

import re
from dataclasses import dataclass

from ...negotiation import Case, NegotiationError, load_case
from .material import Material, material

EXAMPLE = "%case picture-book illustrator"
ALONE = "--alone"
LINE = re.compile(r"^%case[ \t]+(?P<words>\S.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case by name, the student's side, the words for its material; alone: for a learner without a course."""

    case: str
    party: str
    words: tuple[str, ...] = ()
    alone: bool = False

    @property
    def template(self) -> Case:
        """The case as it comes with the kit."""
        return load_case(self.case)

    @property
    def has_variants(self) -> bool:
        """Whether every student gets an own version of it."""
        return all(party.leanings for party in self.template.parties)

    def material(self) -> dict[str, Material]:
        """Return the sorts of material, by their names in the notebook."""
        return material(self.case, self.words)


def named_case(words: str) -> NamedCase:
    """Return what the words after `%case` name; raise NegotiationError with one sentence if it is nothing."""
    match [word for word in words.split() if word != ALONE]:
        case [case, side, *rest]:
            named = NamedCase(case, load_case(case).party(side).name, tuple(rest), ALONE in words.split())
            named.material()
            return named
        case _:
            raise NegotiationError(f"write the name of the case and your side, such as '{EXAMPLE}'.")
