"""Cases go to a spreadsheet, to GENIUS and back without loss; what cannot be read is refused in one sentence."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from biggerpie.course.case_formats.files import case_in, files_of
from biggerpie.course.case_formats.sheet import MOST_ROWS
from biggerpie.negotiation import Case, NegotiationError, case_names, load_case
from openpyxl import Workbook, load_workbook


def written(case: Case, target: Path) -> list[Path]:
    for file, content in files_of(case, target).items():
        file.write_bytes(content)
    return list(files_of(case, target))


@pytest.mark.parametrize("ending", ["toml", "xlsx", "csv"])
@pytest.mark.parametrize("name", case_names())
def test_a_case_comes_back_from_every_format_as_it_was(name, ending, tmp_path):
    case = load_case(name)
    files = written(case, tmp_path / f"case.{ending}")
    assert len(files) == (len(case.parties) if ending == "csv" else 1)
    assert case_in(files) == (case, [])


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_spreadsheet_keeps_the_language_of_a_case(ending, tmp_path):
    case = load_case("pay-rise", "de")
    assert case.language == "de"
    assert case_in(written(case, tmp_path / f"case.{ending}")) == (case, [])


@pytest.mark.parametrize("name", case_names())
def test_from_genius_come_back_the_same_issues_and_payoffs(name, tmp_path):
    case = load_case(name)
    read, said = case_in(sorted(written(case, tmp_path / "case.xml"), reverse=True))
    assert [issue.options for issue in read.issues] == [issue.options for issue in case.issues]
    assert sorted(side.points for side in read.parties) == sorted(side.points for side in case.parties)
    assert sorted(read.reservation_values) == sorted(case.reservation_values)
    assert said == ["A utility of 1 is 100 points; nothing was rounded."]


ODD = ["=1+1", "+49 170", "-5", "@home", "'quoted", "'=1", "1e3", "007", 'a "b"', "a, b; c", "línea", "52,000"]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "xml"])
def test_words_that_a_spreadsheet_might_misread_come_back_as_they_were(ending, tmp_path, job_offer):
    issue = replace(job_offer.issues[0], options=tuple(ODD))
    parties = tuple(
        replace(side, points=(tuple(range(12)), *side.points[1:]), brief="=cmd|'/c calc'!A1")
        for side in job_offer.parties
    )
    case = replace(job_offer, issues=(issue, *job_offer.issues[1:]), parties=parties)
    files = written(case, tmp_path / f"case.{ending}")
    read, _ = case_in(files)
    assert read.issues[0].options == tuple(ODD)
    if ending != "xml":
        assert read == case
    if ending == "csv":
        cells = [cell for row in csv.reader(io.StringIO(files[0].read_text("utf-8-sig"))) for cell in row]
        assert [cell for cell in cells if cell[:1] in ("=", "+", "@")] == []
    if ending == "xlsx":
        assert "f" not in {cell.data_type for page in load_workbook(files[0]) for row in page for cell in row}


def test_no_program_finds_a_formula_in_csv_wherever_it_divides_cells_and_lines(tmp_path, job_offer):
    brief = "Pay;=1+1|+2\n- one\n '@two; -cmd|'/c calc'!A1\t=3,\uff1d4"
    parties = tuple(replace(side, brief=brief) for side in job_offer.parties)
    case = replace(job_offer, story='; =1 ;"=2', parties=parties)
    files = written(case, tmp_path / "case.csv")
    assert case_in(files)[0] == case
    cells = [cell for row in csv.reader(io.StringIO(files[0].read_text("utf-8-sig"))) for cell in row]
    divided = [part.strip() for cell in cells for part in re.split(r"[;|\t\n]", cell) if not cell.lstrip("-").isdigit()]
    assert [part for part in divided if part.startswith(("=", "+", "-", "@", "\uff1d"))] == []


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8"])
def test_csv_is_read_with_semicolons_and_as_spreadsheet_programs_save_it(encoding, tmp_path, job_offer):
    files = written(job_offer, tmp_path / "case.csv")
    for file in files:
        rows = csv.reader(io.StringIO(file.read_text("utf-8-sig")))
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows(rows)
        file.write_bytes(out.getvalue().encode(encoding))
    assert case_in(files) == (job_offer, [])


def test_numbers_typed_into_a_spreadsheet_are_options_and_points(tmp_path):
    book = Workbook()
    book.active.append(["Notes of mine, on a sheet that names no party"])
    for name, points in (("baker", [0, 3.0, "6"]), ("mill", [6, 3, 0])):
        page = book.create_sheet(name)
        texts = {"title": "Flour", "story": "A mill.", "Party": name, "role": "R.", "Brief": "B.", "batna": "Has 1."}
        for line in texts.items():
            page.append(line)
        page.append(["Reservation value", 1])
        page.append([])
        page.append(["Issue", "Question", "Option", "Points"])
        for row in zip(["price", None, None], ["How much?", None, None], [10, 10.5, 12], points, strict=True):
            page.append(row)
    book.save(tmp_path / "flour.xlsx")
    case, _ = case_in([tmp_path / "flour.xlsx"])
    assert case.issues[0].options == ("10", "10.5", "12")
    assert [party.points for party in case.parties] == [((0, 3, 6),), ((6, 3, 0),)]


def sheet(tmp_path, change, ending="xlsx") -> list[Path]:
    """A case's files, one of them changed by a function of its first sheet, or of its text."""
    files = written(load_case("apple-juice"), tmp_path / f"case.{ending}")
    if ending == "xlsx":
        book = load_workbook(files[0])
        change(book.worksheets[0])
        book.save(files[0])
    else:
        files[0].write_bytes(change(files[0].read_bytes()))
    return files


def put(place, value):
    return lambda page: page.__setitem__(place, value)


CHANGED = {
    "a formula": (put("D10", "=1+1"), "case.xlsx, sheet 'press', cell D10: formulas are not read"),
    "a date": (put("C10", date(2026, 1, 1)), "cell C10: write a text or a number"),
    "half a point": (put("D10", 1.5), "sheet 'press', row 10: points are whole numbers; '1.5' is not one."),
    "a word for a point": (put("D10", "many"), "row 10: points are whole numbers; 'many' is not one."),
    "another issue": (put("A10", "color"), "are not as in case.xlsx, sheet 'press'; write the same issues"),
    "another title": (
        put("B1", "Pears"),
        "sheet 'chain': the title is not as in case.xlsx, sheet 'press'; write the same",
    ),
    "a misspelt line": (put("A2", "storry"), "row 2: 'storry' is not a line here; did you mean 'story'?"),
    "a line twice": (put("A2", "title"), "row 2: 'title' stands there a second time"),
    "no points": (put("A9", "issues"), "row 9: 'issues' is not a line here; the headings of the points are issue, q"),
    "no party": (put("A3", "people"), "case.xlsx: only one sheet names a party"),
    "an empty brief": (put("B5", None), "case.xlsx, parties[1] 'press', brief: write a text in quotes, not ''."),
    "too many rows": (put(f"A{MOST_ROWS + 2}", "x"), "the sheet is larger than 5,000 rows"),
    "too many columns": (put("ZZ1", "x"), "the sheet is larger than 5,000 rows and 200 columns"),
}


@pytest.mark.parametrize("change", CHANGED)
def test_a_mistake_in_a_spreadsheet_is_one_sentence_with_its_place(change, tmp_path):
    edit, says = CHANGED[change]
    assert says in refusal(sheet(tmp_path, edit))


def unpacking_to(size):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * size)
    return out.getvalue()


def declaring(held: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(held)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"<workbook", b'<!DOCTYPE w [<!ENTITY a "b">]><workbook', 1))
    return out.getvalue()


def test_a_workbook_that_could_expand_is_refused(tmp_path):
    file = tmp_path / "case.xlsx"
    file.write_bytes(unpacking_to(21_000_000))
    assert "unpacks to more than 20 MB" in refusal([file])
    file.write_bytes(declaring(files_of(load_case("apple-juice"), file)[file]))
    assert "declares a document type" in refusal([file])
    file.write_bytes(unpacking_to(10))
    assert "cannot be read as an xlsx file" in refusal([file])
    file.write_bytes(b"no zip at all")
    assert "this is no xlsx file" in refusal([file])
    file.write_bytes(b"a" * 1_000_001)
    assert "larger than 1 MB" in refusal([file])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda held: held.replace(b"reservation value,32", b"reservation value,=32"), ", cell B7: formulas are"),
        (lambda held: held + b"\x81", "the file is no text; save it as 'CSV UTF-8'"),
        (lambda held: held + b"\n" * MOST_ROWS, "the sheet is larger than"),
        (lambda held: held + b'"' + b"a" * 200_000, "this is not CSV: field larger than field limit"),
        (lambda held: b"", "only one sheet names a party"),
        (lambda held: b"a" * 1_000_001, "larger than 1 MB"),
    ],
)
def test_a_mistake_in_a_csv_file_is_one_sentence(change, says, tmp_path):
    assert says in refusal(sheet(tmp_path, change, "csv"))


def test_files_of_several_kinds_or_of_none_are_refused(tmp_path):
    files = written(load_case("apple-juice"), tmp_path / "a.toml")
    assert "all of one kind" in refusal([*files, tmp_path / "b.csv"])
    assert "holds a whole case; give one of them." in refusal([*files, *files])
    assert "a.docx: a case's file ends in .toml, .xlsx, .csv or .xml." in refusal([tmp_path / "a.docx"])
    assert "there are 0 utility files" in refusal(written(load_case("apple-juice"), tmp_path / "a.xml")[:1])


def test_a_party_that_genius_has_no_numbers_for_is_refused(job_offer):
    first, second = job_offer.parties
    case = replace(job_offer, parties=(replace(first, points=((-1, 0, 0, 0, 0), *first.points[1:])), second))
    with pytest.raises(NegotiationError, match="has negative points, which GENIUS does not know"):
        files_of(case, Path("case.xml"))


def refusal(files: list[Path]) -> str:
    """The one sentence with which the files are refused."""
    with pytest.raises(NegotiationError) as caught:
        case_in(files)
    said = str(caught.value)
    assert "\n" not in said
    assert len(said) < 1_100
    return said
