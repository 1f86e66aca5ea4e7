"""The record in the browser's Python: what another tab wrote and what was done here are brought together."""

import json
from importlib import import_module

import IPython
import pytest
from biggerpie.website.in_browser.ipython_stand_in import now_runs
from biggerpie.widgets.record import FILE, Entry, record_in
from biggerpie.widgets.record.entries import as_data, from_data

OURS, THEIRS, THIRD = (("00-welcome", place, "question") for place in ("ours", "theirs", "third"))
AT = "2026-11-27T12:00:00.000000Z"


def written(*keys) -> str:
    return json.dumps(as_data({key: Entry(AT, {"by": key[1]}) for key in keys}))


@pytest.fixture
def session(monkeypatch):
    """The module, which the stand-in for IPython is written for."""
    monkeypatch.setattr(IPython, "now_runs", now_runs, raising=False)
    return import_module("biggerpie.website.in_browser.session")


@pytest.fixture
def there(tmp_path, monkeypatch, session):
    """A page that has put something into its record."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(session, "_files", {})
    record_in(tmp_path).put(OURS, {"by": "ours"}, None)
    record_in(tmp_path).save()
    session.changed_files()
    yield tmp_path / FILE
    record_in(tmp_path).close()


def test_both_have_what_either_wrote_and_the_page_is_told_what_to_store(there, session):
    session.take({FILE: written(THEIRS)})
    told = session.changed_files()[FILE]
    assert told is not None
    assert set(from_data(json.loads(told))) == {OURS, THEIRS}


def test_what_a_third_tab_wrote_before_stays(there, session):
    session.take({FILE: written(THIRD)})
    session.take({FILE: written(THEIRS)})
    assert set(from_data(json.loads(there.read_text()))) == {OURS, THEIRS, THIRD}


def test_what_holds_all_already_changes_nothing(there, session):
    session.take({FILE: there.read_text()})
    assert session.changed_files() == {}


@pytest.mark.parametrize("strange", ["{broken", '{"version": 99, "lessons": {}}'])
def test_what_is_no_record_is_put_aside_and_ours_stays(there, session, strange):
    session.take({FILE: strange})
    told = session.changed_files()
    assert set(from_data(json.loads(told[FILE] or ""))) == {OURS}
    assert strange in told.values()


def test_a_saved_record_is_loaded_beside_what_is_stored_where_no_page_has_begun(tmp_path, monkeypatch, session):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(session, "_files", {})
    assert session.load(written(THEIRS), {FILE: written(THIRD)}) == {"fault": ""}
    assert set(from_data(json.loads(session.changed_files()[FILE]))) == {THEIRS, THIRD}
    record_in(tmp_path).close()
