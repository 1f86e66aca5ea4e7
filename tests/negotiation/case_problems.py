"""Texts of cases in which each thing is wrong that can be, and what is said of them."""

from collections.abc import Iterator
from functools import cache

from biggerpie.negotiation import NegotiationError, authored_case
from biggerpie.negotiation.sentence import Sentence

from .test_case_file import GOOD as PLAIN

LEANING = """[[parties.leanings]]
issue = "salary"
toward = "high"
brief = "b"
answer = "a"
interest = "i"
because = "b"
"""
GOOD = PLAIN.lstrip().replace("[parties.points]", f"{LEANING}[parties.points]", 1)
CHANGES = [
    ("title =", "titel ="),
    ("title =", "about ="),
    ('title = "T"', "title = 3"),
    ('title = "T"', f"title = [0x{'f' * 9000}]"),
    ('title = "T"', 'title = "\\u0001"'),
    ('title = "T"', 'language = "tlh"\ntitle = "T"'),
    ("reservation_value = 1", "reservation_value = 0.5"),
    ("reservation_value = 1", "reservation_value = 9999999"),
    ("reservation_value = 1", "reservation_value = 9"),
    ('options = ["low", "high"]', 'options = ["low"]'),
    ('options = ["low", "high"]', 'options = ["low", "LOW"]'),
    ("salary = [0, 4]", "salary = 4"),
    ("salary = [0, 4]", "salary = [4]"),
    ("salary = [0, 4]", "salary = [4, 0]"),
    ("[parties.points]\nsalary = [4, 0]", "points = 3"),
    ('role = "r"', 'role = "r"\nstatements = "none"'),
    ('role = "r"', 'role = "r"\nstatements = ["none"]'),
    ('role = "r"', 'role = "r"\nstatements = [{issue = "salary", question = "q", answer = "a"}]'),
    ('toward = "high"', 'toward = "up"'),
    ('issue = "salary"', 'issue = "salery"'),
    ("[0, 4]", "[0, 4000]"),
    ('"T"', '"T'),
    ('"low", ', '"low" '),
    ('"T"', ""),
    ("title =", "title"),
    ("title", "[title]\n="),
    ('"T"', '"T" "U"'),
    ("[[issues]]", "[[issues]"),
    ("story", "title"),
    ('"T"', '"\\q"'),
    ('"T"', f"1{'0' * 5000}"),
    ('"T"', "1979-13-40"),
    ('"T"', '"T" # \x01'),
]
WHOLE = [
    f"{'a.' * 101}a = 1",
    'title = "T"\nstory = "S"\nissues = 3\nparties = [3, 4]',
    GOOD + GOOD[GOOD.rindex("[[parties]]") :].replace('"two"', '"three"'),
]


@cache
def told() -> tuple[str, ...]:
    """All that is said of these texts."""
    changed = [GOOD.replace(old, new, 1) for old, new in CHANGES]
    return tuple(dict.fromkeys(said for text in (*changed, *WHOLE, wide(10), long(11)) for said in problems(text)))


def wide(options: int) -> str:
    """The case with so many options."""
    names, points = str([f"{n} euros" for n in range(options)]).replace("'", '"'), str([*range(options)])
    text = GOOD.replace('["low", "high"]', names).replace('"high"', f'"{options - 1} euros"')
    return text.replace("[0, 4]", points).replace("[4, 0]", points)


def long(issues: int) -> str:
    """A case with so many issues."""
    named = "".join(f'[[issues]]\nname = "{n}"\nquestion = "q"\noptions = ["a", "b"]\n' for n in range(issues))
    rows = "".join(f"{n} = [0, 1]\n" for n in range(issues))
    bare = GOOD[: GOOD.index("[[parties.leanings]]")] + GOOD[GOOD.index("[parties.points]") :]
    text = bare.replace(bare[bare.index("[[issues]]") : bare.index("[[parties]]")], named)
    return text.replace("salary = [0, 4]\n", rows).replace("salary = [4, 0]\n", rows)


def problems(text: str) -> tuple[str, ...]:
    """What is said of a text that is no case."""
    try:
        authored_case(text)
    except NegotiationError as wrong:
        return wrong.told()
    raise AssertionError(text)


def keys(said: str) -> Iterator[str]:
    """The keys of a sentence and of the sentences in it."""
    if isinstance(said, Sentence):
        yield said.key
        for figure in said.figures.values():
            for part in figure if isinstance(figure, tuple) else (figure,):
                yield from keys(part)
