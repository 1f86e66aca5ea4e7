"""Beside any other widgets, in whatever order they came, a widget looks as it does alone."""

from collections.abc import Callable

import pytest
from biggerpie.widgets._bundle import HERE, scope, style
from biggerpie.widgets.simulation import Simulation
from playwright.sync_api import Browser, Page

from ..plain_page import widget_page
from .catalogue import RICHEST

LOOKS = """() => [...document.querySelectorAll("#place, #place *")].map((node) => {
  const style = getComputedStyle(node);
  const names = [...style].filter((name) => !name.startsWith("--"));
  const told = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
  return [`${node.localName}.${node.getAttribute("class")}`, ...told];
})"""
SHEETS = sorted(file.relative_to(HERE).as_posix() for file in HERE.glob("*/*.css") if file.name != "theme.css")
by_widget = pytest.mark.parametrize("make", RICHEST, ids=lambda make: make.__name__)


def differences(page: Page, alone: list[list[str]]) -> list[tuple[str, set[str]]]:
    """Every element that looks otherwise than alone, with what differs."""
    beside = page.evaluate(LOOKS)
    return [(one[0], set(one) ^ set(other)) for one, other in zip(alone, beside, strict=True) if one != other]


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_holds_in_places_of_its_own_only(sheet):
    theme, own = style(), style(sheet).removeprefix(style())
    assert own.strip().startswith(f".biggerpie.{scope(style(sheet))} {{")
    assert own.strip().endswith("}\n}")
    assert "biggerpie" not in (HERE / sheet).read_text(encoding="utf-8")
    assert scope(theme) == ""


@by_widget
def test_a_widget_is_in_the_scope_of_its_style(make):
    widget = make()
    assert widget.scope == scope(widget._css)
    assert bool(widget.scope) == (widget._css != style())


@pytest.mark.long
@by_widget
def test_other_widgets_styles_change_nothing(browser: Browser, make: Callable[[], Simulation]):
    others = "\n".join(dict.fromkeys(other()._css for other in RICHEST))
    with widget_page(browser, make()) as page:
        page.wait_for_timeout(300)
        alone = page.evaluate(LOOKS)
        page.add_style_tag(content=others)
        assert differences(page, alone) == []
        page.add_style_tag(content=".biggerpie * { letter-spacing: 1px }")
        assert differences(page, alone)
