"""Student ids: read in one way by the notebook, by marking, and from worked-as.csv, the roster and folders' names."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from unicodedata import category, normalize

from ...negotiation import listing
from ..formulas import SIGN

EXAMPLE = "example-student"
"""Nobody's id: it stands in a new course's class list, in the line that the class takes the place of."""
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
BEGINS_BADLY = re.compile(rf"\.|{SIGN}")
"""What hides a folder, is an option to a command, or makes a formula of an id in a table."""
SHORTENED_NUMBER = re.compile(r"\d([.,]\d+)?[eE]\+?\d{1,3}")
SHORTENED = "a spreadsheet has shortened a long number there, such as 1.23457E+11; write it out, as text."
LONGEST, LONGEST_BYTES = 100, 200  # a folder's name takes 255 bytes, and a file's more than the id


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


def nearest_id(student: str, known: Collection[str]) -> str:
    """Return how a sentence ends that names no student: with the id that is nearly the same, if there is one."""
    near = get_close_matches(student, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else "."


def is_one_word(student: str) -> bool:
    """Return whether an id can be typed into a notebook: one word that can be seen, of at most 100 characters."""
    return 0 < len(student) <= LONGEST and len(student.split()) == 1 and student.isprintable()


def cannot_work(student: str) -> bool:
    """Return whether an id fails somewhere on its way: typed into a notebook, as a folder's name, or in a table."""
    too_long = len(student.encode("utf-8", "surrogatepass")) > LONGEST_BYTES
    return too_long or not is_one_word(student) or bool(IMPOSSIBLE & set(student)) or bool(BEGINS_BADLY.match(student))


def is_shortened_number(student: str) -> bool:
    """Return whether an id is what a spreadsheet makes of a long number: '1.23457E+11'."""
    return bool(SHORTENED_NUMBER.fullmatch(student)) and "+" in student


def said_of_ids(students: Iterable[str], of: str = "the class list") -> str:
    """Return a sentence on ids that cannot work, on numbers cut short, and on those that would be one student, or "".

    `of` says where the ids come from.
    """
    listed = sorted(students)
    shortened = [student for student in listed if is_shortened_number(student)]
    impossible = [student for student in listed if cannot_work(student)]
    spellings: dict[str, list[str]] = {}
    for student in listed:
        spellings.setdefault(compared(student), []).append(student)
    alike = [group for group in spellings.values() if len(group) > 1]
    said = []
    if impossible:
        named = listing(impossible)
        said.append(
            f"these ids of {of} cannot work, for a notebook or a folder's name takes no blank, comma or "
            f"slash: {named}; write them again as one plain word each"
        )
    if shortened:
        named = listing(shortened)
        said.append(
            f"these ids of {of} are long numbers that a spreadsheet has shortened: {named}; "
            "take them again from the list they came from, with the column as text"
        )
    if alike:
        named = listing([" = ".join(group) for group in alike])
        said.append(
            f"these ids of {of} differ in capitals or signs only, so that they count as one student: "
            f"{named}; remove all but one of each (nbgrader db student remove)"
        )
    return "; ".join(said) + "." if said else ""


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
