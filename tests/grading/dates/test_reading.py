"""One reader of dates: what nbgrader misreads is read right or refused in one sentence, and every date is echoed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from biggerpie.grading.dates.reading import read_moment, read_span
from biggerpie.grading.dates.telling import told, whose_zone, written
from biggerpie.grading.dates.zones import Zone, chosen_zone
from biggerpie.negotiation import NegotiationError
from hypothesis import given
from hypothesis import strategies as st

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 12)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-05 23:59", datetime(2026, 12, 5, 22, 59)),
        ("2026-07-05T23:59", datetime(2026, 7, 5, 21, 59)),
        ("2026-12-05 23:59:30.5 UTC", datetime(2026, 12, 5, 23, 59, 30, 500000)),
        ("2026-12-05 23:59Z", datetime(2026, 12, 5, 23, 59)),
        ("2026-12-05 23:59 +0100", datetime(2026, 12, 5, 22, 59)),
        ("2026-12-05 23:59-08:00", datetime(2026, 12, 6, 7, 59)),
        ("2026-12-05 23:59 America/Los_Angeles", datetime(2026, 12, 6, 7, 59)),
        ("2026-10-25 02:30 +01:00", datetime(2026, 10, 25, 1, 30)),
    ],
)
def test_a_date_with_one_meaning_is_read_in_utc(text, moment):
    assert read_moment(text, BERLIN) == moment


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("05.12.2026", "has two meanings"),
        ("5.12.2026 23:59", "has two meanings"),
        ("12/05/2026 23:59", "has two meanings"),
        ("05-12-26", "has two meanings"),
        ("2026-12-05", "names a day and no time of it"),
        ("2026-12-05 23:59 PST", "'PST' is not the name of one time zone"),
        ("2026-12-05 23:59 CEST", "'CEST' is not the name of one time zone"),
        ("2026-12-05 23:59 +01", "'+01' is not the name of one time zone"),
        ("2026-12-05 23:59 Europe/Berln", "'Europe/Berln' is not the name of one time zone"),
        ("2026-12-05 23:59 Europe", "'Europe' is not the name of one time zone"),
        ("2026-02-30 23:59", "is in no calendar from 1970 to 2100"),
        ("2026-13-01", "is in no calendar"),
        ("2026-12-05 24:00", "the hours of a day end at 23:59"),
        ("31.12.2026 23:59", "is not understood as a date"),
        ("9999-12-31 23:59", "is in no calendar"),
        ("0001-01-01 00:00 +14:00", "is in no calendar"),
        ("2026-10-25 02:30", "comes twice, for clocks are set back then; add the distance from UTC, +02:00 for"),
        ("2026-03-29 02:30", "does not exist: clocks are set forward"),
        ("next Friday", "is not understood as a date"),
        (" 2026-12-05 23:59", "is not understood as a date"),
        ("", "is not understood as a date"),
        ("2026-12-05 23:59 ../../etc/passwd", "is not understood as a date"),
        ("\N{FULLWIDTH DIGIT TWO}026-12-05 23:59", "is not understood as a date"),
    ],
)
def test_a_date_with_two_meanings_or_none_is_refused_in_one_sentence(text, says):
    with pytest.raises(NegotiationError, match=r"[.]$") as refused:
        read_moment(text, BERLIN)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.text(max_size=80) | st.from_regex(r"\A2026-1[0-9]-[0-3][0-9][ T][0-2][0-9]:[0-6][0-9].{0,30}\Z"))
def test_any_text_is_a_moment_or_one_printable_sentence(text):
    try:
        assert read_moment(text, BERLIN).tzinfo is None
    except NegotiationError as refused:
        assert str(refused).isprintable()


@given(st.datetimes(datetime(1972, 1, 1), datetime(2099, 12, 31)).map(lambda time: time.replace(microsecond=0)))
def test_what_is_written_is_read_as_the_same_moment_in_every_zone(moment):
    text = written(moment, Zone(BERLIN))
    assert read_moment(text, ZoneInfo("Asia/Kolkata")) == read_moment(text, UTC) == moment


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        (datetime(2026, 12, 5, 22, 59), "Saturday 5 December 2026, 23:59 Europe/Berlin, in 9 days"),
        (datetime(2026, 11, 25, 12), "Wednesday 25 November 2026, 13:00 Europe/Berlin, 24 hours ago"),
        (datetime(2026, 11, 26, 12, 1), "Thursday 26 November 2026, 13:01 Europe/Berlin, in 1 minute"),
        (datetime(2026, 11, 26, 12, 0, 20), "Thursday 26 November 2026, 13:00:20 Europe/Berlin, now"),
        (datetime(2027, 11, 26, 12), "Friday 26 November 2027, 13:00 Europe/Berlin, in 52 weeks"),
    ],
)
def test_a_moment_is_told_with_its_weekday_its_zone_and_how_far_it_is(moment, says):
    assert told(moment, Zone(BERLIN), NOW) == says


def test_the_computers_own_zone_is_said_where_the_course_names_none(monkeypatch):
    assert chosen_zone("Europe/Berlin") == Zone(BERLIN)
    assert whose_zone(chosen_zone("Europe/Berlin"), NOW) == ""
    monkeypatch.setattr("biggerpie.grading.dates.zones.get_localzone", lambda: BERLIN)
    assert chosen_zone("").rules == BERLIN
    assert whose_zone(chosen_zone(""), NOW).startswith("Europe/Berlin is this computer's zone; c.CourseDates.zone")


@pytest.mark.parametrize("name", ["CEST", "Berlin", "../UTC", "Europe/Berln"])
def test_a_setting_that_names_no_zone_is_one_sentence(name):
    with pytest.raises(NegotiationError, match=r"names no time zone; write one such as 'Europe/Berlin'"):
        chosen_zone(name)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("36h", timedelta(hours=36)),
        ("2d", timedelta(days=2)),
        ("1 w", timedelta(weeks=1)),
        ("1w 2d 3h", timedelta(days=9, hours=3)),
        ("2", None),
        ("-2d", None),
        ("2d 3", None),
    ],
)
def test_a_span_is_counts_of_hours_days_and_weeks(text, span):
    assert read_span(text) == span
