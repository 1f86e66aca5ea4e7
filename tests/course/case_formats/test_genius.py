"""GENIUS domains: read with their original meaning, exactly, and refused in one sentence where that cannot be."""

import json
import os
from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from biggerpie.course.case_formats import GeniusDomain, genius_domain, read_genius
from biggerpie.course.case_formats.whole_points import in_whole_points
from biggerpie.negotiation import (
    NegotiationError,
    Payoffs,
    frontier,
    greatest_sum,
    kalai_smorodinsky,
    nash,
)

STALL = Path(__file__).parent / "stall"
DOMAIN, SIDES = STALL / "stall.xml", [STALL / "stall_grower.xml", STALL / "stall_town.xml"]
BESIDE = Path(__file__).parents[4] / "shared" / "data" / "genius"
COLLECTION = Path(os.environ.get("BIGGERPIE_GENIUS", BESIDE))
REFERENCE = COLLECTION / "reference.json"
RECORDS = json.loads(REFERENCE.read_text(encoding="utf-8")) if REFERENCE.is_file() else []


def test_every_package_has_the_utility_that_the_formula_gives():
    read = genius_domain(DOMAIN, SIDES)
    rent = {"grower": [3, 2, 1], "town": [2, 4, 6]}
    square, hour = [3, 7], {"grower": [10, 5, 0], "town": [1, 2, 3]}
    for a, b, c in product(range(3), range(2), range(3)):
        grower = Fraction(5, 10) * rent["grower"][a] / 3 + Fraction(3, 10) * square[b] / 7
        grower += Fraction(2, 10) * hour["grower"][c] / 10
        town = Fraction(6, 10) * rent["town"][a] / 6 + Fraction(3, 10) * hour["town"][c] / 3
        assert read.case.payoffs((a, b, c)) == (grower * read.scale, town * read.scale)
    assert read.case.reservation_values == (read.scale // 4, 0)
    assert read.discounts == (Fraction(9, 10), 1)
    assert read_genius(DOMAIN, SIDES) == read.case


def test_an_issues_number_is_not_its_place_and_a_similarity_is_no_utility():
    case = read_genius(DOMAIN, SIDES)
    assert [issue.name for issue in case.issues] == ["rent", "side of the square", "hour of closing"]
    assert case.issues[0].options == ("90", "120", "150")
    assert [party.name for party in case.parties] == ["stall_grower", "stall_town"]
    assert case.title == "Market stall"


@pytest.mark.skipif(not RECORDS, reason="the GENIUS files are not ours; BIGGERPIE_GENIUS names their folder")
@pytest.mark.parametrize("record", RECORDS, ids=[record["folder"] for record in RECORDS])
def test_the_domains_of_the_collections_give_their_reference(record):
    folder = COLLECTION / record["folder"]
    (domain,) = [file for file in folder.glob("*.xml") if file.name not in record["profiles"]]
    read = genius_domain(domain, [folder / name for name in record["profiles"]])
    case, points = read.case, [point.payoffs for point in frontier(read.case)]
    every = [case.payoffs(package) for package in case.packages()]
    assert record == {
        "folder": record["folder"],
        "profiles": record["profiles"],
        "issues": "x".join(str(len(issue.options)) for issue in case.issues),
        "reservation_values": utilities(read, case.reservation_values),
        "discount": [float(share) for share in read.discounts],
        "packages": case.size,
        "frontier_packages": sum(payoffs in points for payoffs in every),
        "frontier_points": len(points),
        "nash_at_reservation_values": [utilities(read, nash(case).payoffs)],
        "greatest_sum": utilities(read, [sum(greatest_sum(case).payoffs)])[0],
        "kalai_smorodinsky": utilities(read, kalai_smorodinsky(case).payoffs),
        "egalitarian": utilities(read, max(points, key=sorted)),
    }
    assert set(points) == {p for p in every if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in every)}


def utilities(read: GeniusDomain, points: Iterable[int] | Payoffs) -> list[float]:
    """Points as utilities, with six digits as the reference has them."""
    return [float(round(Fraction(worth, read.scale), 6)) for worth in points]


def test_a_bare_and_is_read_as_it_stands_and_a_negative_evaluation_as_a_loss(tmp_path):
    files = [tmp_path / file.name for file in (DOMAIN, *SIDES)]
    for file, source in zip(files, (DOMAIN, *SIDES), strict=True):
        text = source.read_text(encoding="utf-8").replace('"church"', '"church & market"')
        file.write_text(text.replace('evaluation="3"/>', 'evaluation="-3"/>'), encoding="utf-8")
    read = genius_domain(files[0], files[1:])
    assert read.case.issues[1].options[0] == "church & market"
    assert read.case.parties[0].points[1][0] == Fraction(3, 10) * -3 / 7 * read.scale


DAMAGED = {
    "entities": (
        ("<utility_space>", '<!DOCTYPE u [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><utility_space>'),
        "declares a document type or entities",
    ),
    "an external entity": (
        ("<utility_space>", '<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/passwd">]><utility_space>'),
        "declares a document type or entities",
    ),
    "an external document type": (
        ("<utility_space>", '<!DOCTYPE u SYSTEM "http://localhost/u.dtd"><utility_space>'),
        "declares a document type or entities",
    ),
    "an undeclared entity": (("Market stall", "&pounds;"), "this is not XML: undefined entity"),
    "half a file": (("</utility_space>", ""), "this is not XML: no element found"),
    "an unknown encoding": (("<utility_space>", '<?xml version="1.0" encoding="klingon"?><utility_space>'), "encoding"),
    "another kind of file": (("utility_space>", "svg>"), "there is no <utility_space>"),
    "utilities that are no sums": (("<utility_space>", '<utility_space type="nonlinear">'), "not sums over issues"),
    "constraints": (("<reservation", "<ufun/><reservation"), "<ufun> may make the utilities something else"),
    "a tree of objectives": (("<weight index", "<objective/><weight index"), "there are 4 objectives"),
    "a range": (
        ('name="rent" type="discrete" etype="discrete" vtype="discrete"', 'name="rent" type="real"'),
        "issue 'rent': the issue is 'real'; only issues with a list of options can be read.",
    ),
    "a missing weight": (('<weight index="5"', '<weight index="6"'), "'hour of closing': there is no weight with its"),
    "a missing evaluation": ((' evaluation="0.2"', ""), "issue 'rent': the option '120' has no evaluation"),
    "an endless number": (('"0.2"', '"1e999999999"'), "'1e999999999' is not a number"),
    "not a number": (('"0.2"', '"NaN"'), "'NaN' is not a number"),
    "a negative weight": (('"0.5"/>', '"-0.5"/>'), "the <weight> is negative; write a number from 0 on."),
    "another domain": (('"church"', '"town hall"'), "the option 'church' has no evaluation"),
    "another issue": (('index="5" name="hour of closing"', 'index="9" name="lamp"'), "its issues are not those of"),
    "an issue twice": (('index="3" name="side of the square"', 'index="2" name="side"'), "two issues have the index"),
    "an option twice": (('value="120"', 'value="90"'), "two options are called '90'"),
    "an endless name": (("church", "church" * 99), "an <item> needs a 'value' of 1 to 200 letters"),
    "a reservation value above 1": (('<reservation value="0.25"/>', '<reservation value="25"/>'), "from 0 to 1"),
    "a megabyte": (("</objective>", " " * 1_000_001 + "</objective>"), "larger than 1 MB"),
    "too many issues": (
        ("</objective>", '<issue index="9" name="a"><item index="1" value="b"/></issue>' * 101 + "</objective>"),
        "there are 104 issues",
    ),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_what_cannot_be_read_is_refused_in_one_sentence_with_its_file(damage, tmp_path):
    (before, after), reason = DAMAGED[damage]
    text = SIDES[0].read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "grower.xml").write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(NegotiationError) as caught:
        read_genius(DOMAIN, [tmp_path / "grower.xml", SIDES[1]])
    said = str(caught.value)
    assert said.startswith("grower.xml")
    assert reason in said
    assert "\n" not in said
    assert len(said) < 1_000


@pytest.mark.parametrize("files", [[], SIDES[:1], SIDES * 11])
def test_a_domain_needs_a_file_for_each_side(files):
    with pytest.raises(NegotiationError, match=r"^stall.xml: there are \d+ utility files; give one for each side"):
        read_genius(DOMAIN, files)


def test_sides_of_the_same_name_are_told_apart(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "side.xml").write_bytes(SIDES[0].read_bytes())
    case = read_genius(DOMAIN, [tmp_path / "a" / "side.xml", tmp_path / "b" / "side.xml"])
    assert [party.name for party in case.parties] == ["side 1", "side 2"]


def test_points_are_rounded_no_further_than_keeps_the_same_packages_efficient(tmp_path):
    """Rents apart by a few millionths decide what is efficient, and thousandths would hide that."""
    side = tmp_path / "fine.xml"
    text = SIDES[0].read_text(encoding="utf-8").replace('"0.5"/>', '"0.49999999999"/>')
    for before, after in (('evaluation="0.1"', 'evaluation="0.29999"'), ('evaluation="0.2"', 'evaluation="0.299995"')):
        text = text.replace(before, after)
    side.write_text(text, encoding="utf-8")
    read = genius_domain(DOMAIN, [side, SIDES[1]])
    rounded, said = in_whole_points(read)
    assert {point.package for point in frontier(rounded)} == {point.package for point in frontier(read.case)}
    assert "A utility of 1 is 100,000 points." in said
    coarser = [round(10_000 * Fraction(worth, read.scale)) for worth in read.case.parties[0].points[0]]
    assert len(set(coarser)) < len(coarser)
