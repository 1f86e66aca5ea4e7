"""Grading one submission with nbgrader's own converters, so that it is done as a whole or not at all."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from glob import escape
from pathlib import Path

from filelock import FileLock
from nbgrader.api import MissingEntry
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import BaseConverter
from nbgrader.coursedir import CourseDirectory

from ...negotiation import NegotiationError, listing
from ..class_run.staging import HIDDEN, put_in_place, workplace
from ..class_run.stamps import Stamp, kept_file, read_stamp, stamp_file, write_stamp
from ..collecting.disk_room import is_full, without_room
from ..course_modes import secret_mode
from ..dossiers.graded import case_and_stamp
from ..kit_version import EARLIER, kit_version
from ..notices import Notices, keep_notices, read_notices
from ..submission.file_budget import over_file_budget, size_of
from ..submission.out_of_place import what_there_is
from ..submission.printable_names import quoted
from ..submission.set_aside import SetAside
from ..submission.student_ids import is_plain_id
from .due_dates import DueDates, due_dates
from .feedback import ShowFindings
from .grade_rows import GradeRow, grade_rows
from .judged import judged, let_stand
from .kept_converter import KeptFeedback
from .kept_schemas import schemas_kept
from .lateness import SettleLateness
from .marks_before import MarksBefore, note_file, note_marks_before, noted_marks_before
from .one_pass import AutogradeInOnePass
from .problems import CaughtErrors, Problem, caught_errors, problem_from
from .record import Records, is_the_kits, records_kept
from .shared_gradebook import SharedGradebook
from .shown_feedback import digest_of_feedback
from .standing import Generated, automatic_score, roster
from .submission_files import SubmissionFiles
from .time_stamps import time_of

STEPS: Mapping[str, type[BaseConverter]] = {"autograded": AutogradeInOnePass, "feedback": KeptFeedback}
COPIES = 2  # of a submission's files: the marked one, and the feedback that shows its pictures


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done for a submission, what the instructor should see to about it, and what went wrong."""

    marked: bool = False
    feedback: bool = False
    told: tuple[str, ...] = ()
    problem: Problem | None = None
    older_kit: str = ""
    """The version of the kit that marked it before, where it is another than this one and it was not marked again."""


@dataclass(slots=True)
class Grader:
    """One process's tools: the course as nbgrader knows it, and its gradebook.

    What was marked before the assignment was generated again is marked again; with `force` everything is.
    Without `feedback` no pages are written.
    """

    app: NbGrader
    generated: Generated
    force: bool = False
    feedback: bool = True
    book: SharedGradebook = field(init=False)
    due: DueDates = field(init=False)
    files: SubmissionFiles = field(init=False)
    is_the_kits: bool = field(init=False)
    records: Records = field(default_factory=dict)
    converters: dict[str, BaseConverter] = field(default_factory=dict)
    show: ShowFindings | None = None

    def __post_init__(self) -> None:
        """Open the gradebook in this process, and look up until when is time."""
        self.book = SharedGradebook(self.app.coursedir.db_url)
        with self.book.transaction() as book:
            self.due = due_dates(book, self._course, self.generated.name)
            self.is_the_kits = is_the_kits(self.book.db_url, self.generated.name, self.generated.notebooks)
        self.files = SubmissionFiles(self.app, self.generated, self.due)

    def grade(self, student: str) -> Outcome:
        """Mark a student's submission and write its feedback, as far as that is still to do."""
        marked = feedback = False
        older_kit = ""
        with records_kept(self.records), schemas_kept(), caught_errors(self.app.log) as caught:
            try:
                _refuse_odd_id(student)
                with self._alone(student):
                    self._refuse_over_budget(student)
                    notices = self.files.put_in_order(student)
                    marked = self._mark(notices, caught)
                    older_kit = "" if marked else self._older_kit(student)
                    self._give_penalty_again(student)
                    feedback = self.feedback and self._give_feedback(student)
            except (Exception, SystemExit) as error:  # whatever it was, it is told, and the others are graded
                self.app.log.exception("%s", quoted(student))
                problem = problem_from(caught.first or error)
                self._keep_problem(student, problem, caught.told)
                return Outcome(marked, feedback, self._told(student), problem)
        return Outcome(marked, feedback, self._told(student), older_kit=older_kit)

    def _alone(self, student: str) -> AbstractContextManager[object]:
        """Keep others from the submission: a process whose run was killed may still be at it."""
        file = kept_file(self._course, "locks", self.files.folder("submitted", student))
        file.parent.mkdir(exist_ok=True)
        return FileLock(file, mode=secret_mode(self._course))

    def _told(self, student: str) -> tuple[str, ...]:
        """Return what is open about a submission."""
        return read_notices(self._course, self.generated.name, student).open

    def _keep_problem(self, student: str, problem: Problem, said: list[str]) -> None:
        """Keep why a submission could not be marked, and what was said until then."""
        if not problem.stops_the_run:
            notices = read_notices(self._course, self.generated.name, student)
            marking = tuple(said) or notices.marking
            keep_notices(self._course, self.generated.name, replace(notices, marking=marking, problem=problem.sentence))

    def _refuse_over_budget(self, student: str) -> None:
        """Raise NegotiationError where a submission's files are too many or too large, before anything reads them."""
        handed_out = Path(self.app.coursedir.format_path(self.app.coursedir.source_directory, ".", self.generated.name))
        if said := over_file_budget(self.files.folder("submitted", student), handed_out):
            raise NegotiationError(f"the submission {said}")

    def _rows(self, student: str) -> list[GradeRow] | None:
        """Return what the gradebook holds of a submission's graded cells, None where it knows no submission."""
        with self.book.transaction() as book:
            try:
                return grade_rows(book, self.generated.name, student)
            except MissingEntry:
                return None

    def _older_kit(self, student: str) -> str:
        """Return the version of the kit that marked a submission, "" where it is this one."""
        kit = read_stamp(stamp_file(self._course, self.files.folder("submitted", student))).kit or EARLIER
        return "" if kit == kit_version() else kit

    def _mark(self, notices: Notices, caught: CaughtErrors) -> bool:
        """Mark a submission that has changed; what marking says is kept before it counts as marked."""
        student = notices.student
        submitted, autograded = self.files.folder("submitted", student), self.files.folder("autograded", student)
        if not any((submitted / name).exists() for name in self.generated.notebooks):
            aside = SetAside(self._course, submitted).name
            only = f", only {named}" if (named := what_there_is(submitted, self._course / aside)) else ""
            if named and "a notebook" not in named:  # all that is odd about the files is said here
                keep_notices(self._course, self.generated.name, replace(notices, files=(), now=()))
            lies = f" (what was set aside lies in {quoted(aside)})" if (self._course / aside).is_dir() else ""
            raise NegotiationError(
                f"there is no notebook to mark{only}; {listing(self.generated.notebooks, 'or')} is wanted{lies}."
            )
        stamp = stamp_file(self._course, submitted)
        case_of, case = case_and_stamp(self._course, self.generated.name, student, self._roster)
        now = " ".join(filter(None, [notices.submission, self.generated.digest, case, self._late(submitted, student)]))
        note = note_file(self._course, submitted)
        ended, rows = noted_marks_before(note), self._rows(student)
        before = ended or MarksBefore(read_stamp(stamp), automatic_score(rows))
        done = autograded.is_dir() and before.stamp.submission == now and not before.are_lost
        if done and not (ended or self.force):
            if notices.waiting and not any(row.waits for row in rows or ()):
                keep_notices(self._course, self.generated.name, replace(notices, waiting=()))
            return False
        self._require_room(submitted)
        if not ended:
            before = replace(before, by_hand=judged(rows or (), autograded))
            note_marks_before(note, before)
        self._hand_in(student, submitted)
        self._convert("autograded", student)
        with self.book.transaction() as book:
            rows = grade_rows(book, self.generated.name, student)
            after = judged(rows, autograded)
            settled = let_stand(book, self.generated.name, student, before.by_hand, after)
        changes = before.told(notices.submission, case_of, automatic_score(rows), after)
        waits = any(row.waits and row.part not in settled for row in rows)
        waiting = tuple(caught.waiting) if waits else ()
        said = replace(notices, marking=(*caught.told, *changes), waiting=waiting, unread=caught.unread)
        keep_notices(self._course, self.generated.name, said)
        write_stamp(stamp, Stamp(submission=now, kit=kit_version(), case_of=case_of))
        note.unlink(missing_ok=True)
        return True

    def _late(self, submitted: Path, student: str) -> str:
        """Return a text that changes when a submission is late by more or less than before, "" where it is in time."""
        time, due = time_of(submitted), self.due.of(student)
        return f"{(time - due).total_seconds():g}" if time and due and time > due else ""

    def _give_penalty_again(self, student: str) -> None:
        """Let the penalty of a late submission be for all its marks, those that were given after marking, too."""
        if self._late(self.files.folder("submitted", student), student):
            with self.book.transaction() as book:
                SettleLateness(parent=self.app).give_again(book, self.generated.name, student)

    def _require_room(self, submitted: Path) -> None:
        """Raise NegotiationError where its copy and its feedback would fill a disk that has room for the others."""
        if not is_full(self._course) and (said := without_room(self._course, COPIES * size_of(submitted))):
            raise NegotiationError(f"the submission {said}; make room on the disk and run this again.")

    def _hand_in(self, student: str, submitted: Path) -> None:
        """Note in the gradebook that there is a submission, so that marking it needs the lock for a moment only."""
        timestamp = self.app.coursedir.get_existing_timestamp(str(submitted))
        with self.book.transaction() as book:
            if self._converter("autograded").create_student:
                book.update_or_create_student(student)
            elif student not in roster(book):
                raise NegotiationError("the roster names nobody with this id (c.Autograde.create_student is off).")
            when = {"timestamp": timestamp} if timestamp else {}
            submission = book.update_or_create_submission(self.generated.name, student, **when)
            submission.timestamp = timestamp  # also where none can be read any more
            book.db.commit()

    def _give_feedback(self, student: str) -> bool:
        stamp = stamp_file(self._course, self.files.folder("submitted", student))
        known = read_stamp(stamp)
        self.show = self.show or ShowFindings(parent=self.app)
        with self.book.transaction() as book:
            autograded = self.files.folder("autograded", student)
            now = digest_of_feedback(book, self.generated.name, student, self.show, autograded)
        if not self.force and self.files.folder("feedback", student).is_dir() and known.feedback == now:
            return False
        self._convert("feedback", student)
        write_stamp(stamp, replace(known, feedback=now))
        return True

    def _convert(self, step: str, student: str) -> None:
        """Run a converter in one transaction on a folder beside the place of its result, then put it there."""
        converter = self._converter(step)
        with workplace(self._course) as work:
            coursedir = converter.coursedir
            coursedir.student_id = escape(student)
            setattr(coursedir, f"{step}_directory", f"{HIDDEN}/work/{work.name}/{step}")
            with self.book.transaction():
                converter.start()
            put_in_place(self.files.folder(step, student, coursedir), self.files.folder(step, student), work)

    def _converter(self, step: str) -> BaseConverter:
        """Return what converts in a step, one for all submissions to an exercise of the kit's: nothing is executed."""
        if step not in self.converters or not self.is_the_kits:
            coursedir = CourseDirectory(parent=self.app)
            coursedir.assignment_id = self.generated.name
            self.converters[step] = STEPS[step](coursedir=coursedir, parent=self.app)
        return self.converters[step]

    def _roster(self) -> set[str]:
        with self.book.transaction() as book:
            return roster(book)

    @property
    def _course(self) -> Path:
        return Path(self.app.coursedir.root)


def _refuse_odd_id(student: str) -> None:
    if not is_plain_id(student):
        raise NegotiationError(
            f"the folder's name {quoted(student)} is no student id, for it begins or ends with a blank or holds "
            "characters that cannot be seen; rename the folder to the student's id."
        )
