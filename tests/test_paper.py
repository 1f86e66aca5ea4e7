"""The paper has what the Journal of Open Source Education's reviewers look for, and cites what its bibliography has."""

import re

from tools.canonical import ROOT

PAPER = (ROOT / "paper" / "paper.md").read_text(encoding="utf-8")
BIBLIOGRAPHY = (ROOT / "paper" / "paper.bib").read_text(encoding="utf-8")
SECTIONS = [
    "Summary",
    "Statement of need",
    "Learning objectives and content",
    "Instructional design",
    "Adoption",
    "Story of the project",
    "Experience of use",
    "References",
]
MOST_WORDS = 1_000
WITHOUT_DOI = {"thompson1996"}  # none was found, as the site's bibliography says


def test_the_paper_has_its_sections_and_the_length_that_the_journal_asks_for():
    assert re.findall(r"^# (.+)$", PAPER, re.MULTILINE) == SECTIONS
    assert 250 < len(PAPER.partition("# Summary")[2].split()) <= MOST_WORDS


def test_every_entry_is_cited_and_every_citation_has_an_entry():
    cited = set(re.findall(r"@(\w+)", PAPER.partition("# Summary")[2]))
    assert cited == set(re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY, re.MULTILINE))


def test_every_entry_has_a_doi_that_the_sites_bibliography_confirms():
    known = (ROOT / "website" / "bibliography.md").read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=@)", BIBLIOGRAPHY):
        name = re.match(r"@\w+\{(\w+),", entry)[1]
        doi = re.search(r"doi = \{(.+)\}", entry)
        assert bool(doi) == (name not in WITHOUT_DOI), name
        assert not doi or doi[1] in known or doi[1].startswith("10.21105/jose."), name
