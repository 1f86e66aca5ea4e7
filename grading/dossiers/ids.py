"""Student ids: read in one way by the notebook, by marking, and from worked-as.csv, the roster and folders' names."""

import re
from collections.abc import Iterable
from unicodedata import category, normalize

from ...negotiation import listing

TYPED = re.compile(r"^[ \t]*%student[ \t]+(?P<student>\S{1,100})[ \t]*$", re.MULTILINE)
"""Where in a notebook's code an id was typed; the last one counts."""
DOMAIN = re.compile(r"[\w.-]+\\(?P<name>[^\\]+)")
PAIRS = frozenset({'""', "''", "``", "<>", "()", "[]", "“”", "„“", "«»", "»«"}) | {
    "\u2018\u2019",  # single quotes, English and German, and single angles
    "\u201a\u2018",
    "\u2039\u203a",
}
MINUS = "\u2212"  # a dash to the eye, a sign to Unicode
IMPOSSIBLE = frozenset(",;/\\'\"<>|*?:#%[]{}")
LONGEST = 100
MOST_NAMED = 5


def tidy(student: str) -> str:
    """Return an id without the space around it, in one form of Unicode."""
    return normalize("NFC", student.strip())


def read_id(text: str) -> str:
    r"""Return the id that a text means.

    Quotes and brackets around it, a domain before it (`DOMAIN\kim`), and what cannot be seen are left out; a dash of
    any length is a hyphen. Letters keep their case.
    """
    letters = (_plain(letter) for letter in normalize("NFC", text))
    plain = tidy("".join(letters))
    while (inner := _unwrapped(plain)) and inner != plain:
        plain = inner
    return plain


def compared(text: str) -> str:
    """Return an id as it is compared: `S100` and `s100` are one student, for hubs write names in small letters."""
    return normalize("NFKC", normalize("NFKC", read_id(text)).casefold()).strip()


def is_one_word(student: str) -> bool:
    """Return whether an id can be typed into a notebook: one word that can be seen, of at most 100 characters."""
    return 0 < len(student) <= LONGEST and len(student.split()) == 1 and student.isprintable()


def cannot_work(student: str) -> bool:
    """Return whether an id fails somewhere on its way: typed into a notebook, as a folder's name, or in a table."""
    return not is_one_word(student) or bool(IMPOSSIBLE & set(student)) or student.startswith((".", "-", "=", "+", "@"))


def said_of_ids(students: Iterable[str]) -> str:
    """Return a sentence on the ids of a class list that cannot work, and on those that would be one student, or ""."""
    listed = sorted(students)
    impossible = [student for student in listed if cannot_work(student)]
    spellings: dict[str, list[str]] = {}
    for student in listed:
        spellings.setdefault(compared(student), []).append(student)
    alike = [group for group in spellings.values() if len(group) > 1]
    said = []
    if impossible:
        named = listing(impossible[:MOST_NAMED])
        said.append(
            "these ids of the class list cannot work, for a notebook or a folder's name takes no blank, comma or "
            f"slash: {named}{_more(len(impossible))}; import them anew as one plain word each"
        )
    if alike:
        named = listing([" = ".join(group) for group in alike[:MOST_NAMED]])
        said.append(
            f"these ids of the class list differ in capitals or signs only, so that they count as one student: "
            f"{named}{_more(len(alike))}; remove all but one of each (nbgrader db student remove)"
        )
    return "; ".join(said) + "." if said else ""


def _more(count: int) -> str:
    return f" and {count - MOST_NAMED} more" if count > MOST_NAMED else ""


def _unwrapped(text: str) -> str:
    """Return a text without a pair of quotes around it, or a domain before it."""
    inner = text[1:-1] if len(text) > 1 and text[0] + text[-1] in PAIRS else text
    found = DOMAIN.fullmatch(inner)
    return (found["name"] if found else inner).strip()


def _plain(letter: str) -> str:
    kind = category(letter)
    if kind == "Pd" or letter == MINUS:
        return "-"
    return "" if kind == "Cf" else letter
