"""Text of all the world: what cannot be seen is not there, and every script's digits are digits."""

import pytest
from biggerpie.answers.answer import Answer, find_answer
from biggerpie.answers.package import read_package
from biggerpie.grading.rubrics.balance import read_balance
from biggerpie.negotiation import Case, load_case, plain
from biggerpie.negotiation.letters import same_letters, visible
from hypothesis import example, given
from hypothesis import strategies as st

INVISIBLE = {
    "zero-width space": "\u200b",
    "non-joiner": "\u200c",
    "joiner": "\u200d",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
    "word joiner": "\u2060",
    "isolate": "\u2066",
    "embedding": "\u202b",
    "Arabic letter mark": "\u061c",
    "variation selector": "\ufe0f",
    "grapheme joiner": "\u034f",
    "Hangul filler": "\u3164",
}
PACKAGE = "salary: 56,000\ndays at home: 2 days a week\nmentoring: 4 hours"


@pytest.mark.parametrize("sign", INVISIBLE.values(), ids=INVISIBLE)
def test_what_cannot_be_seen_in_an_answer_is_not_there(job_offer: Case, sign):
    between = sign + sign.join(PACKAGE) + sign
    assert visible(between) == PACKAGE
    assert read_package(job_offer, Answer("package", between)) == read_package(job_offer, Answer("package", PACKAGE))
    found = find_answer(f"{sign}%%answer {sign}package{sign}\n{between}")
    assert found == Answer("package", between)


@pytest.mark.parametrize(
    "line",
    [
        "salary：５６,０００",
        "salary: 56\u00a0000",
        "salary: 56\u202f000",
        "salary\u00a0:\u00a056,000",
        "salary: ٥٦٬٠٠٠",
        "salary: ۵۶۰۰۰",
        "salary: ५६,०००",
        "salary∶ 56,000。",
        "salary： 56，000",
        "salary = ５６ｋ",
    ],
)
def test_digits_and_colons_of_every_script_are_read(job_offer: Case, line):
    assert read_package(job_offer, Answer("package", line)).values[0] == 2


@pytest.mark.parametrize("words", ["0,8", "٠٫٨", "８０％", "80\u00a0%", "٨٠٪", "4/5", "４／５", "4⁄5", "0.8\u200b"])
def test_a_balance_is_read_in_every_script(words):
    case = load_case("village-hall")
    read = read_balance(case, Answer("balance", f"balance: {words}"))
    assert read.problems == ()
    assert float(read.values["balance"]) == 0.8


def test_what_is_compared_on_both_sides_may_hold_what_cannot_be_seen():
    assert plain("می\u200cخواهم") == plain("میخواهم")
    assert plain("½ day") == plain("1⁄2 day")


@given(st.text().map("{}\n".format))  # the last line ends, so that it is one also where nothing of it can be seen
@example("\N{SOFT HYPHEN}\n")
def test_one_spelling_is_reached_at_once_and_holds_as_many_lines(text):
    assert same_letters(text).splitlines() == [same_letters(line) for line in text.splitlines()]
    assert visible(visible(text)) == visible(text)


def test_free_text_keeps_every_letter():
    text = "\ufeffsalary\u200b: a\u00adb"
    assert find_answer(f"%%answer words\n{text}") == Answer("words", text)
