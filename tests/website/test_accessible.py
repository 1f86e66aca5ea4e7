"""axe finds nothing on any page of the whole site, and none is wider than a screen of 320 pixels."""

import pytest
from biggerpie.lessons.pages import languages
from biggerpie.website.build import build_site
from biggerpie.website.reading_pages import read_guide

from tools.canonical import ROOT

from .accessible import faults, pages_of

pytestmark = [pytest.mark.long, pytest.mark.parametrize("language", languages())]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The whole site in all languages, with the teacher's guide, without Python."""
    folder = tmp_path_factory.mktemp("whole")
    build_site(folder, guide=read_guide(ROOT / "teaching"))
    return folder


def test_axe_finds_nothing_on_any_page_in_any_look(browser, whole, language):
    names = pages_of(whole, language)
    assert len(names) > 20
    assert list(faults(browser, whole, names)) == []


def test_axe_finds_nothing_on_any_page_without_scripts(browser, whole, language):
    assert list(faults(browser, whole, pages_of(whole, language), scripts=False)) == []
