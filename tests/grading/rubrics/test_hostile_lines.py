"""Whatever an answer's text is, reading and marking it takes a moment and no more, and says little."""

from time import process_time

import pytest
from biggerpie.answers.package_blocks import HEADER, SEPARATOR
from biggerpie.negotiation import NegotiationError, did_you_mean
from biggerpie.negotiation.toml_table import TomlTable

from ...work import HANGS
from ..test_exercise import CELLS, outputs_of

LENGTH = 9_900
LONGEST_SAID = 50_000

TEXTS = {
    "spaces in a heading": "package" + " " * (LENGTH - 8) + "x",
    "one number": "salary: " + "9" * LENGTH,
    "numbers in lines": "step 99999999: 9\n" * (LENGTH // 17),
    "large numbers": ("gift 3: " + "9" * 300 + "\n") * (LENGTH // 310),
    "dashes": "-" * LENGTH + "x",
    "headings": "package 1:\n" * (LENGTH // 11),
    "letters that grow": "\ufdfa: \ufdfa\n" * (LENGTH // 5),
    "accents out of order": "a" + "\u0315\u0300\u05ae\u0321" * (LENGTH // 4),
    "answers within": "%%answer package\n" * (LENGTH // 17),
    "lines": "a:b\n" * (LENGTH // 4),
    "nearly an issue": "salarydaysathome: salarydaysathome\n" * (LENGTH // 35),
    "the same issue": "salary: 56,000\n" * (LENGTH // 15),
    "digits of another script": "salary: " + "\u0663" * LENGTH,
    "lists in lists": "x = " + "[" * LENGTH,
    "tables in tables": "x = " + "{a=" * (LENGTH // 4),
    "dots in a table": "x = {" + "a." * (LENGTH // 2 - 10) + "a=1}",
    "dots in headers": ("[" + "a." * 99 + "a]\n") * (LENGTH // 203),
    "a number in sixteens": "title = 0x" + "F" * LENGTH,
    "a number too long": "title = " + "9" * LENGTH,
    "fields": "".join(f"k{number}=1\n" for number in range(LENGTH // 9)),
    "a field that is long": '"' + "".join(map(chr, range(0x4E00, 0x4E00 + 400))) * 20 + '" = 1',
}


@pytest.mark.parametrize("name", CELLS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_marked_within_a_moment_and_in_few_words(name, text):
    began = process_time()
    outputs = outputs_of(name, text)
    assert process_time() - began < HANGS
    assert len(repr(outputs)) < LONGEST_SAID


@pytest.mark.parametrize("pattern", [HEADER, SEPARATOR])
@pytest.mark.parametrize("text", ["package{}x", "{}package x", "---{}x", "{}---x", "package 1{}x"])
@pytest.mark.parametrize("unit", [" ", "_", "-", "\N{NO-BREAK SPACE}"])
def test_a_heading_takes_a_time_that_grows_with_its_length_only(pattern, text, unit):
    """Of the square of this length it would take a quarter of an hour."""
    began = process_time()
    pattern.fullmatch(text.format(unit * 300_000))
    assert process_time() - began < HANGS


def test_a_word_that_is_compared_may_be_long():
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))
    began = process_time()
    did_you_mean(letters * 50, [letters[::-1] * 50, letters[7:] * 50])
    assert process_time() - began < HANGS


def test_a_long_word_is_still_understood_by_its_beginning():
    assert did_you_mean("salery " * 60, ["salary " * 60, "place"]).startswith("; did you mean 'salary salary")


def test_a_number_that_cannot_be_written_is_named_nevertheless():
    with pytest.raises(NegotiationError, match="not a number without end"):
        TomlTable({"title": [16**9000]}, "your case").text("title")


def test_the_largest_case_that_an_answer_may_hold_is_audited_within_a_moment():
    """Ten issues of nine options: three and a half thousand million packages."""
    numbers = [[(option * 97 + issue * 13) % 1000 for option in range(9)] for issue in range(10)]
    names = [chr(ord("a") + issue) for issue in range(10)]
    options = [str(option) for option in range(9)]
    issues = "".join(f'[[issues]]\nname="{name}"\nquestion="?"\noptions={options}\n' for name in names)
    party = '[[parties]]\nname="{}"\nrole="r"\nbrief="b"\nbatna="b"\nreservation_value=5\n[parties.points]\n{}'
    points = "".join(f"{name}={row}\n" for name, row in zip(names, numbers, strict=True))
    turned = "".join(f"{name}={row[::-1]}\n" for name, row in zip(names, numbers[::-1], strict=True))
    text = f'title="t"\nstory="s"\n{issues}{party.format("one", points)}{party.format("two", turned)}'
    began = process_time()
    _, mark, value = outputs_of("authored_case", text)
    assert process_time() - began < 2 * HANGS
    assert float(value.data["text/plain"]) > 0, mark.data["text/plain"]
