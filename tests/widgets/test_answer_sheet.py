"""The answer sheets without a browser: what they write, what they read back, what they say and refuse."""

import json

import pytest
import traitlets
from biggerpie.answers.another_case import begin_another_case
from biggerpie.answers.answer import find_answer
from biggerpie.answers.form import compose
from biggerpie.answers.form_reading import read_cell
from biggerpie.grading.rubrics.labels import read_labels
from biggerpie.grading.rubrics.links import read_links
from biggerpie.grading.rubrics.packages import read_packages
from biggerpie.grading.rubrics.priorities import read_priorities
from biggerpie.grading.rubrics.questions import read_questions
from biggerpie.grading.rubrics.sorts import read_sorts
from biggerpie.grading.rubrics.trade import read_trade
from biggerpie.negotiation import Case, Question, QuestionKind, load_case
from biggerpie.widgets import (
    AnswerSheet,
    Block,
    LabelSheet,
    LinkSheet,
    NumberSheet,
    PackageBuilder,
    PackagesSheet,
    PrioritySheet,
    QuestionSheet,
    Row,
    SortSheet,
    StepSheet,
    TradeSheet,
)
from hypothesis import given
from hypothesis import strategies as st

QUESTIONS = [Question(text, QuestionKind.NONE) for text in ("How are you?", "Why?", "When?")]
KINDS = ["position", "interest", "option", "criterion"]


def ask(sheet, what: str, source: str = "") -> dict[str, str]:
    """What the sheet replies to the browser."""
    sheet.request = {"id": f"{what} {source}", "what": what, "source": source}
    return sheet.reply


def fill(sheet: AnswerSheet) -> str:
    """Fill in something different in each row, and return the text for the cell."""
    sheet.values = [
        [row.choices[(at + place) % len(row.choices)] if row.choices else "1.5" for at, row in enumerate(block.rows)]
        for place, block in enumerate(sheet.blocks_of_answer())
    ]
    return ask(sheet, "write")["text"]


def test_labels_are_written_as_lines_and_open_ones_stay_open(job_offer: Case):
    sheet = LabelSheet(job_offer)
    sheet.values = [["distributive", "", "compatible", "", "", ""]]
    assert sheet.text.splitlines() == [
        "%%answer labels",
        "salary: distributive",
        "days at home:",
        "start date: compatible",
        "first project:",
        "mentoring:",
        "notice period:",
    ]


def test_a_title_becomes_a_line(job_offer: Case):
    lines = PackagesSheet(job_offer, "candidate", size=2).text.splitlines()
    assert [line for line in lines if line.startswith("package")] == ["package 1:", "package 2:"]
    assert len(lines) == 1 + 2 * 7


def test_a_link_is_one_line_once_it_is_whole():
    sheet = LinkSheet(["peace", "quiet"], ["music", "company"])
    sheet.values = [["1", "2", "opposed"], ["2", "", "shared"], ["", "", ""], ["", "", ""]]
    assert sheet.text == "%%answer links\nmine 1 + theirs 2: opposed"


def test_every_rubric_understands_what_its_sheet_writes(job_offer: Case):
    own, other = ([one.statement for one in party.interests] for party in job_offer.parties)
    read_by = [
        (LabelSheet(job_offer), lambda answer: read_labels(job_offer, answer)),
        (PackagesSheet(job_offer, "candidate"), lambda answer: read_packages(job_offer, answer)),
        (LinkSheet(own, other), lambda answer: read_links(job_offer, answer, "candidate")),
        (SortSheet(["a", "b"], KINDS), lambda answer: read_sorts(answer, {"1": "option", "2": "position"})),
        (QuestionSheet(QUESTIONS), lambda answer: read_questions(QUESTIONS, answer)),
        (PrioritySheet(job_offer), lambda answer: read_priorities(job_offer, answer)),
        (TradeSheet(job_offer), lambda answer: read_trade(job_offer, answer)),
    ]
    for sheet, understand in read_by:
        if sheet.answer == "links":
            pairs = [["1", "1", "shared"], ["2", "3", "different"]]
            sheet.values = [*pairs, *[["", "", ""]] * (len(sheet.values) - 2)]
            text = ask(sheet, "write")["text"]
        else:
            text = fill(sheet)
        answer = find_answer(text)
        assert answer is not None
        assert answer.name == sheet.answer
        assert understand(answer).problems == ()


def test_steps_and_numbers_have_the_keys_they_were_given():
    assert fill(StepSheet([3, 5])).splitlines()[1:] == ["step 3: fortunate", "step 5: nice"]
    assert fill(NumberSheet("moods", ["calm", "angry"])).splitlines() == ["%%answer moods", "calm: 1.5", "angry: 1.5"]


def test_a_question_is_shown_with_its_text_and_written_as_its_number():
    sheet = QuestionSheet(["How are you?", "Why?"])
    assert sheet.blocks[0]["rows"][0]["choices"][1] == ["2", "2. Why?"]
    assert fill(sheet) == "%%answer questions\nfirst: 1\nsecond: 2"


SHEETS = [
    LabelSheet(load_case("job-offer")),
    PackagesSheet(load_case("job-offer"), "candidate"),
    SortSheet({"a": "one", "b": "two"}, KINDS),
    TradeSheet(load_case("job-offer")),
    NumberSheet("moods", ["calm", "angry"]),
    AnswerSheet("words", [Block((Row("why", "Why"), Row("what", "What")))]),
]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.answer)
@given(data=st.data())
def test_what_was_written_is_read_back(sheet, data):
    blocks = sheet.blocks_of_answer()
    free = st.sampled_from(["", "12", "-0.5"])
    values = [[data.draw(st.sampled_from(["", *r.choices]) if r.choices else free) for r in b.rows] for b in blocks]
    read = read_cell(compose(sheet.answer, blocks, values), blocks)
    assert (read.values, read.kept, read.refusal) == (values, {}, "")


def test_links_are_read_back_in_their_order_and_replace_those_in_the_form():
    sheet = LinkSheet(["peace", "quiet"], ["music", "company"])
    sheet.values = [["1", "1", "shared"], ["1", "2", "shared"], ["", "", ""], ["", "", ""]]
    ask(sheet, "read", "%%answer links\nMine 2+Theirs 1 : Different\n")
    assert sheet.values == [["2", "1", "different"], ["", "", ""], ["", "", ""], ["", "", ""]]


def test_lines_that_fit_nowhere_are_left_alone_and_named(job_offer: Case):
    sheet = LabelSheet(job_offer)
    source = "%%answer labels\n# my notes\nsalary: Distributive  # sure\nsalry: integrative\nmentoring: a fight\nhm"
    said = ask(sheet, "read", source)["says"]
    assert sheet.values == [["distributive", "", "", "", "", ""]]
    assert said.endswith(
        "these lines stay just as they are: line 4, “salry: integrative”, line 5, “mentoring: a fight”, line 6, “hm”."
    )
    assert "# my notes\nsalary: Distributive  # sure\n" in sheet.text


def test_at_the_beginning_only_what_is_open_is_filled_from_the_cell(job_offer: Case):
    sheet = LabelSheet(job_offer)
    sheet.values = [["compatible", "", "", "", "", ""]]
    ask(sheet, "begin", "%%answer labels\nsalary: distributive\nmentoring: integrative")
    assert sheet.values == [["compatible", "", "", "", "integrative", ""]]
    ask(sheet, "read", "%%answer labels\nsalary: distributive")
    assert sheet.values == [["distributive", "", "", "", "integrative", ""]]


def test_a_cell_that_could_not_be_read_before_loses_nothing_at_the_first_writing(job_offer: Case):
    sheet = LabelSheet(job_offer)
    sheet.values = [["compatible", "", "", "", "", ""]]
    text = ask(sheet, "write", "%%answer labels\nmentoring: integrative")["text"]
    assert "salary: compatible" in text
    assert "mentoring: integrative" in text
    sheet.values = [["compatible", "", "", "", "", ""]]
    assert "mentoring:\n" in ask(sheet, "write", text)["text"]


def test_an_empty_form_writes_nothing_and_an_empty_cell_says_nothing(job_offer: Case):
    sheet = LabelSheet(job_offer)
    assert ask(sheet, "begin", "%%answer labels\nsalary:")["says"] == ""
    reply = ask(sheet, "write", "%%answer labels\nsalary:")
    assert "text" not in reply
    assert reply["says"].startswith("Nothing is filled in yet")


def test_the_tally_counts_the_own_points(job_offer: Case):
    sheet = PackagesSheet(job_offer, "candidate")
    middle, other = (list(job_offer.in_words(p).values()) for p in (job_offer.compromise, (2, 3, 0, 1, 4, 2)))
    sheet.values = [middle, other, ["60,000", *[""] * 5]]
    worth = [job_offer.party("candidate").payoff(p) for p in (job_offer.compromise, (2, 3, 0, 1, 4, 2))]
    assert sheet.picture["tallies"] == [
        f"{worth[0]} points for you; your alternative is worth 34.",
        f"{worth[1]} points for you; your alternative is worth 34.",
        "Settled so far: 1 of 6. Worth 28 points to you.",
    ]
    assert f"{worth[1] - worth[0]} points apart" in sheet.picture["summary"]


def test_the_other_sides_points_change_nothing_that_is_sent(job_offer: Case):
    from dataclasses import replace

    candidate, employer = job_offer.parties
    turned = replace(employer, points=tuple(tuple(reversed(row)) for row in employer.points))
    sheets = [PackagesSheet(case, "candidate") for case in (job_offer, replace(job_offer, parties=(candidate, turned)))]
    for sheet in sheets:
        fill(sheet)
    sent = [json.dumps(sheet.get_state(["blocks", "values", "text", "picture"])) for sheet in sheets]
    assert sent[0] == sent[1]


def test_what_is_chosen_twice_is_named(job_offer: Case):
    sheet = PrioritySheet(job_offer)
    sheet.values = [["salary", "mentoring", "salary", "", "", ""]]
    assert "“salary” is chosen twice" in sheet.picture["summary"]
    links = LinkSheet(["peace"], ["music", "company"])
    links.values = [["1", "2", "shared"], ["1", "2", "opposed"]]
    assert "Mine 1 and theirs 2 are linked twice" in links.picture["summary"]


@pytest.mark.parametrize(
    "values",
    [[], [["distributive"]], [["a fight", "", "", "", "", ""]], [[""] * 6, [""] * 6], [[1, "", "", "", "", ""]]],
)
def test_values_that_fit_no_row_are_refused(job_offer: Case, values):
    with pytest.raises(traitlets.TraitError):
        LabelSheet(job_offer).values = values


@pytest.mark.parametrize("value", ["many", "nan", "1e999", "1,000", "1/0"])
def test_what_is_no_number_stays_as_typed_with_a_sentence(value):
    sheet = NumberSheet("moods", ["calm"])
    sheet.values = [[value]]
    assert sheet.values == [[value]]
    assert sheet.text == f"%%answer moods\ncalm: {value}"
    assert sheet.picture["doubts"] == [[f"{value!r} is not a number; write one such as 3, 0.5, -2 or 50 %."]]


@pytest.mark.parametrize(
    "value", ["0,8", "0.8", "80 %", "80%", "4/5", "4 / 5", "-2", "+3", "−2", "８０ ％", ".5", " 7 "]
)
def test_a_number_stays_as_typed_however_it_is_written(value):
    sheet = NumberSheet("moods", ["calm"])
    sheet.values = [[value]]
    assert sheet.values == [[value.strip()]]
    assert sheet.picture["doubts"] == [[""]]


def test_a_number_is_doubted_where_marking_does_not_read_it():
    sheet = NumberSheet("balance", ["gifts by the company", "gifts by the hall", "balance"])
    sheet.values = [["7,5", "8 points", "80 %"]]
    doubts = ["'7,5' is not a number of points; write a whole number, such as 7 or -2.", "", ""]
    assert sheet.picture["doubts"] == [doubts]


def test_a_free_text_is_one_line():
    sheet = AnswerSheet("words", [Block((Row("why", "Why"),))])
    sheet.values = [[" two\nlines "]]
    assert sheet.text == "%%answer words\nwhy: two lines"
    with pytest.raises(traitlets.TraitError):
        sheet.values = [["x" * 201]]


@pytest.mark.parametrize(
    "request_", [{}, {"id": "1", "what": "run", "source": ""}, {"id": "1", "what": "read", "source": 3}]
)
def test_requests_that_nobody_makes_are_refused(job_offer: Case, request_):
    sheet = LabelSheet(job_offer)
    sheet.values = [["compatible", "", "", "", "", ""]]
    with pytest.raises(traitlets.TraitError):
        sheet.request = {"id": "0", **request_}


def test_a_name_of_several_words_and_a_sheet_without_rows_are_refused():
    with pytest.raises(traitlets.TraitError, match="names no answer"):
        NumberSheet("my answer", ["calm"])
    with pytest.raises(ValueError, match="at least one block"):
        AnswerSheet("labels", [])


def test_a_package_builder_writes_and_reads_the_answer_it_is_given(job_offer: Case):
    builder = PackageBuilder(job_offer, "candidate", answer="offer")
    ask(builder, "begin", "%%answer offer\nsalary: 56,000\nmentoring: forty weeks")
    assert builder.choices == [2, -1, -1, -1, -1, -1]
    assert ask(builder, "write")["text"].startswith("%%answer offer\nsalary: 56,000\ndays at home:\n")
    assert PackageBuilder(job_offer, "candidate").picture["answer"].startswith("%%answer package\nsalary:\n")


BLANK = """%%answer labels
# Write after the colons.
salary:
days at home:
start date:
first project:
mentoring:
notice period:"""


def test_for_another_case_a_form_hands_over_what_its_cell_says_and_gives_the_blank_cell(job_offer: Case):
    sheet, kept = LabelSheet(job_offer), []
    sheet.values = [["compatible", "", "", "", "", ""]]
    begin_another_case(lambda name, text: kept.append((name, text)))
    assert sheet.emptied == 1
    answered = "%%answer labels\n# Write after the colons.\nsalary: compatible\nmentring: compatible"
    assert ask(sheet, "empty", answered)["blank"] == BLANK
    assert kept == [("labels", answered)]
    assert not any(map(any, sheet.values))
    ask(sheet, "written", BLANK)
    begin_another_case(lambda name, text: kept.append((name, text)))
    ask(sheet, "empty", BLANK)
    assert len(kept) == 1, "a blank cell is nothing to put aside"


def test_a_form_is_not_emptied_where_its_answer_cannot_be_put_aside(job_offer: Case):
    def refuse(name: str, text: str) -> None:
        raise OSError(28, "No space left on device")

    sheet = LabelSheet(job_offer)
    begin_another_case(refuse)
    said = ask(sheet, "empty", "%%answer labels\nsalary: compatible")
    assert "blank" not in said
    assert "So this form wasn't emptied." in said["says"]


def test_a_form_of_links_keeps_the_remarks_that_say_how_to_write_one():
    sheet = LinkSheet(["peace", "quiet"], ["music", "company"])
    remarks = "# One line for each pair.\n# mine 1 + theirs 2: shared"
    begin_another_case(lambda _, __: None)
    said = ask(sheet, "empty", f"%%answer links\n{remarks}\nmine 1 + theirs 1: opposed")
    assert said["blank"] == f"%%answer links\n{remarks}"
