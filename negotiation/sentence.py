"""A sentence of the model that can be said in every language: which one it is, and its figures."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from string import Formatter
from typing import Any, ClassVar, Self

ENGLISH = "en"


class Sentence(str):
    """A sentence or a part of one: as a text it is English, and it knows its key in words/ and its figures.

    A package that has sentences of its own names itself in `package` and keeps them in its own words/.
    """

    __slots__ = ("figures", "key")
    package: ClassVar[str] = "biggerpie.negotiation"
    key: str
    figures: dict[str, object]

    def __new__(cls, key: str, /, **figures: object) -> Self:
        """Make the sentence at `key`; figures are texts, numbers, tuples of texts and sentences."""
        made = super().__new__(cls, _speaker(ENGLISH, cls.package).say(key, figures))
        made.key, made.figures = key, figures
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Be copied and pickled whole."""
        return (self.key,), self.figures


def in_language(text: str, language: str) -> str:
    """Return a text in a language; what the model has no other words for, as it is."""
    return _speaker(language, text.package).say(text.key, text.figures) if isinstance(text, Sentence) else str(text)


def enumerated(words: Sequence[str], last: str) -> str:
    """Return the words as a sentence reads them: a, b and c."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


class _Speaker(Formatter):
    """Says sentences in a language.

    `{name!r}` quotes a name, `{names:and}` and `{names:or}` quote each of a tuple, `{parts:;}` strings parts together.
    """

    def __init__(self, language: str, package: str) -> None:
        self.language = language
        self.words = _words(language, package)
        self.signs = str.maketrans(self.words["signs"])

    def say(self, key: str, figures: Mapping[str, object]) -> str:
        said: Any = self.words
        for step in key.split("."):
            said = said[step]
        return self.vformat(said, (), figures)

    def convert_field(self, value: Any, conversion: Any) -> Any:
        """Quote a text in the language's quotes; they stay a line, whatever stands in them."""
        if conversion != "r" or "quoted" not in self.words:
            return super().convert_field(value, conversion)
        return self.words["quoted"].replace("…", repr(value)[1:-1])

    def format_field(self, value: Any, format_spec: str) -> Any:
        if isinstance(value, tuple) and format_spec == ";":
            return "; ".join(in_language(part, self.language) for part in value)
        if isinstance(value, tuple):
            return enumerated([self.convert_field(word, "r") for word in value], self.words[format_spec])
        if isinstance(value, str):
            return in_language(value, self.language)
        return format(value, format_spec).translate(self.signs)


@lru_cache(maxsize=16)
def _speaker(language: str, package: str) -> _Speaker:
    return _Speaker(language, package)


@lru_cache(maxsize=16)
def _words(language: str, package: str) -> Mapping[str, Any]:
    """Return a package's words, and how the model quotes and joins in that language; in English where it has none."""
    folder = resources.files(package).joinpath("words")
    told = folder.joinpath(f"{language}.toml")
    file = told if told.is_file() else folder.joinpath(f"{ENGLISH}.toml")
    own = tomllib.loads(file.read_text(encoding="utf-8"))
    return own if package == Sentence.package else {**_words(file.name.removesuffix(".toml"), Sentence.package), **own}
