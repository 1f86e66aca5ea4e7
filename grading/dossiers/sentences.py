"""Material in sentences: statements to sort, remarks to listen to, questions to choose from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from ...negotiation import Case, NegotiationError, Question, QuestionKind, question_about
from ...negotiation.sentence import ENGLISH
from ...negotiation.variants.variant import shuffled

SENTENCES_OF_A_KIND = {"statements": (3, 3, 2, 2), "remarks": (5, 5)}
Code = Any
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences by number, and of what kind each is; of what kind, a student's dossier does not hold."""

    texts: Mapping[str, str]
    truth: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DrawnSentences:
    """Some sentences of a file, so many of each kind, in a drawn order."""

    file: str
    sort: str

    def drawn(self, case: Case, key: str) -> Sentences:
        """Return the sentences with their kinds."""
        entries = listed(self.file, self.sort, case.language)
        kinds = sorted({entry["kind"] for entry in entries})
        places: list[int] = []
        for kind, count in zip(shuffled(key, kinds), SENTENCES_OF_A_KIND[self.sort], strict=True):
            of_kind = [place for place, entry in enumerate(entries) if entry["kind"] == kind]
            places += shuffled(f"{key} {kind}", of_kind)[:count]
        return self._sentences(shuffled(f"{key} order", places), case.language, with_kinds=True)

    def code(self, value: Sentences) -> Code:
        """Return the places of the sentences in their file."""
        places = {entry["text"]: place for place, entry in enumerate(listed(self.file, self.sort))}
        return [places[text] for text in value.texts.values()]

    def read(self, case: Case, code: Code) -> Sentences:
        """Return the sentences alone."""
        return self._sentences(code, case.language, with_kinds=False)

    def _sentences(self, places: list[int], language: str, *, with_kinds: bool) -> Sentences:
        entries = {str(n): listed(self.file, self.sort, language)[place] for n, place in enumerate(places, 1)}
        kinds = {n: entry["kind"] for n, entry in entries.items()} if with_kinds else {}
        texts = {n: entry["text"] for n, entry in entries.items()}
        return Sentences(MappingProxyType(texts), MappingProxyType(kinds))


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions that may be asked, in a drawn order."""

    file: str

    def drawn(self, case: Case, key: str) -> tuple[Question, ...]:
        """Return the questions."""
        return self.read(case, shuffled(f"{key} questions", range(len(listed(self.file, "questions")))))

    def code(self, value: tuple[Question, ...]) -> Code:
        """Return the places of the questions in their file."""
        places = {entry["text"]: place for place, entry in enumerate(listed(self.file, "questions"))}
        return [places[question.text] for question in value]

    def read(self, case: Case, code: Code) -> tuple[Question, ...]:
        """Return the questions."""
        all_of_them = listed(self.file, "questions", case.language)
        entries = [all_of_them[place] for place in code]
        return tuple(
            question_about(case, entry["text"], QuestionKind(entry["kind"]), *entry["issues"]) for entry in entries
        )


def has_material(file: str) -> bool:
    """Return whether the kit has a file of material of this name."""
    return _place(file).is_file()


@lru_cache(maxsize=16)
def listed(file: str, name: str, language: str = ENGLISH) -> tuple[dict[str, Any], ...]:
    """Return what a file of material lists under a name, told in a language such as "de" where there is one.

    Raises NegotiationError where there is no such file.
    """
    told = _place(f"{language}/{file}")
    place = told if told.is_file() else _place(file)
    if not place.is_file():
        raise NegotiationError(f"there is no {file} in grading/material; write it, or name another case.")
    return tuple(tomllib.loads(place.read_text(encoding="utf-8"))[name])


def _place(file: str) -> Traversable:
    return resources.files("biggerpie.grading").joinpath("material", file)
