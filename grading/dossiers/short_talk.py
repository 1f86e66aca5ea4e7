"""A short talk as material: the other side's answers, the vague ones of a file, and which question finds one."""

from dataclasses import dataclass

from ...negotiation import Case, ShortTalk
from ...negotiation.information.short_talk import QUESTIONS
from ...negotiation.variants.variant import choice
from .sentences import Code, has_material, listed

FOR_ANY_CASE = "vague.toml"


@dataclass(frozen=True, slots=True)
class ShortTalks:
    """Short talks about a case, with the vague answers of a file, or those for any case where there's no such file."""

    file: str

    def drawn(self, case: Case, key: str) -> ShortTalk:
        """Return the talk."""
        return self.read(case, choice(key, "vague question", range(QUESTIONS)))

    def code(self, value: ShortTalk) -> Code:
        """Return which question finds a vague answer; the clear ones are told elsewhere in the case."""
        return value.vague_at

    def read(self, case: Case, code: Code) -> ShortTalk:
        """Return the talk."""
        return ShortTalk(case.parties[1].statements, self._vague(case), code)

    def _vague(self, case: Case) -> tuple[str, ...]:
        """Return a vague answer for each issue, in the order of the case."""
        if not has_material(self.file):
            return tuple(entry["answer"] for entry in listed(FOR_ANY_CASE, case.language))
        said = {entry["issue"]: entry["answer"] for entry in listed(self.file, "vague", case.language)}
        return tuple(said[issue.name] for issue in case.issues)
