"""Whatever is logged in a course: no text of a student's steers a terminal or begins a line."""

import io
import logging

import pytest
from biggerpie.grading.nbgrader_adapter.plain_log import OneLine, write_plainly
from tornado.log import LogFormatter

STEERING = "\x1b]0;PWNED\x07\x1b[2K\x1b[1G\x9b1m\u202ex\u2028\n[AutogradeApp | INFO] demo-07: cheated"
FORMATTERS = (LogFormatter(fmt="%(message)s", color=False), logging.Formatter("%(message)s"), OneLine("%(message)s"))


@pytest.fixture
def plain_records():
    """Records as a course's settings make them, for the time of a test."""
    before = logging.getLogRecordFactory()
    write_plainly()
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.parametrize("formatter", FORMATTERS, ids=lambda formatter: type(formatter).__name__)
def test_a_message_and_a_traceback_are_plain_by_every_formatter(plain_records, formatter):
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    log = logging.Logger("nbgrader")  # one that nobody else has
    log.addHandler(handler)
    log.warning("%s: " + STEERING, STEERING)
    try:
        raise ValueError(STEERING)
    except ValueError:
        log.exception("as the id %s", STEERING)
    said = written.getvalue()
    assert all(character.isprintable() or character == "\n" for character in said)
    assert r"\x1b]0;PWNED\x07\x1b[2K\x1b[1G\x9b1m\u202ex\u2028" in said
    assert not [line for line in said.splitlines() if line.startswith("[AutogradeApp")]
