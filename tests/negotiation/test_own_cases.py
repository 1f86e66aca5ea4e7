"""Cases beside the kit's: found in one folder, written as they are read, and checked by a command in one sentence."""

from importlib import resources

import pytest
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError, case_names, load_case, parse_case
from biggerpie.negotiation.case_text import case_text
from biggerpie.negotiation.own_cases import look_for_cases_in

KITS = resources.files("biggerpie.negotiation").joinpath("cases")


@pytest.fixture
def folder(tmp_path):
    """A folder that is looked in."""
    look_for_cases_in(tmp_path)
    yield tmp_path
    look_for_cases_in(None)


@pytest.mark.parametrize("name", case_names())
def test_a_case_is_written_as_it_is_read(name):
    assert parse_case(case_text(load_case(name)), "again.toml") == load_case(name)


def test_an_own_case_is_found_by_its_name_and_read_again_when_it_was_changed(folder):
    text = KITS.joinpath("job-offer.toml").read_text(encoding="utf-8")
    (folder / "bakery.toml").write_text(text, encoding="utf-8")
    assert load_case("bakery") == load_case("job-offer")
    (folder / "bakery.toml").write_text(text.replace("title = ", 'title = "Bread" #'), encoding="utf-8")
    assert load_case("bakery").title == "Bread"


@pytest.mark.parametrize("name", ["bakry", "../bakery", "/etc/bakery", ".bakery", ""])
def test_only_a_plain_name_is_looked_for_and_what_is_not_found_is_one_sentence(name, folder):
    (folder.parent / "bakery.toml").write_text("")
    with pytest.raises(NegotiationError, match=r"is not a case of this kit, nor is there "):
        load_case(name)


def test_the_check_of_a_case_names_file_table_and_field_in_one_sentence(tmp_path, capsys):
    text = KITS.joinpath("picture-book.toml").read_text(encoding="utf-8")
    file = tmp_path / "bakery.toml"
    file.write_text(text, encoding="utf-8")
    assert main(["case", "check", str(file)]) == 0
    said = capsys.readouterr().out
    assert "Every student gets a case of their own." in said
    assert said.count("  passed: ") == 5
    assert "  how hard it is: the middle of everything is marked 2" in said
    assert "  variants: 2,503,680, all about as hard" in said
    file.write_text(text.replace("reservation_value = 34", 'reservation_value = "34"'), encoding="utf-8")
    assert main(["case", "check", str(file)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(
        "biggerpie: bakery.toml, parties[1] 'illustrator', reservation_value: points are whole numbers"
    )
    assert len(said.splitlines()) == 1
    assert main(["case", "check", str(tmp_path / "none.toml")]) == 2
    assert "none.toml: the file cannot be read (No such file or directory)." in capsys.readouterr().err
