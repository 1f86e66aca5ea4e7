"""A short talk as material: the other side's answers, the vague ones of a file, and which question finds one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from ...negotiation import Case, ShortTalk
from ...negotiation.information.short_talk import QUESTIONS
from ...negotiation.variants.variant import choice
from .sentences import Code, has_material, listed

FOR_ANY_CASE = "vague.toml"


@dataclass(frozen=True, slots=True)
class ShortTalks:
    """Short talks about a case, with the vague answers of a file, or with those for any case where there is none."""

    file: str

    def drawn(self, case: Case, key: str) -> ShortTalk:
        """Return the talk."""
        return self.read(case, choice(key, "vague question", range(QUESTIONS)))

    def code(self, value: ShortTalk) -> Code:
        """Return which question finds a vague answer; the clear ones are told elsewhere in the case."""
        return value.vague_at

    def read(self, case: Case, code: Code) -> ShortTalk:
        """Return the talk."""
        return ShortTalk(case.parties[1].statements, tuple(self._vague(case)), code)

    def _vague(self, case: Case) -> Iterator[str]:
        of_the_case = listed(self.file, "vague") if has_material(self.file) else ()
        own = {entry["issue"]: entry["answer"] for entry in of_the_case}
        for issue, any_ in zip(case.issues, cycle(listed(FOR_ANY_CASE, "vague")), strict=False):
            yield own.get(issue.name, any_["answer"])
