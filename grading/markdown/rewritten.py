"""A student's Markdown as it may be shown: parsed once, rewritten from what is allowed, and checked."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from mistune import BlockParser, InlineParser, Markdown
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table

from .as_typed import as_typed, is_as_typed, plain_text
from .blocks import write_blocks
from .inline import InlineWriter
from .letters import Token
from .pictures import Attachments, Pasted, Pictures
from .sanitizer import is_harmless

LONGEST = 40_000
DEEPEST = 6  # lists and quotes in each other; what is deeper stands there as letters
MOST_PIECES = 30_000
"""Parts of speech, list items, cells of tables and the like in a notebook's texts; a long honest one has a fifth."""
log = logging.getLogger(__name__)


@dataclass(slots=True)
class SafeTexts:
    """A notebook's texts as they are shown, one after another: what they have cost so far decides about the next."""

    pictures: Pictures = field(default_factory=Pictures)
    pieces: int = 0

    def safe(self, text: str, attachments: object = None) -> tuple[str, Attachments]:
        """Return Markdown that holds words and pasted pictures only, and the pictures that it shows.

        What cannot be written so is shown as it was typed, and so is all that comes after the last of the pieces.
        What this returns is returned unchanged when it is given again.
        """
        text = plain_text(text).strip("\n")
        if not text.strip() or is_as_typed(text):
            return text, {}
        found = self._rewritten(text, attachments) if attachments else self._words(text)
        return found or (as_typed(text), {})

    def _words(self, text: str) -> tuple[str, Attachments] | None:
        """Return a text without pictures rewritten, for the same price as if it were the first of its kind."""
        if self.pieces >= MOST_PIECES:
            return None
        markdown, pieces = _words_alone(text)
        self.pieces += pieces
        return None if markdown is None or self.pieces > MOST_PIECES else (markdown, {})

    def _rewritten(self, text: str, attachments: object = None) -> tuple[str, Attachments] | None:
        """Return a text rewritten, or None where it is to be shown as it was typed."""
        try:
            tokens, pasted = self._counted(text), Pasted(attachments)
            for emphasis in (True, False):
                if found := self._written(text, tokens, InlineWriter(pasted, self.pictures.copy(), emphasis)):
                    return found
        except Exception:  # whatever a parser stumbles over, the text is shown
            log.info("a text is shown as it was typed", exc_info=True)
        return None

    def _counted(self, text: str) -> list[Token]:
        """Return the tree of a text; raise TooMuchError where it has more pieces than the notebook may still have."""
        if self.pieces >= MOST_PIECES:
            raise TooMuchError
        tokens = _parsed(text)
        self._pay(_pieces(tokens))
        return tokens

    def _written(self, text: str, tokens: list[Token], inline: InlineWriter) -> tuple[str, Attachments] | None:
        """Return the tree rewritten, or None where that does not mean what was written, or would not be harmless."""
        markdown, before = write_blocks(tokens, inline), self.pictures
        if len(markdown) > LONGEST:
            return None
        again = tokens if markdown == text else _parsed(markdown)
        if write_blocks(again, InlineWriter(Pasted(inline.kept), before.copy())) != markdown:
            return None
        if not is_harmless(markdown, inline.kept):
            return None
        self._pay(max(0, _pieces(again) - _pieces(tokens)))  # so that it can be paid when it is read again
        self.pictures = inline.pictures
        return markdown, inline.kept

    def _pay(self, pieces: int) -> None:
        self.pieces += pieces
        if self.pieces > MOST_PIECES:
            raise TooMuchError


@lru_cache(maxsize=128)
def _words_alone(text: str) -> tuple[str | None, int]:
    """Return a text without pictures rewritten, None where it cannot be, and its pieces.

    Most texts of a notebook were handed out, so a class has the same ones.
    """
    alone = SafeTexts()
    found = alone._rewritten(text)  # a notebook of this text only
    return found and found[0], alone.pieces


class TooMuchError(Exception):
    """A notebook's texts have more pieces than are read."""


def safe_text(text: str, attachments: object = None) -> tuple[str, Attachments]:
    """Return a single text as it may be shown."""
    return SafeTexts().safe(text, attachments)


def _parsed(text: str) -> list[Token]:
    """Return the tree of a text; a link's address stands where the link is, and mathematics is no part of it."""
    tokens, _ = _parser().parse(text)
    return tokens if isinstance(tokens, list) else []


@lru_cache(maxsize=1)
def _parser() -> Markdown:
    block = BlockParser(max_nested_level=DEEPEST)
    block.rules.remove("ref_link")
    inline = InlineParser(max_nested_level=DEEPEST)
    return Markdown(renderer=None, block=block, inline=inline, plugins=[table, strikethrough])


def _pieces(tokens: Iterable[Token]) -> int:
    """Return how many parts a tree has."""
    waiting, found = list(tokens), 0
    while waiting:
        found += 1
        waiting += waiting.pop().get("children") or ()
    return found
