"""The search's index: every section leads to a place of the site, and nothing of it tells how a bet comes out."""

import json
import re
from pathlib import Path

import pytest
from biggerpie.lessons.pages import languages
from biggerpie.website.search_index import plain


@pytest.mark.parametrize("language", languages())
def test_every_section_leads_to_a_place_of_the_site_and_has_a_text(site: Path, language):
    sections = json.loads(next(site.glob(f"files-*/search/{language}.json")).read_text(encoding="utf-8"))
    assert len(sections) > 60
    pages = site if language == "en" else site / language
    for title, address, spoken, text in sections:
        page, _, place = address.partition("#")
        assert f'id="{place}"' in (pages / page).read_text(encoding="utf-8"), address
        assert title
        assert spoken in languages()
        assert re.search(r"\w", text)
        assert not re.search(r"</?(?:p|strong|em|details|td)\b", text)


def test_a_text_is_plain_and_without_what_is_folded_until_after_a_bet():
    html = "<p>Sell &amp; <em>b</em>uy.</p><details><summary>Open</summary>\n<p>You lost.</p></details><p>Go on.</p>"
    assert plain(html) == "Sell & buy. Go on."
