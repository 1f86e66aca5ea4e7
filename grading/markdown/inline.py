"""Inline Markdown rewritten from a student's tree: emphasis, code, pasted pictures, letters.

A link is written as its words and its address, to be read and copied. A page that a click leads to could act in the
instructor's Jupyter: nbgrader's menu obeys whatever stands in its frame, and its pages repeat what an address says.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import unquote

from .letters import Token, meant, without_elements, written
from .pictures import Attachments, Pasted, Pictures

ATTACHMENT = "attachment:"
EMPHASIS = {"emphasis": "*", "strong": "**", "strikethrough": "~~"}


@dataclass(slots=True)
class InlineWriter:
    """Writes a cell's inline tokens; `given` is what was pasted into the cell, `kept` those that are shown.

    Without `emphasis` only the words of an emphasis are written. What has no method here is refused by KeyError.
    """

    given: Pasted
    pictures: Pictures
    emphasis: bool = True
    kept: Attachments = field(default_factory=dict)

    def write(self, tokens: Iterable[Token]) -> str:
        """Return the tokens as Markdown; letters that a parser took apart are read together."""
        done = ""
        for is_text, run in groupby(without_elements(tokens), key=lambda token: token["type"] == "text"):
            write = self._letters if is_text else self._others
            part = write(run)
            if done.endswith("!") and part.startswith("["):  # a link after it would become a picture
                done = f"{done[:-1]}\\!"
            done += part
        return done

    def _letters(self, tokens: Iterable[Token]) -> str:
        return written("".join(meant(token["raw"]) for token in tokens))

    def _others(self, tokens: Iterable[Token]) -> str:
        return "".join(map(self._one, tokens))

    def words(self, tokens: Iterable[Token]) -> str:
        """Return the letters of the tokens, without any mark."""
        return "".join(
            self.words(token["children"]) if "children" in token else meant(token.get("raw", " "))
            for token in without_elements(tokens)
        )

    def _one(self, token: Token) -> str:
        kind = token["type"]
        if kind in EMPHASIS:
            mark = EMPHASIS[kind] if self.emphasis else ""
            return f"{mark}{self.write(token['children'])}{mark}"
        return WRITERS[kind](self, token)

    def _html(self, token: Token) -> str:
        return "\\\n".join(written(line) for line in token["raw"].split("\n") if line.strip())

    def _code(self, token: Token) -> str:
        code = token["raw"].replace("\n", " ")
        if not code.strip() or code.strip() != code or "`" in code or "|" in code:
            return written(code)
        return f"`{code}`"

    def _link(self, token: Token) -> str:
        words, address = self.words(token["children"]), token["attrs"]["url"]
        title = f' "{meant(token["attrs"]["title"])}"' if token["attrs"].get("title") else ""
        return written(words if words in (address, unquote(address)) and not title else f"[{words}]({address}{title})")

    def _image(self, token: Token) -> str:
        words, address = self.words(token["children"]), token["attrs"]["url"]
        if not address.startswith(ATTACHMENT):
            return written(f"![{words}]({address})")
        name, instead = self.pictures.take(address.removeprefix(ATTACHMENT), self.given, self.kept)
        return f"![{written(words, in_attribute=True)}]({ATTACHMENT}{name})" if name else written(instead)

    def _line_break(self, _: Token) -> str:
        return "\\\n"

    def _soft_break(self, _: Token) -> str:
        return "\n"


WRITERS: dict[str, Callable[[InlineWriter, Token], str]] = {
    "inline_html": InlineWriter._html,
    "codespan": InlineWriter._code,
    "link": InlineWriter._link,
    "image": InlineWriter._image,
    "linebreak": InlineWriter._line_break,
    "softbreak": InlineWriter._soft_break,
}
