"""What Python sends to the browser is what the browser reads: the same fields, in every state of every widget."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import biggerpie.widgets
import pytest
from biggerpie.widgets import contract

from .catalogue import WIDGETS

TYPES = (Path(biggerpie.widgets.__file__).parent / "parts" / "types.d.ts").read_text(encoding="utf-8")
DECLARED = ("Table", "Axis", "Line", "Rule", "Chart", "Path", "Plane")
TOLD_BY = {"frontier": contract.Plane, "lines": contract.Chart, "head": contract.Table}  # a field that tells the kind


@pytest.mark.parametrize("name", DECLARED)
def test_both_languages_declare_the_same_fields(name):
    body = re.search(rf"^export interface {name} {{\n(.*?)^}}", TYPES, re.MULTILINE | re.DOTALL)
    assert body, name
    there = re.findall(r"^  (\w+)(\??):", body[1], re.MULTILINE)
    here = getattr(contract, name)
    assert {field for field, _ in there} == set(get_type_hints(here))
    assert {field for field, maybe in there if not maybe} <= here.__required_keys__


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: make.__name__)
def test_every_picture_keeps_the_contract(make):
    widget = make()
    before = set(getattr(widget, "backdrop", {}))  # sent once, ahead of the picture
    for sent in held(widget.picture):
        kind = next(kind for field, kind in TOLD_BY.items() if field in sent)
        assert kind.__required_keys__ <= set(sent) | before


def held(value: Any) -> Iterator[dict[str, Any]]:
    """Every table, chart and plane in what is sent."""
    if isinstance(value, dict) and TOLD_BY.keys() & value.keys():
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from held(part)
