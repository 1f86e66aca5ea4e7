"""The proof page: every figure on it is recorded, and what nothing explains is refused."""

import json
import re
from pathlib import Path

import pytest
from biggerpie.negotiation import NegotiationError
from biggerpie.website.proof import PROOF, RECORD, benchmarks, names_of, proof_page, proof_words, read_record
from biggerpie.website.styles import site_style
from bs4 import BeautifulSoup

from tools.canonical import ROOT
from tools.measured import taken_in
from tools.proof import README, readme_figures, readme_with

from .accessible import faults

RUN = {"commit": "0123abc", "day": "2026-11-28", "machine": "2 cores"}
NUMBER = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?")
WRITTEN = json.loads((ROOT / "website" / RECORD).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return BeautifulSoup(proof_page(), "html.parser")


@pytest.mark.parametrize("name", WRITTEN)
def test_every_figure_of_a_table_is_recorded_and_every_recorded_one_stands_there(page, name):
    table = page.find(id=f"of-{name}").find_next("table")
    shown = " ".join(cell.text for cell in table.find_all("th", scope="row"))
    numbers = {float(found.replace("−", "-").replace(",", "")) for found in NUMBER.findall(shown)}
    recorded = [float(value) for value in WRITTEN[name]["figures"].values()]

    def same(number: float, value: float) -> bool:
        return any(abs(number - value * factor) <= off for factor, off in ((1, 0.05), (100, 0.5)))

    assert numbers
    assert [number for number in numbers if not any(same(number, value) for value in recorded)] == []
    assert [value for value in recorded if not any(same(number, value) for number in numbers)] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_every_table_says_command_commit_and_machine(page, name):
    row, caption = WRITTEN[name], page.find(id=f"of-{name}").find_next("caption").text
    assert row["command"] == f"python benchmarks/{name}.py"
    assert re.fullmatch(r"[0-9a-f]{7,40}", row["commit"])
    assert all(row[part] in caption for part in ("command", "commit", "machine"))
    assert re.search(r"on \d\d? [A-Z][a-z]+ \d{4}, at", caption)


def test_no_table_of_figures_is_there_without_a_record(page):
    tables = {found["id"].removeprefix("of-") for found in page.select("h3[id^=of-]")}
    assert tables == set(WRITTEN)


def test_figures_that_are_not_recorded_stand_under_what_was_not_measured(page):
    missing = page.find(id="unrecorded").text
    found = [each for each in benchmarks(read_record()) if each.missing]
    assert found
    assert [each.command for each in found if each.command not in missing] == []


def test_every_benchmark_that_prints_a_result_is_explained():
    files = {file.stem for file in (ROOT / "benchmarks").glob("*.py") if "RESULT " in file.read_text(encoding="utf-8")}
    assert files == set(proof_words()["benchmarks"])


def test_no_figure_stands_in_what_the_page_says():
    sentences = [each["means"] for said in proof_words()["benchmarks"].values() for each in said["figures"]]
    assert [text for text in sentences if re.search(r"\d+(?:\.\d+)? (?:times|%)", text)] == []


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"grading": {"command": "c", **RUN, "figures": {"speedup_9": 1}}}, "speedup_9"),
        ({"baking": {"command": "c", **RUN, "figures": {}}}, "baking"),
        ({"grading": {**RUN, "figures": {}}}, "command"),
        ({"grading": {"command": "c", "by": "me", **RUN, "figures": {}}}, "by"),
    ],
)
def test_a_record_with_unknown_or_missing_keys_is_refused_in_one_sentence(record, told):
    with pytest.raises(NegotiationError) as refused:
        benchmarks(record)
    assert told in str(refused.value)
    assert str(refused.value).count(".") - str(refused.value).count(".json") - str(refused.value).count(".toml") == 1


def test_what_a_benchmark_printed_replaces_what_it_had_and_nothing_else():
    before = taken_in({}, "RESULT speedup_1e6=3 ms_1e20=0.50\n", RUN)
    after = taken_in(before, "much else\nRESULT tables=300 p99_ms=7 lost=0 per_second=58\n", RUN)
    assert after["frontier"] == before["frontier"]
    assert after["tables"] == {
        "command": "python benchmarks/tables.py", **RUN,
        "figures": {"tables": 300, "p99_ms": 7, "lost": 0, "per_second": 58},
    }  # fmt: skip
    assert set(taken_in(after, "RESULT tables=2\n", RUN)["tables"]["figures"]) == {"tables"}


@pytest.mark.parametrize(("printed", "told"), [("RESULT tables=1 chairs=2", "chairs"), ("all went well", "RESULT")])
def test_what_no_benchmark_explains_is_not_taken_in(printed, told):
    with pytest.raises(NegotiationError, match=told):
        taken_in({}, printed, RUN)


def test_no_two_benchmarks_print_the_same_figure():
    names = [name for said in proof_words()["benchmarks"].values() for name in names_of(said)]
    assert len(names) == len(set(names))


def test_the_readme_has_the_figures_that_are_recorded():
    text = README.read_text(encoding="utf-8")
    assert readme_figures().count("\n") > 3
    assert readme_with(readme_figures(), text) == text
    assert readme_figures() in text


def test_the_page_cites_the_kit_as_citation_cff_does(page):
    cff = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    said = {name: re.search(rf'^{name}: "?([^"\n]+)', cff, re.MULTILINE)[1] for name in ("title", "version")}
    assert page.find("cite").text == said["title"]
    assert f"Version {said['version']}." in page.text
    assert f'version = "{said["version"]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'- name: "([^"]+)"', cff)[1] == proof_words()["cite"]["authors"]


def test_whatever_else_there_is_has_sources_and_says_where_it_is_better(page):
    for other in proof_words()["others"]:
        assert other["there"].endswith(".")
        assert other["sources"]
        assert [at for at in other["sources"] if not page.find("a", href=at)] == []


def test_axe_finds_nothing_on_the_page_and_it_fits_a_phone(browser, tmp_path: Path):
    (tmp_path / PROOF).write_bytes(proof_page().replace(b"{files}", b"."))
    (tmp_path / "site.css").write_text(site_style(), encoding="utf-8")
    assert list(faults(browser, tmp_path, [PROOF])) == []


def test_every_page_links_it(site: Path):
    pages = list(site.rglob("*.html"))
    assert site / PROOF in pages
    for page in pages:
        up = "../" if page.parent != site else ""
        assert f'<a href="{up}{PROOF}" hreflang="en"' in page.read_text(encoding="utf-8"), page
