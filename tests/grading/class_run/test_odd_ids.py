"""Ids that nbgrader would change are refused at the door, and no id or missing stamp goes by in silence."""

import logging
import shutil
import sys

from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.nbgrader_adapter.plain_log import OneLine
from nbgrader.api import Gradebook

from .gradebooks import EXERCISE, dump, gradebook_url

ODD = ("demo-01 ", " demo-01", "demo-01\n2030-01-01 ERROR forged")


def test_an_id_that_nbgrader_would_change_is_refused_and_touches_nobodys_marks(course):
    grade_class(course, EXERCISE, students=["demo-01"])
    before = dump(gradebook_url(course))
    for odd in ODD:
        shutil.copytree(course / "submitted" / "demo-02", course / "submitted" / odd)
    summary = grade_class(course, EXERCISE, students=[*ODD, "demo-01"])
    assert set(summary.failed) == set(ODD)
    assert all("is no student id" in sentence and "\n" not in sentence for sentence in summary.failed.values())
    assert dump(gradebook_url(course)) == before
    log = (course / ".biggerpie" / f"{EXERCISE}.log").read_text()
    assert not [line for line in log.splitlines() if line.startswith("2030-01-01")]


def test_a_submission_without_a_time_stamp_is_told_where_there_is_a_due_date(course):
    (course / "submitted" / "demo-01" / EXERCISE / "timestamp.txt").unlink()
    outcomes = grade_class(course, EXERCISE, students=["demo-01", "demo-03"]).outcomes
    assert outcomes["demo-01"].told == ("no time stamp (timestamp.txt), so it counts as in time.",)
    assert outcomes["demo-03"].told == ()


def test_a_late_stamp_that_becomes_unreadable_counts_as_the_summary_says(course):
    stamp = course / "submitted" / "demo-02" / EXERCISE / "timestamp.txt"
    for text, late in (("2030-01-21 09:00:00 UTC", True), ("soon", False)):
        stamp.write_text(text)
        grade_class(course, EXERCISE, students=["demo-02"])
        with Gradebook(gradebook_url(course)) as book:
            assert (book.find_submission(EXERCISE, "demo-02").total_seconds_late > 0) == late


def test_nothing_that_is_logged_begins_a_line_or_steers_a_terminal():
    try:
        raise ValueError("a\n2030-01-01 ERROR forged \x1b[2J")
    except ValueError:
        record = logging.LogRecord("", logging.ERROR, "", 0, "%s", ("b\n2030-01-01 ERROR forged",), sys.exc_info())
    lines = OneLine("%(levelname)s %(message)s").format(record).splitlines()
    assert lines[0] == r"ERROR b\n2030-01-01 ERROR forged"
    assert all(line.startswith("    ") for line in lines[1:])
    assert r"\x1b[2J" in lines[-1]
