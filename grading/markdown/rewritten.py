"""A student's Markdown as it may be shown: parsed once, written anew from what is allowed, and checked."""

import logging

from mistune import BlockParser, InlineParser, Markdown
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table

from .as_typed import as_typed, is_as_typed, plain_text
from .blocks import write_blocks
from .inline import InlineWriter
from .pictures import Attachments, Pictures
from .sanitizer import is_harmless

LONGEST = 40_000
log = logging.getLogger(__name__)


def shown(text: str, attachments: object = None, pictures: Pictures | None = None) -> tuple[str, Attachments]:
    """Return Markdown that holds words and pasted pictures only, and the pictures that it shows.

    `pictures` are those shown in the notebook so far. What cannot be written so is shown as it was typed.
    What this returns is returned unchanged when it is given again.
    """
    text, counted = plain_text(text).strip("\n"), pictures or Pictures()
    if not text.strip() or is_as_typed(text):
        return text, {}
    for emphasis in (True, False):
        attempt = counted.copy()
        try:
            inline = InlineWriter(attachments, attempt, emphasis)
            markdown = write_blocks(_parsed(text), inline)
            if (
                len(markdown) <= LONGEST
                and _is_stable(markdown, inline.kept, counted)
                and is_harmless(markdown, inline.kept)
            ):
                counted.numbers, counted.size, counted.pixels = attempt.numbers, attempt.size, attempt.pixels
                return markdown, inline.kept
        except Exception:  # whatever a parser stumbles over, the text is shown
            log.info("a text is shown as it was typed", exc_info=True)
    return as_typed(text), {}


def _parsed(text: str) -> list[dict[str, object]]:
    """Return the tree of a text; a link's address stands where the link is, and mathematics is no part of it."""
    block = BlockParser()
    block.rules.remove("ref_link")
    parser = Markdown(renderer=None, block=block, inline=InlineParser(), plugins=[table, strikethrough])
    tokens, _ = parser.parse(text)
    return tokens if isinstance(tokens, list) else []


def _is_stable(markdown: str, kept: Attachments, before: Pictures) -> bool:
    """Return whether the Markdown means to the parser what was written."""
    return write_blocks(_parsed(markdown), InlineWriter(kept, before.copy())) == markdown
