"""Bytecode without its tables of lines runs as before, and a traceback names the first line of each function."""

from typing import Any

import pytest
from biggerpie.website.in_browser.packing import _without_lines

SOURCE = """
def sums(numbers):
    whole = 0
    for number in numbers:
        try:
            whole += number
        except TypeError:
            whole += sum(each for each in number)
    return whole


def fails(numbers):
    found = sums(numbers)

    raise ValueError(found)
"""


def test_code_does_the_same_on_the_first_line_of_its_function() -> None:
    code = compile(SOURCE, "sums.py", "exec")
    whole: dict[str, Any] = {}
    sent: dict[str, Any] = {}
    exec(code, whole)
    exec(_without_lines(code), sent)
    numbers = [1, [2, 3], 4]
    assert sent["sums"](numbers) == whole["sums"](numbers) == 10
    with pytest.raises(ValueError, match="10") as failed:
        sent["fails"](numbers)
    assert (failed.traceback[-1].name, failed.traceback[-1].lineno + 1) == ("fails", 12)
    assert {line for *_, line in sent["sums"].__code__.co_lines()} == {2}
