"""How hard a case is: how the marks of all packages are spread, and where the middle lies among them."""

from typing import Any

from ..negotiation import Case, difficulty
from .picture import Picture
from .said import said
from .theme import Palette


def spread_of_marks(case: Case, *, language: str = "") -> Picture:
    """Return a picture of how many packages have which mark, with the marks of the middle and of a random package.

    Raises NegotiationError as `negotiation.difficulty` does: for a case of other than two parties and without any
    package that lets both gain, and for an unknown language.
    """
    words, found = said(language or case.language), difficulty(case)
    shares = [float(100 * share) for share in found.bands]
    lows = [10 * band for band in range(len(shares))]
    top = 10 * (int(max(shares)) // 10 + 1)

    def draw(colours: Palette) -> dict[str, Any]:
        bars: dict[str, Any] = {"name": words["packages"], "width": 9}
        bars["marker"] = {"color": colours.faint, "line": {"color": colours.line, "width": 1}}
        middles = [low + 5 for low in lows]
        lines = (
            ("middle", found.middle, {"color": colours.them, "dash": "solid"}),
            ("random", found.random, {"color": colours.you, "dash": "dash"}),
        )
        return {
            "data": [
                {"type": "bar", "x": middles, "y": shares, **bars},
                *(
                    {
                        "type": "scatter",
                        "mode": "lines",
                        "name": words[name],
                        "x": [at, at],
                        "y": [0, top],
                        "line": look,
                    }
                    for name, at, look in lines
                ),
            ],
            "layout": {
                "xaxis": {"range": [0, 100], "title": {"text": words["mark_axis"]}},
                "yaxis": {"range": [0, top], "title": {"text": words["share_axis"]}},
                "width": 680,
                "height": 400,
            },
        }

    rows = tuple((f"{low}\N{EN DASH}{low + 10}", f"{share:.1f} %") for low, share in zip(lows, shares, strict=True))
    return Picture(
        words.say("difficulty_title", case=case.title),
        words.say(
            "difficulty",
            middle=round(found.middle),
            random=round(found.random),
            better=round(100 * found.better),
            creatable=found.creatable,
        ),
        words.heads("mark_axis", "share_axis"),
        rows,
        draw,
        language or case.language,
    )
