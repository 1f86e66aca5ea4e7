"""Where a text is no TOML, and what is wrong there, in words that help whoever wrote it."""

import re

from .errors import readable
from .sentence import Sentence

FAULTS = {
    "Unterminated string": "open_text",
    "Expected \"'": "open_text",
    "Illegal character": "open_text",
    "Unclosed": "open_list",
    "Invalid value": "no_value",
    "Expected '='": "no_sign",
    "Expected newline": "no_new_line",
    "Expected ']": "open_heading",
    "Invalid statement": "no_field",
    "Invalid initial character for a key": "no_field",
    "Cannot": "twice",
    "Duplicate": "twice",
    "Unescaped": "backslash",
    "Invalid hex value": "backslash",
    "Escaped character": "backslash",
}
"""How what `tomllib` says of a fault begins, and what is said here."""
PLACE = re.compile(r"(?P<said>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)


def toml_fault(error: Exception, text: str, file: str) -> Sentence:
    """Return the sentence that says what is wrong with a text, from the error of `tomllib`."""
    found = PLACE.fullmatch(str(error))
    said = found["said"] if found else str(error)
    kind = next((kind for begins, kind in FAULTS.items() if said.startswith(begins)), "other")
    fault = Sentence(f"toml.{kind}", said=readable(said))
    if found is None:
        return Sentence("toml.somewhere", file=file, fault=fault)
    lines = text.split("\n")
    line, column = (int(found["line"]), int(found["column"])) if found["line"] else (len(lines), len(lines[-1]) + 1)
    return Sentence("toml.at", file=file, fault=fault, line=line, column=column)
