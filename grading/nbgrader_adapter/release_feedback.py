"""Releasing feedback to the exchange one submission after the other: what is odd about one stops no other."""

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from glob import glob
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.exchange.default import ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash

from ...negotiation import NegotiationError
from ..submission.feedback_secret import FILE, secret_in, without_secret
from ..submission.printable_names import quoted, quoted_all
from .feedback import ShowFindings
from .problems import problem_from
from .shown_feedback import older_pages
from .time_stamps import TIMESTAMP, time_of

NOT_RELEASED = "so the feedback was not released"
DRAFT = "-tmp"


@dataclass(frozen=True, slots=True)
class Feedback:
    """The folder with a student's feedback for an assignment."""

    student: str
    assignment: str
    folder: Path

    def __str__(self) -> str:
        """Return whose it is and for what, as it can be printed."""
        return f"{quoted(self.student)} ({quoted(self.assignment)})"


class ReleaseOneByOne(ExchangeReleaseFeedback):
    """nbgrader's releasing, which names the submission that it cannot release and goes on.

    nbgrader itself ends with a traceback at the first submission whose secret or time stamp is missing or no text.
    """

    def copy_files(self) -> None:
        """Release each chosen student's pages; raise ExchangeError after the last where some failed."""
        found = list(self._found())
        self._by_secret: dict[str, list[Feedback]] = defaultdict(list)
        for feedback in found:
            self._by_secret[secret_in(feedback.folder)].append(feedback)
        wanted = [feedback for feedback in found if self._is_wanted(feedback)]
        failed = [feedback.student for feedback in wanted if not self._tried(feedback)]
        self._say_what_is_older({feedback.student for feedback in wanted})
        if not wanted:
            self.log.warning("There is no feedback for %s to release.", quoted(self.coursedir.assignment_id))
        if failed:
            self.fail(f"The feedback of {quoted_all(failed)} could not be released; that of all others was looked at.")

    def _say_what_is_older(self, students: set[str]) -> None:
        """Name those whose page may be older than the marks: it was released nevertheless."""
        places, name = self.coursedir, self.coursedir.assignment_id
        with Gradebook(places.db_url, places.course_id) as book:
            older = [one for one in older_pages(book, places, name, ShowFindings(parent=self)) if one in students]
        if older:
            self.log.warning(
                "The feedback of %s may be older than the marks; run 'biggerpie grade %s', and release it again.",
                quoted_all(older),
                name,
            )

    def _found(self) -> Iterator[Feedback]:
        """Yield all folders of feedback in the course, also those of other assignments."""
        directory = self.coursedir.feedback_directory
        pattern = self.coursedir.format_path(directory, "(?P<student>.*)", "(?P<assignment>.*)", escape=True)
        for folder in sorted(glob(self.coursedir.format_path(directory, "*", "*"))):  # noqa: PTH207  # the setting may be absolute
            if match := re.fullmatch(pattern, folder, re.DOTALL):
                yield Feedback(match["student"], match["assignment"], Path(folder))

    def _is_wanted(self, feedback: Feedback) -> bool:
        wanted, excluded = self.coursedir.student_id or "*", self.coursedir.student_id_exclude.split(",")
        is_chosen = feedback.student == wanted or fnmatchcase(feedback.student, wanted)
        return feedback.assignment == self.coursedir.assignment_id and is_chosen and feedback.student not in excluded

    def _tried(self, feedback: Feedback) -> bool:
        """Release one student's pages, or say what keeps them back; return False where that could not even be tried."""
        try:
            self._release(feedback)
        except NegotiationError as problem:
            self.log.warning("%s: %s", quoted(feedback.student), problem)
        except Exception as error:  # noqa: BLE001  # whatever it was, the others' feedback is released
            self.log.error("%s: %s", quoted(feedback.student), problem_from(error).sentence)  # noqa: TRY400
            return False
        return True

    def _release(self, feedback: Feedback) -> None:
        """Raise NegotiationError where there is nothing to release, or no name to release it under."""
        if why := without_secret(feedback.folder):
            raise NegotiationError(f"{why}, {NOT_RELEASED}; hand it over, or let the student submit again.")
        secret = secret_in(feedback.folder)
        if others := [str(other) for other in self._by_secret[secret] if other != feedback]:
            raise NegotiationError(
                f"{FILE} is the same as that of {', '.join(others)}, and one page would take the other's place, "
                f"{NOT_RELEASED}; ask how that came about."
            )
        pages = [page for page in sorted(feedback.folder.glob("*.html")) if page.is_file() and not page.is_symlink()]
        if not pages:
            raise NegotiationError("there is no page to release; generate the feedback first.")
        for page in pages:
            self._put(page, Path(self.dest_path, f"{notebook_hash(secret=secret, notebook_id=page.stem)}.html"))
        time = time_of(feedback.folder)
        if time is None:
            self.log.warning("%s: %s tells no time; the feedback was released.", quoted(feedback.student), TIMESTAMP)
        self.log.info("Released the feedback of %s%s.", feedback, f" of {time:%Y-%m-%d %H:%M} UTC" if time else "")

    def _put(self, page: Path, place: Path) -> None:
        """Copy a page beside its place and rename it, so that no student fetches half of it."""
        draft = place.with_name(f"{place.stem}{DRAFT}.html")
        try:
            shutil.copy(page, draft)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
