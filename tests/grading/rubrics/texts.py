"""What students may write: answers made from packages, and texts that are none."""

from random import Random

from biggerpie.grading import Answer
from biggerpie.negotiation import Case, Offer, OfferLog, Package

LONG = "".join(Random(7).choices("abc 0123456789:=+-,#'\n\t\N{ROMAN NUMERAL ONE}\N{SNOWMAN}", k=9_990))
NONSENSE = [
    "",
    " \n\n",
    "hello",
    LONG,
    "x" * 20_000,
    "a:b\n" * 2_400,
    ":" * 9_000,
    "\x00\x01\x02: \x1b[31m\nstep \x00: nice",
    "NaN: NaN\ninf: -inf\nstep NaN: NaN\n1: NaN",
    f"step {'9' * 3000}: nice\nmine {'9' * 3000} + theirs 1: shared\nfirst: {'9' * 4000}\n{'9' * 500}: salary",
    "step 1e999: nice\nfirst: 1e999\n-1: -1\nstep -3: concession\nmine -1 + theirs -1: shared",
    "\N{SUPERSCRIPT TWO}: \N{CIRCLED DIGIT NINE}\n\N{ARABIC-INDIC DIGIT NINE}\N{ARABIC-INDIC DIGIT NINE}: nice",
    "package 1:\n" * 900,
    "---\n" * 2_000,
    "---\na:b\n" * 1_200,
    "[[[[[[[[" * 1_000,
    "%%answer other\nstep 3: nice",
    "'''\"\"\"`$(rm -rf)<script>alert(1)</script>: <b>",
    "\ud800: \udfff",
]


def written(case: Case, package: Package) -> str:
    """A package as a student writes it."""
    return "\n".join(f"{issue}: {option}" for issue, option in case.in_words(package).items())


def answer(text: str | None) -> Answer:
    """The text as an answer."""
    return Answer("it", text)


def log(*packages: Package, first: str = "candidate", second: str = "employer") -> OfferLog:
    """An offer log in which both sides take turns."""
    return tuple(Offer((first, second)[turn % 2], package) for turn, package in enumerate(packages))


EIGHT_OFFERS = log(
    (4, 4, 4, 1, 4, 0),
    (0, 0, 0, 1, 2, 4),
    (4, 4, 3, 1, 4, 0),
    (1, 0, 0, 1, 3, 4),
    (3, 4, 3, 1, 4, 0),
    (1, 0, 0, 1, 4, 4),
    (3, 4, 3, 1, 3, 0),
    (1, 3, 0, 1, 4, 4),
)
"""Eight offers on the job: concessions, a fortunate step and an unfortunate one."""
