"""Outputs are dropped from a notebook's text before it is parsed, in one pass, whatever the text is."""

import json
from time import process_time
from typing import Any

import pytest
from biggerpie.grading.submission import without_outputs as module
from biggerpie.grading.submission.without_outputs import without_outputs
from hypothesis import given
from hypothesis import strategies as st

from ...work import HANGS

KEYS = st.sampled_from(["outputs", "widgets", "source", 'say "outputs": [', "outputs\\"]) | st.text()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | KEYS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
)


def emptied(value: Any) -> Any:
    """Drop the same by walking through parsed JSON."""
    if isinstance(value, dict):
        dropped = {"outputs", "widgets"}
        return {k: None if k in dropped and isinstance(v, dict | list) else emptied(v) for k, v in value.items()}
    return [emptied(item) for item in value] if isinstance(value, list) else value


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_what_remains_is_the_notebook_without_outputs(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
    assert json.loads(without_outputs(text)) == emptied(value)


@given(st.text('[]{}"\\:, outpswidge'))
def test_a_text_without_outputs_stays_as_it_is_even_if_it_is_no_json(text):
    if '"outputs"' not in text and '"widgets"' not in text:
        assert without_outputs(text.encode()) == text.encode()


@given(st.text('[]{}"\\:, ').map('{"outputs": ['.__add__))
def test_what_is_no_json_becomes_none(text):
    def is_json(content: bytes) -> bool:
        try:
            json.loads(content)
        except ValueError:
            return False
        return True

    if not is_json(text.encode()) and text.count("[") + text.count("{") > text.count("]") + text.count("}"):
        assert not is_json(without_outputs(text.encode()))


@pytest.mark.parametrize("unit", ["[],", "[1,2],", '"a",', '"', "[", '\\"', '],"outputs":[', "a", " "])
@pytest.mark.parametrize("end", ["", '"', "]"])
def test_no_text_takes_longer_than_its_length(unit, end):
    text = ('{"outputs": [' + unit * (1_000_000 // len(unit)) + end).encode()
    began = process_time()
    without_outputs(text)
    assert process_time() - began < HANGS


def test_outputs_with_too_many_brackets_stay(monkeypatch):
    monkeypatch.setattr(module, "MOST_BRACKETS", 10)
    few, many = b'{"outputs": [[1], [2]]}', b'{"outputs": [[1], [2], [3], [4], [5], [6]]}'
    assert without_outputs(few) == b'{"outputs": null}'
    assert without_outputs(many) == many
