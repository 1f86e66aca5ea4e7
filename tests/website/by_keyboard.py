"""A player with nothing but a keyboard: Tab leads down the page, and each control gets the key that moves it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from biggerpie.widgets._words import LANGUAGES
from playwright.sync_api import Page

IN_SIGHT = Path(__file__).with_name("in_sight.js")
"""A script for a page to begin with, so that it can say whether a node is in plain sight: `play_once` asks."""
HAS_FOCUS = Path(__file__).with_name("has_focus.js").read_text(encoding="utf-8")
MOST_STOPS = 800
PAUSE = 400  # milliseconds after which what was typed is sent, see written.js
UNDOING = "record_afresh record_back undo reset remove remove_package take_back forget leave"
AGAIN = "again somebody_else another new_game none_reframed fresh replay"
AWAY = "save copy print keep_data keep_text keep_picture load_pasted"
HEARD = """() => !Object.entries(sessionStorage)
  .some(([key, kept]) => key.startsWith("biggerpie unheard ") && JSON.parse(kept).moves.length)"""


def play_once(page: Page) -> list[str]:
    """Go down the page by Tab and move everything in it once; return what had the focus out of sight."""
    unseen, alone = [], left_alone()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(HAS_FOCUS, alone)
        if focus is None:
            return unseen
        if not focus["isSeen"]:
            unseen.append(focus["html"])
        if focus["text"]:
            page.keyboard.type(focus["text"])
            page.wait_for_timeout(PAUSE)
        if focus["key"]:
            page.keyboard.press(focus["key"])
        if focus["text"] or focus["key"]:
            page.wait_for_function(HEARD)
    raise AssertionError(f"After {MOST_STOPS} times Tab the page has no end: {focus['html']}")


def left_alone() -> str:
    """Return the pattern of what buttons say, in any language, that a player who wants to get on does not press."""
    said = {re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)) for text in _said(f"{UNDOING} {AGAIN} {AWAY}".split())}
    return f"^(?:{'|'.join(sorted(said))})$"


def _said(keys: list[str]) -> Iterator[str]:
    for file in LANGUAGES.glob("*/*.toml"):
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from (words[key] for key in keys if isinstance(words.get(key), str))
