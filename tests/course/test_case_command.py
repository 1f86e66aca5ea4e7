"""`biggerpie case`: a case is checked in whatever format it is, and converted without overwriting anything."""

import pytest
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import load_case, read_case
from biggerpie.negotiation.case_text import case_text

from .case_formats.test_genius import DOMAIN, SIDES


@pytest.fixture
def apple_juice(tmp_path):
    """A case without variants, as a file."""
    file = tmp_path / "apple.toml"
    file.write_text(case_text(load_case("apple-juice")), encoding="utf-8")
    return file


def test_a_case_goes_to_a_spreadsheet_and_back(apple_juice, tmp_path, capsys):
    sheet, again = tmp_path / "apple.xlsx", tmp_path / "again.toml"
    assert main(["case", "convert", str(apple_juice), str(sheet)]) == 0
    assert main(["case", "convert", str(sheet), str(again)]) == 0
    assert capsys.readouterr().out == f"Wrote {sheet}.\nWrote {again}.\n"
    assert read_case(again) == load_case("apple-juice")


def test_csv_and_genius_have_a_file_for_each_party(apple_juice, tmp_path, capsys):
    assert main(["case", "convert", str(apple_juice), str(tmp_path / "a.csv")]) == 0
    assert main(["case", "convert", str(apple_juice), str(tmp_path / "a.xml")]) == 0
    names = ["a-press.csv", "a-chain.csv", "a.xml", "a-press.xml", "a-chain.xml"]
    assert capsys.readouterr().out == "".join(f"Wrote {tmp_path / name}.\n" for name in names)


def test_nothing_is_overwritten_and_then_nothing_is_written(apple_juice, tmp_path, capsys):
    (tmp_path / "a-chain.csv").write_text("mine")
    assert main(["case", "convert", str(apple_juice), str(tmp_path / "a.csv")]) == 2
    assert "a-chain.csv is there already, so nothing was written" in capsys.readouterr().err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a-chain.csv", "apple.toml"]


def test_what_genius_has_and_a_case_has_not_is_said(tmp_path, capsys):
    target = tmp_path / "stall.toml"
    assert main(["case", "convert", *map(str, [*SIDES, DOMAIN]), str(target)]) == 0
    assert capsys.readouterr().out == (
        f"Wrote {target}.\nA utility of 1 is 420 points; nothing was rounded.\n"
        "The discount factors (0.9, 1) are left out: here points do not shrink with time.\n"
    )
    assert read_case(target).reservation_values == (105, 0)


def test_where_whole_points_must_be_rounded_it_says_what_that_costs(tmp_path, capsys):
    side = tmp_path / "fine.xml"
    side.write_text(SIDES[0].read_text(encoding="utf-8").replace('"0.5"/>', '"0.4999999999"/>'), encoding="utf-8")
    assert main(["case", "convert", str(DOMAIN), str(side), str(SIDES[1]), str(tmp_path / "stall.toml")]) == 0
    said = capsys.readouterr().out
    assert "A utility of 1 is 1,000 points. Exact ones would have 12 digits, so they were rounded;" in said
    case = read_case(tmp_path / "stall.toml")
    assert case.reservation_values == (250, 0)
    assert "250 points" in case.parties[0].batna
    assert case.parties[0].points[1] == (129, 300)


def test_a_check_names_every_field_that_is_malformed(apple_juice, capsys):
    text = apple_juice.read_text(encoding="utf-8")
    apple_juice.write_text(text.replace("title =", "titel =").replace("role =", "rolle ="), encoding="utf-8")
    assert main(["case", "check", str(apple_juice)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in said] == ["biggerpie"] * len(said)
    told = "\n".join(said)
    assert told.count("'rolle' is not a field here; did you mean 'role'?") == 2
    assert told.count("'titel' is not a field here; did you mean 'title'?") == 1


def test_a_check_says_what_a_case_lacks(capsys):
    assert main(["case", "check", *map(str, [DOMAIN, *SIDES])]) == 1
    said = capsys.readouterr().out
    assert said.startswith("stall.xml: 'Market stall', 3 issues, 2 parties. Without leanings it is the same")
    assert "  passed: a deal: " in said
    assert "  NOT passed: a trade: " in said
    assert "  how hard it is: the middle of everything is marked" in said
    assert "nothing was rounded" in said


def test_a_case_of_three_is_told_in_figures(apple_juice, capsys):
    text = apple_juice.read_text(encoding="utf-8")
    first, second = text.index("[[parties]]"), text.rindex("[[parties]]")
    third = text[first:second].replace('name = "press"', 'name = "orchard"')
    apple_juice.write_text(text + third, encoding="utf-8")
    assert main(["case", "check", str(apple_juice)]) == 0
    said = capsys.readouterr().out
    assert "3 parties" in said
    assert "  on the frontier: " in said


def test_without_a_zone_of_agreement_walking_away_is_said_to_be_right(apple_juice, capsys):
    text = apple_juice.read_text(encoding="utf-8")
    apple_juice.write_text(text.replace("reservation_value = 32", "reservation_value = 90"), encoding="utf-8")
    assert main(["case", "check", str(apple_juice)]) == 1
    said = capsys.readouterr().out
    assert "NOT passed: a deal: no package gives the press 90 points and the chain 90" in said
    assert "  how hard it is: no package lets both gain, so walking away is right; keep it so only on purpose." in said


@pytest.mark.parametrize("words", [["case"], ["case", "chek", "a.toml"], ["case", "convert", "a.toml"]])
def test_a_misspelt_command_is_answered_with_how_to_write_it(words, capsys):
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: biggerpie case" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "holds"), [("a.html", "Plotly.newPlot"), ("a.svg", '<svg xmlns="http://www.w3.org')])
def test_a_case_is_drawn_where_a_picture_is_asked_for(name, holds, apple_juice, tmp_path, capsys):
    target = tmp_path / name
    assert main(["case", "check", str(apple_juice), "--picture", str(target)]) == 0
    assert f"Wrote {target}." in capsys.readouterr().out
    assert holds in target.read_text(encoding="utf-8")
    assert main(["case", "check", str(apple_juice), "--picture", str(target)]) == 2
    assert "is there already, so nothing was written" in capsys.readouterr().err


def test_a_picture_of_another_kind_is_refused(apple_juice, tmp_path, capsys):
    assert main(["case", "check", str(apple_juice), "--picture", str(tmp_path / "a.png")]) == 2
    assert "a.png: a picture's file ends in .html or .svg." in capsys.readouterr().err
