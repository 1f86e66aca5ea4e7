"""Case files: each mistake is answered by one sentence that names file, table and field."""

from collections.abc import Iterator

import pytest
from biggerpie.negotiation import (
    Case,
    IssueKind,
    NegotiationError,
    case_names,
    issue_kinds,
    load_case,
    parse_case,
    read_case,
)
from biggerpie.negotiation.case_file import kit_cases_titled
from biggerpie.negotiation.errors import MalformedCaseError

TWO = 2
"""Only between two has an issue a kind."""
GOOD = """
title = "T"
story = "S"
[[issues]]
name = "salary"
question = "How much?"
options = ["low", "high"]
[[parties]]
name = "one"
role = "r"
brief = "b"
batna = "none"
reservation_value = 1
[parties.points]
salary = [0, 4]
[[parties]]
name = "two"
role = "r"
brief = "b"
batna = "none"
reservation_value = 1
[parties.points]
salary = [4, 0]
"""


def test_a_good_file_loads():
    case = parse_case(GOOD, "good.toml")
    assert case.payoffs((1,)) == (4, 0)
    assert case.size == 2


def test_all_that_is_wrong_is_named_at_once_and_nothing_that_follows_from_it():
    broken = GOOD.replace('title = "T"', "titel = 7").replace('options = ["low", "high"]', 'options = ["low", 3]')
    broken = broken.replace('role = "r"', 'role = ""', 1).replace("salary = [4, 0]", "salary = [4, 0.5]")
    with pytest.raises(MalformedCaseError) as caught:
        parse_case(broken, "broken.toml")
    assert [problem.split(": ", 1)[0] for problem in caught.value.problems()] == [
        "broken.toml",
        "broken.toml, issues[1] 'salary', options[2]",
        "broken.toml, parties[1] 'one', role",
    ]
    assert str(caught.value) == caught.value.problems()[0]


def test_a_file_of_nothing_but_mistakes_is_read_no_further_than_anybody_mends_at_once():
    with pytest.raises(MalformedCaseError) as caught:
        parse_case("".join(f"field{n} = 1\n" for n in range(20_000)) + GOOD, "broken.toml")
    assert len(caught.value.problems()) == 51


def test_what_can_be_said_of_one_whole_party_is_said_beside_what_is_wrong_with_the_other():
    broken = GOOD.replace("reservation_value = 1", "reservation_value = 9", 1).replace(
        "salary = [4, 0]", "salary = [4]"
    )
    with pytest.raises(MalformedCaseError) as caught:
        parse_case(broken, "broken.toml")
    unreachable, short = caught.value.problems()
    assert "9 is out of reach" in unreachable
    assert "parties[2] 'two', points, salary: 1 numbers for 2 options" in short


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "T"', "", ["broken.toml", "'title' is missing"]),
        ('title = "T"', 'titel = "T"', ["'titel' is not a field here", "did you mean 'title'?"]),
        ('title = "T"', "title = ", ["broken.toml", "not TOML", "line 2"]),
        ('options = ["low", "high"]', 'options = ["low"]', ["issues[1] 'salary', options", "at least 2"]),
        ('options = ["low", "high"]', 'options = ["low", "LOW"]', ["'low' and 'LOW' read alike"]),
        ('options = ["low", "high"]', 'options = ["low", 3]', ["options[2]", "text in quotes, not 3"]),
        ("salary = [0, 4]", "salary = [0, 4, 5]", ["parties[1] 'one', points, salary", "3 numbers for 2 options"]),
        ("salary = [0, 4]", "salary = [0, 4.5]", ["salary[2]", "whole numbers; 4.5 is not"]),
        ("salary = [0, 4]", "salary = [0, true]", ["salary[2]", "whole numbers; True is not"]),
        ("salary = [0, 4]", "salary = [0, 99999999]", ["salary[2]", "too large"]),
        ("salary = [0, 4]", "salry = [0, 4]", ["'salry' is not a field", "did you mean 'salary'?"]),
        ("salary = [0, 4]", "", ["'salary' is missing"]),
        ("reservation_value = 1", "reservation_value = 9", ["out of reach", "worth 4 points to 'one'"]),
        ('name = "two"', 'name = "one"', ["parties", "'one' and 'one' read alike"]),
        ('options = ["low", "high"]', 'options = ["A", "A"]', ["'A' and 'A' read alike"]),
        ('title = "T"', "title = [" + "1," * 9000 + "]", ["text in quotes, not [1, 1, 1"]),
        ('title = "T"', 'title = "a\\u0000b"', ["cannot be seen"]),
        ("salary = [0, 4]", "salary = [0, " + "9" * 5000 + "]", ["not TOML"]),
        ("salary = [0, 4]", "salary = [0, 0x" + "f" * 5000 + "]", ["salary[2]", "too large"]),
        ('title = "T"', "a" + ".a" * 9000 + " = 1", ["more than 100 dots"]),
        ('role = "r"', 'role = ""', ["parties[1] 'one', role", "text in quotes"]),
        ("[parties.points]\nsalary = [0, 4]", "points = 3", ["points: write a table"]),
        ('title = "T"', f'{"t" * 9000} = "T"', ["broken.toml: 'ttt", "…", "is not a field here"]),
    ],
)
def test_each_mistake_is_one_sentence_with_file_table_and_field(old, new, says):
    with pytest.raises(NegotiationError) as caught:
        parse_case(GOOD.replace(old, new, 1), "broken.toml")
    sentence = str(caught.value)
    assert sentence.startswith("broken.toml")
    assert "\n" not in sentence
    for part in says:
        assert part in sentence


def test_an_interest_and_a_statement_must_name_an_issue_of_the_case():
    for table, field in (("interests", 'statement = "s"\nbecause = "b"\nissues'), ("statements", "issue")):
        value = '["salry"]' if table == "interests" else '"salry"\nquestion = "q"\nanswer = "a"'
        with pytest.raises(NegotiationError, match=r"'salry' is not an issue of this case; did you mean 'salary'\?"):
            parse_case(f"{GOOD}[[parties.{table}]]\n{field} = {value}\n", "broken.toml")


def test_files_that_are_no_case_are_refused_in_one_sentence(tmp_path):
    (tmp_path / "large.toml").write_bytes(b"#" * 1_000_001)
    (tmp_path / "latin.toml").write_bytes(b'title = "\xe9"')
    deep = tmp_path / "deep.toml"
    deep.write_text("a = " + "[" * 5000)
    for name, says in (
        ("large", "larger than 1 MB"),
        ("latin", "not UTF-8"),
        ("deep", "not TOML"),
        ("none", "No such"),
    ):
        with pytest.raises(NegotiationError, match=says):
            read_case(tmp_path / f"{name}.toml")
    with pytest.raises(NegotiationError, match="is not the name of a file"):
        read_case(tmp_path / "a\0b")


def test_a_name_that_is_no_case_of_the_kit_gets_the_nearest_one():
    with pytest.raises(NegotiationError, match=r"did you mean 'job-offer'\?"):
        load_case("job-ofer")


def lacks(case: Case) -> Iterator[str]:
    """What a case of the kit must have beyond what any case file must, field by field."""
    if len(case.issues) < 4:
        yield "issues: there are fewer than four"
    if len(case.parties) == TWO:
        yield from (f"issues: none is {kind}" for kind in IssueKind if kind not in issue_kinds(case))
    for place, party in enumerate(case.parties, 1):
        where, asked = f"parties[{place}] {party.name!r}", {statement.issue for statement in party.statements}
        yield from (f"{where}, statements: none is about {i.name!r}" for i in case.issues if i.name not in asked)
        if not party.interests:
            yield f"{where}, interests: there are none"
        if str(party.reservation_value) not in party.batna:
            yield f"{where}, batna: it does not name the reservation value, {party.reservation_value}"


@pytest.mark.parametrize("name", case_names())
def test_every_case_of_the_kit_is_complete(name):
    lacking = list(lacks(load_case(name)))
    assert not lacking, f"{name}.toml, {'; '.join(lacking)}."


@pytest.mark.parametrize("name", case_names())
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_case_of_the_kit_is_found_by_its_title(name, language):
    case = load_case(name, language)
    assert case in kit_cases_titled(case.title, ["en", "de"])
    assert {other.title for other in kit_cases_titled(case.title, ["en", "de"])} == {case.title}


def test_no_case_of_the_kit_has_a_title_that_nobody_gave():
    assert kit_cases_titled("no such title", ["en", "de"]) == []


def test_what_a_case_lacks_is_named_by_its_field():
    assert list(lacks(parse_case(GOOD, "good.toml"))) == [
        "issues: there are fewer than four",
        "issues: none is integrative",
        "issues: none is compatible",
        "parties[1] 'one', statements: none is about 'salary'",
        "parties[1] 'one', interests: there are none",
        "parties[1] 'one', batna: it does not name the reservation value, 1",
        "parties[2] 'two', statements: none is about 'salary'",
        "parties[2] 'two', interests: there are none",
        "parties[2] 'two', batna: it does not name the reservation value, 1",
    ]


def test_the_job_offer_is_large_enough_for_marks(job_offer: Case):
    assert job_offer.size >= 3000
    assert len(job_offer.issues) >= 5
    assert {len(issue.options) for issue in job_offer.issues} == {5}


def test_a_package_is_named_by_its_options_and_wrong_names_get_a_suggestion(job_offer: Case):
    words = job_offer.in_words(job_offer.compromise)
    assert job_offer.package(words) == job_offer.compromise
    with pytest.raises(NegotiationError, match=r"'salry' is not an issue of this case; did you mean 'salary'\?"):
        job_offer.package({"salry": "56,000"})
    with pytest.raises(NegotiationError, match="says nothing about 'notice period'"):
        job_offer.package({name: option for name, option in words.items() if name != "notice period"})
    with pytest.raises(NegotiationError, match=r"did you mean '8 weeks'\?"):
        job_offer.package({**words, "mentoring": "8 week"})
    with pytest.raises(NegotiationError, match=r"did you mean 'employer'\?"):
        job_offer.party("employr")
