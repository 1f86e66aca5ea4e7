"""A form and its cell: it shows what marking reads, and what it cannot show stays in the cell as it is."""

from collections.abc import Callable

import pytest
from biggerpie.answers.answer import Answer
from biggerpie.answers.form import Values
from biggerpie.answers.form_reading import read_cell
from biggerpie.grading.rubrics.balance import read_balance
from biggerpie.grading.rubrics.labels import read_labels
from biggerpie.grading.rubrics.links import read_links
from biggerpie.grading.rubrics.package import read_package
from biggerpie.grading.rubrics.packages import read_packages
from biggerpie.grading.rubrics.priorities import read_priorities
from biggerpie.grading.rubrics.questions import read_questions
from biggerpie.grading.rubrics.sorts import read_sorts
from biggerpie.grading.rubrics.step_changes import read_step_changes
from biggerpie.grading.rubrics.steps import read_steps
from biggerpie.grading.rubrics.trade import LINES, read_trade
from biggerpie.negotiation import Offer, Question, QuestionKind, interest_links, load_case
from biggerpie.widgets import (
    LabelSheet,
    LinkSheet,
    NumberSheet,
    PackageBuilder,
    PackagesSheet,
    PrioritySheet,
    QuestionSheet,
    SortSheet,
    StepSheet,
    TradeSheet,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from .test_answer_sheet import ask

CASE = load_case("job-offer")
NAMES = [issue.name for issue in CASE.issues]
KINDS = ("position", "interest", "option", "criterion")
TRUTH = {"1": "option", "2": "position", "3": "criterion"}
QUESTIONS = [Question(text, QuestionKind.NONE) for text in ("How are you?", "Why?", "When?")]
STEPS = range(3, 7)
LOG = tuple(Offer(CASE.parties[n % 2].name, CASE.compromise) for n in range(6))
OWN, OTHER = ([one.statement for one in party.interests] for party in CASE.parties)
NUMBERS = ["7", "-2", "0,8", "80 %", "1/2", "viele", "5 points", "٥"]


def options_of(values) -> list[str]:
    """Return chosen options in words, "" for none."""
    return ["" if v is None else issue.options[v] for issue, v in zip(CASE.issues, values, strict=True)]


def sheet_of_packages(text: str) -> Values:
    """Return the three packages that marking reads."""
    read = [options_of(reading.values) for reading in read_packages(CASE, Answer("packages", text)).readings]
    return [*read, *[[""] * 6] * (3 - len(read))]


def sheet_of_links(text: str) -> Values:
    """Return the links that marking reads, in their order."""
    said = read_links(CASE, Answer("links", text), "candidate").values
    links = [[str(own + 1), str(other + 1), str(kind)] for (own, other), kind in said.items() if kind]
    return links + [["", "", ""]] * (min(12, len(interest_links(CASE, "candidate"))) - len(links))


def by_key(keys, said) -> Values:
    """Return one block of what is said about each key."""
    return [[str(said.get(key, "")) for key in keys]]


def labels(text: str) -> Values:
    return [["" if kind is None else str(kind) for kind in read_labels(CASE, Answer("labels", text)).values]]


def trade(text: str) -> Values:
    said = read_trade(CASE, Answer("trade", text)).values
    return by_key(LINES, {who: NAMES[issue] for who, issue in said.items()})


def priorities(text: str) -> Values:
    lines = Answer("priorities", text)
    said = read_priorities(CASE, lines)
    return by_key(range(1, 7), {place: NAMES[issue] for place, issue in said.values.items()})


CHOICES: dict[str, tuple[Callable, Callable[[str], Values], list[str], list[str]]] = {
    "package": (
        lambda: PackageBuilder(CASE, "candidate", answer="package"),
        lambda text: [options_of(read_package(CASE, Answer("package", text)).values)],
        [*NAMES, "Salary", "days_at_home", "salray"],
        ["56,000", "60 000", "56k", "2 days a week", "4 hours", "5000", "", "none"],
    ),
    "packages": (
        lambda: PackagesSheet(CASE, "candidate"),
        sheet_of_packages,
        [*NAMES[:3], "package 1", "package 2", "Package 3", "package two", "---"],
        ["56,000", "60 000", "2 days a week", "5000", "", ""],
    ),
    "labels": (
        lambda: LabelSheet(CASE),
        labels,
        [*NAMES, "notice-period"],
        ["distributive", "Integrative", "compatible", "a fight", ""],
    ),
    "steps": (
        lambda: StepSheet(STEPS),
        lambda text: by_key(STEPS, read_steps(CASE, LOG, Answer("steps", text)).values),
        ["step 3", "4", "fifth", "step 6", "step 1", "9th", "Step. 3"],
        ["nice", "fortunate", "Concession", "kind", ""],
    ),
    "sorts": (
        lambda: SortSheet({key: key for key in TRUTH}, KINDS),
        lambda text: by_key(TRUTH, read_sorts(Answer("sorts", text), TRUTH).values),
        ["1", "2", "statement 3", "3", "4"],
        ["criteria", "position", "Option", "opinion", ""],
    ),
    "questions": (
        lambda: QuestionSheet(QUESTIONS),
        lambda text: by_key((1, 2), read_questions(QUESTIONS, Answer("questions", text)).values),
        ["first", "2", "question 1", "second", "third"],
        ["1", "third", "question 2", "7", ""],
    ),
    "trade": (
        lambda: TradeSheet(CASE),
        trade,
        ["I give way on", "you give way on", "we give", "They", "mine"],
        [*NAMES, "salray", ""],
    ),
    "priorities": (
        lambda: PrioritySheet(CASE),
        priorities,
        ["1", "2", "place 3", "fourth", "5.", "6", "7"],
        [*NAMES, "salray", ""],
    ),
    "links": (
        lambda: LinkSheet(OWN, OTHER),
        sheet_of_links,
        ["mine 1 + theirs 2", "theirs 1 and my 2", "mine 2, theirs 1", "mine 1 + theirs 9", "own 1 - other 1"],
        ["shared", "Opposed", "different", "none", "joined", ""],
    ),
}


@st.composite
def cells(draw, keys: list[str], words: list[str]) -> str:
    """A cell's text: lines that are read, lines that are not, remarks, and whatever somebody may type."""
    said = st.builds(
        "{}{}{}{}{}".format,
        st.sampled_from(["", " ", "- ", "\u200b", "> "]),
        st.sampled_from(keys),
        st.sampled_from([": ", ":", " = ", "： ", ":\u00a0", " "]),
        st.sampled_from(words),
        st.sampled_from(["", "", ".", "  # sure", " # a # b", "\u200b"]),
    )
    other = st.sampled_from(["", "  ", "# my notes", "hm", "fee: 5000", "balance: 80 %", "I do not know yet"])
    lines = draw(
        st.lists(st.one_of(said, said, other, st.text(max_size=12).filter(lambda t: "%%" not in t)), max_size=9)
    )
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


def lines_in_order(some: list[str], of: list[str]) -> bool:
    """Return whether all of some lines stand among the others, in their order."""
    rest = iter(of)
    return all(any(line == other for other in rest) for line in some)


def twice(form) -> bool:
    """Return whether the form says that something is chosen twice, which marking does not count."""
    return "keep one." in form.picture.get("summary", "")


def whole(values: Values, name: str) -> Values:
    """Return what marking can read of a form: of links the whole ones, in any order."""
    return sorted(said for said in values if all(said)) if name == "links" else values


@pytest.mark.parametrize("name", CHOICES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_form_shows_what_marking_reads_and_keeps_every_line_that_it_does_not_show(name, data):
    build, marking_reads, keys, words = CHOICES[name]
    text = data.draw(cells(keys, words))
    source = f"%%answer {name}\n{text}"
    form = build()
    ask(form, "begin", source)
    if name == "priorities" and twice(form):
        return
    assert form.filled_in() == marking_reads(text)

    block = data.draw(st.integers(0, len(form.blocks_of_answer()) - 1))
    rows = form.blocks_of_answer()[block].rows
    row = data.draw(st.integers(0, len(rows) - 1))
    values = form.filled_in()
    values[block][row] = data.draw(st.sampled_from(["", *rows[row].choices]))
    form.fill_in(values)
    if twice(form):
        return
    written = ask(form, "write", source).get("text", source)
    after = written.partition("\n")[2]
    assert whole(marking_reads(after), name) == whole(values, name)
    assert_kept(form, source, written)


def assert_kept(form, source: str, written: str) -> None:
    """Every line that the form did not show stands there byte for byte, as a remark where its row was filled in."""
    before, after = read_cell(source, form.blocks_of_answer()), written.splitlines()
    kept = [source.splitlines()[number - 1] for number in before.kept]
    as_remarks = [line.removeprefix("# ") if line.removeprefix("# ") in kept else line for line in after]
    assert lines_in_order(kept, as_remarks)
    remarks = [line for line in source.splitlines()[1:] if line.startswith("#")]
    assert lines_in_order(remarks, after)


@pytest.mark.parametrize(
    ("answer", "keys", "reads"),
    [
        (
            "balance",
            ["gifts by the candidate", "gifts by the employer", "balance"],
            lambda text: read_balance(CASE, Answer("balance", text)),
        ),
        (
            "changes",
            [f"{what} {step}" for step in STEPS for what in ("gift", "cost")],
            lambda text: read_step_changes(CASE, LOG, Answer("changes", text)),
        ),
    ],
)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_number_stands_in_the_form_as_typed_and_is_doubted_where_marking_does_not_read_it(answer, keys, reads, data):
    text = data.draw(cells([*keys, "Balance", "gift of step 3", "gifts of employer"], [*NUMBERS, ""]))
    source = f"%%answer {answer}\n{text}"
    form = NumberSheet(answer, keys)
    ask(form, "begin", source)
    block = form.blocks_of_answer()[0]
    said = reads(text).values
    for row, value, doubt in zip(block.rows, form.values[0], form.picture["doubts"][0], strict=True):
        key = block.reading.key(row.key)
        assert (bool(value) and not doubt) == (key in said)
        if key in said:
            assert block.reading.value(key, row.as_read(value)) == said[key]
    at = data.draw(st.integers(0, len(keys) - 1))
    values = form.filled_in()
    values[0][at] = data.draw(st.sampled_from([*NUMBERS, "", "5 # so"]))
    form.fill_in(values)
    written = ask(form, "write", source).get("text", source)
    anew = NumberSheet(answer, keys)
    ask(anew, "begin", written)
    assert [row.as_read(v) for row, v in zip(block.rows, anew.values[0], strict=True)] == [
        row.as_read(v) for row, v in zip(block.rows, values[0], strict=True)
    ]
    assert_kept(form, source, written)


def answered(form, source: str, **choices: str) -> str:
    """Let a form read a cell, change rows by their key, and return what it writes."""
    ask(form, "begin", source)
    rows = [row.key for row in form.blocks_of_answer()[0].rows]
    values = form.filled_in()
    for key, value in choices.items():
        values[0][rows.index(key.replace("_", " "))] = value
    form.fill_in(values)
    return ask(form, "write", source)["text"]


def test_lines_that_a_form_cannot_show_are_named_and_stay():
    source = "%%answer package\nsalary: 5000\nnote to myself\nstart date: 1 March  # or later?"
    form = PackageBuilder(CASE, "candidate", answer="package")
    written = answered(form, source, mentoring=CASE.issues[4].options[1])
    assert "line 2, “salary: 5000”, line 3, “note to myself”" in form.reply["says"]
    assert written.splitlines() == [
        "%%answer package",
        "salary: 5000",
        "days at home:",
        "note to myself",
        "start date: 1 March  # or later?",
        "first project:",
        f"mentoring: {CASE.issues[4].options[1]}",
        "notice period:",
    ]


def test_a_value_in_the_place_of_a_line_that_marking_cannot_read_makes_a_remark_of_it():
    source = "%%answer package\nsalary: 5000\nstart date: 1 March  # or later?\n"
    form = PackageBuilder(CASE, "candidate", answer="package")
    written = answered(form, source, salary="56,000", start_date="1 May")
    assert "# salary: 5000\nsalary: 56,000\n" in written
    assert "start date: 1 May  # or later?\n" in written


def test_what_was_typed_into_the_cell_after_the_last_look_is_not_overwritten():
    form = LabelSheet(CASE)
    first = answered(form, "%%answer labels\nsalary:", salary="distributive")
    ask(form, "written", first)
    by_hand = first.replace("mentoring:", "mentoring: integrative").replace("distributive", "compatible")
    form.values = [["distributive", "integrative", "", "", "", ""]]
    written = ask(form, "write", by_hand)["text"]
    assert form.values == [["compatible", "integrative", "", "", "integrative", ""]]
    assert "salary: compatible\ndays at home: integrative\n" in written


def test_a_link_taken_out_of_the_form_is_taken_out_of_the_cell_and_no_other():
    links = "mine 1 + theirs 1: shared  # why?\nmine 1 + theirs 9: shared\nmine 2 + theirs 1: shared"
    source = f"%%answer links\n# mine\n{links}"
    form = LinkSheet(["peace", "quiet"], ["music", "company"])
    ask(form, "begin", source)
    form.values = [*form.values[1:], ["", "", ""]]
    assert ask(form, "write", source)["text"] == (
        "%%answer links\n# mine\n# why?\nmine 1 + theirs 9: shared\nmine 2 + theirs 1: shared"
    )


def test_a_cell_that_marking_refuses_is_not_written_into():
    source = "%%answer labels\nsalary: distributive\n%%answer package"
    form = LabelSheet(CASE)
    form.values = [["compatible", "", "", "", "", ""]]
    reply = ask(form, "write", source)
    assert "text" not in reply
    assert reply["says"].startswith("line 3 begins a second answer; keep one answer in each cell.")


def test_the_text_to_copy_keeps_what_stands_in_the_cell():
    form = LabelSheet(CASE)
    answered(form, "%%answer labels\n# my notes\nsalary: a fight", mentoring="compatible")
    assert form.text.splitlines()[:3] == ["%%answer labels", "# my notes", "salary: a fight"]
