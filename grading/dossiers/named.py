"""The case that an exercise names in its line `%case CASE SIDE MATERIAL…`."""

import re
from dataclasses import dataclass, field

from ...negotiation import Case, NegotiationError, load_case
from ...negotiation.sentence import ENGLISH
from .material import Material, material
from .origin import UNKNOWN, Origin, is_of_origin

EXAMPLE = "%case picture-book illustrator"
ALONE = "--alone"
LANGUAGE = "--language="
LINE = re.compile(r"^%case[ \t]+(?P<words>\S.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case by name, the student's side, the words for its material, and where the notebook comes from.

    alone: for a learner without a course.
    language: the one in which such a learner is told the case and everything about it.
    """

    case: str
    party: str
    words: tuple[str, ...] = ()
    alone: bool = False
    origin: Origin = field(default=UNKNOWN, compare=False)
    language: str = ENGLISH

    @property
    def template(self) -> Case:
        """The case as it comes with the kit."""
        return load_case(self.case, self.language)

    @property
    def has_variants(self) -> bool:
        """Whether every student gets a version of their own."""
        return self.template.has_variants

    def words_of_case(self) -> str:
        """Return case, side and material as a `%case` line names them."""
        return " ".join((self.case, self.party, *self.words))

    def material(self) -> dict[str, Material]:
        """Return the sorts of material, by their names in the notebook."""
        return material(self.case, self.words)


def named_case(words: str) -> NamedCase:
    """Return what the words after `%case` name; raise NegotiationError with one sentence if it is nothing."""
    listed = words.split()
    match [word for word in listed if word != ALONE and not is_of_origin(word) and not word.startswith(LANGUAGE)]:
        case [case, side, *rest]:
            party, origin = load_case(case).party(side).name, Origin.from_words(listed)
            named = NamedCase(case, party, tuple(rest), ALONE in listed, origin, language_of(listed))
            named.material()
            return named
        case _:
            raise NegotiationError(f"write the name of the case and your side, such as '{EXAMPLE}'.")


def language_of(words: list[str]) -> str:
    """Return the language that the words of a `%case` line name; a course's exercises are in English."""
    told = [word.removeprefix(LANGUAGE) for word in words if word.startswith(LANGUAGE)]
    return told[-1] if told and ALONE in words else ENGLISH
