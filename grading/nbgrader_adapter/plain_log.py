"""Logs without what steers a terminal: a student's text may stand in any message of nbgrader's."""

import logging
import sys
import traceback
from typing import Any

from ...negotiation import NegotiationError
from ..submission.printable import escaped


class PlainRecord(logging.LogRecord):
    """A record whose message and traceback hold no escapes, and whose further lines are indented.

    Where nbgrader writes the traceback of a NegotiationError as a message, the sentence stands in its place.

    Every formatter and handler takes a record's text from here: nbgrader's on the terminal and in its file, what
    formgrader's buttons show, and the log of the server that formgrader runs in.
    """

    def __init__(self, *about: Any, **more: Any) -> None:
        """Take what logging gives; write the traceback out, so that no formatter does it in its own way."""
        super().__init__(*about, **more)
        if isinstance(error := sys.exc_info()[1], NegotiationError) and "Traceback" in str(self.msg):
            self.msg, self.args = f"{NegotiationError.__name__}: {error}", ()  # it is a sentence that says all
        if self.exc_info and self.exc_info[0]:
            whole = "".join(traceback.format_exception(*self.exc_info)).rstrip("\n")
            self.exc_text = _indented(f"\n{whole}").lstrip("\n")

    def getMessage(self) -> str:  # noqa: N802  # logging's name
        """Return the message; a student's text begins none of its lines."""
        return _indented(super().getMessage())


class OneLine(logging.Formatter):
    """Writes each message on one line, and what follows it indented: a student's id begins no line of the log."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's name
        """Return the message with its line ends and what steers a terminal escaped."""
        return escaped(super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        """Return the message, and indented its traceback."""
        message, *rest = super().format(record).split("\n")
        return "\n".join([message, *(f"    {escaped(line)}" for line in rest)])


def write_plainly() -> None:
    """Let whatever this process logs from now on be plain."""
    logging.setLogRecordFactory(PlainRecord)


def _indented(text: str) -> str:
    """Return a text with all lines but the first indented."""
    return "\n    ".join(map(escaped, text.split("\n")))
