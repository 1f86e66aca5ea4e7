"""Submissions that mean no harm: what a good page of each sort holds, and asks for, is learnt from these."""

from ..class_of_thirty import as_file
from .model import NO_NOTEBOOK, Hostile, file
from .written import written

SOURCE = "an honest student"
TEXT = "# We trade\n\n**Both** *gain*, see [there](https://example.org):\n\n1. salary\n\n- days\n\n> quoted\n\n`code`"
EMPTY = "there is no answer 'package' yet"
HARMLESS: tuple[Hostile, ...] = (
    written("formatted", TEXT, SOURCE),
    file("untouched", "break", as_file, EMPTY, package=None, right=0, source=SOURCE),
    file("nothing", "break", lambda _: b"", NO_NOTEBOOK, package=None, right=0, source=SOURCE),
)
