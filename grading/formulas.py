"""Formulas in tables that a spreadsheet opens: where a program finds one, and a cell in which none does."""

import re

DIVIDES = r"[;|\t\r\n]"
"""What may divide a cell, for a program that takes another mark between cells than the comma."""
SIGN = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
"""What begins a formula, also as a letter of full width."""
_DIVIDED, _BEGUN = re.compile(DIVIDES), re.compile(rf"(?<![^\s,:\"'])(?={SIGN})")


def plain(cell: str) -> str:
    """Return a cell in which no sign that begins a formula stands at a beginning, or after what may divide cells."""
    return _BEGUN.sub("'", _DIVIDED.sub(",", cell))
