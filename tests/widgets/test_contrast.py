"""The theme's colours, by WCAG's formula: text 4.5:1 on what it stands on, marks and borders 3:1, light and dark."""

import re

import pytest
from biggerpie.widgets._bundle import style

COLOUR = re.compile(r"--bp-([\w-]+): light-dark\(#(\w{6}), #(\w{6})\);")
COLOURS = {name: dark_and_light for name, *dark_and_light in COLOUR.findall(style())}
TEXT = {"text", "quiet", "you", "them", "best"}
MARKS = {"line", "focus"}


def luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def test_the_formula_gives_what_is_known():
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("767676", "ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_and_marks_stand_out(scheme):
    now = {name: pair[scheme] for name, pair in COLOURS.items()}
    grounds = [now["surface"], now["raised"]]
    assert [name for name in TEXT for ground in grounds if contrast(now[name], ground) < 4.5] == []
    assert [name for name in MARKS for ground in grounds if contrast(now[name], ground) < 3] == []
    assert contrast(now["on-best"], now["best"]) >= 4.5
