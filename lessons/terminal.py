"""What a terminal can show: letters that it does not know are written as their numbers, and no output is lost."""

import sys
from io import TextIOWrapper


def write_any_letter() -> None:
    r"""Let output and errors hold every letter; a terminal without 王 shows \u738b, where Python would end."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
