"""Grading one submission with nbgrader's own converters, so that it is done as a whole or not at all."""

from dataclasses import dataclass, field, replace
from glob import escape
from math import isclose
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import BaseConverter, GenerateFeedback
from nbgrader.coursedir import CourseDirectory

from ...negotiation import NegotiationError, listing
from ..class_run.staging import HIDDEN, put_in_place, workplace
from ..class_run.stamps import Stamp, digest_of_folder, digest_of_writing, read_stamp, stamp_file, write_stamp
from ..collecting.disk_room import is_full, without_room
from ..dossiers.graded import identity_stamp
from ..kit_version import EARLIER, kit_named, kit_version
from ..submission.allowed_files import Rules, rules_for
from ..submission.file_budget import over_file_budget, size_of
from ..submission.notebook_names import only_notebook_renamed, others
from ..submission.printable_names import quoted
from ..submission.student_ids import is_plain_id
from ..submission.tidying import tidied
from .kept_schemas import schemas_kept
from .one_pass import AutogradeInOnePass
from .problems import Problem, caught_errors, problem_from
from .record import Records, records_kept
from .shared_gradebook import SharedGradebook
from .standing import Generated, automatic_score, digest_of_marks, roster
from .time_stamps import TIMESTAMP

SAME = 0.005  # marks that look the same
COPIES = 2  # of a submission's files: the marked one, and the feedback that shows its pictures
NO_STAMP = f"no time stamp ({TIMESTAMP}), so it counts as in time."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done for a submission, what the instructor should know about its files, and what went wrong."""

    marked: bool = False
    feedback: bool = False
    told: tuple[str, ...] = ()
    problem: Problem | None = None
    older_kit: str = ""
    """The version of the kit that marked it before, where it is another than this one and it was not marked again."""


@dataclass(slots=True)
class Grader:
    """One process's tools: the course as nbgrader knows it, and its gradebook.

    What was marked before the assignment was generated anew is marked again; with `force` everything is.
    Without `feedback` no pages are written.
    """

    app: NbGrader
    generated: Generated
    force: bool = False
    feedback: bool = True
    book: SharedGradebook = field(init=False)
    rules: Rules = field(init=False)
    records: Records = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the gradebook in this process, and look up which files may stay."""
        self.book = SharedGradebook(self.app.coursedir.db_url)
        self.rules = rules_for(self._folder("source", "."), self._folder("release", "."))

    def grade(self, student: str) -> Outcome:
        """Mark a student's submission and write its feedback, as far as that is still to do."""
        marked = feedback = False
        told: tuple[str, ...] = ()
        older_kit = ""
        with records_kept(self.records), schemas_kept(), caught_errors(self.app.log) as caught:
            try:
                _refuse_odd_id(student)
                self._refuse_over_budget(student)
                told = self._tidied(student)
                marked, changed = self._mark(student)
                told += changed
                older_kit = "" if marked else self._older_kit(student)
                feedback = self.feedback and self._give_feedback(student)
            except (Exception, SystemExit) as error:  # whatever it was, it is told, and the others are graded
                self.app.log.exception("%s", quoted(student))
                return Outcome(marked, feedback, (*told, *caught.told), problem_from(caught.first or error))
        return Outcome(marked, feedback, (*told, *caught.told), older_kit=older_kit)

    def _refuse_over_budget(self, student: str) -> None:
        """Raise NegotiationError where a submission's files are too many or too large, before anything reads them."""
        handed_out = Path(self.app.coursedir.format_path(self.app.coursedir.source_directory, ".", self.generated.name))
        if said := over_file_budget(self._folder("submitted", student), handed_out):
            raise NegotiationError(f"the submission {said}")

    def _tidied(self, student: str) -> tuple[str, ...]:
        """Put the submission's files in order, and what an older kit made of them; return what there is to tell."""
        folder, wanted = self._folder("submitted", student), self.generated.notebooks
        pages = replace(self.rules, written=[f"{Path(name).stem}.html" for name in wanted])
        told = tidied(folder, self._course, self.rules)
        if self.generated.is_due and not (folder / TIMESTAMP).exists() and not any(TIMESTAMP in said for said in told):
            told.append(NO_STAMP)
        for step, rules in (("autograded", self.rules), ("feedback", pages)):
            if (place := self._folder(step, student)).is_dir():
                told += tidied(place, self._course, rules)
        return tuple(filter(None, [*told, only_notebook_renamed(folder, wanted), others(folder, wanted)]))

    def _older_kit(self, student: str) -> str:
        """Return the version of the kit that marked a submission, "" where it is this one."""
        kit = read_stamp(stamp_file(self._course, self._folder("submitted", student))).kit or EARLIER
        return "" if kit == kit_version() else kit

    def _mark(self, student: str) -> tuple[bool, tuple[str, ...]]:
        """Mark a submission if that is to do; return whether it was, and a sentence where the marks changed alone."""
        submitted, autograded = self._folder("submitted", student), self._folder("autograded", student)
        if not any((submitted / name).exists() for name in self.generated.notebooks):
            raise NegotiationError(
                f"there is no notebook to mark; {listing(self.generated.notebooks, 'or')} is wanted."
            )
        stamp = stamp_file(self._course, submitted)
        case = identity_stamp(self._course, self.generated.name, student, self._roster)
        files, before = digest_of_folder(submitted), read_stamp(stamp)
        now = " ".join([files, self.generated.digest, case]).strip()
        if not self.force and autograded.is_dir() and before.submission == now:
            return False, ()
        old = self._score(student) if before.submission.startswith(files) else None
        self._require_room(submitted)
        self._hand_in(student, submitted)
        self._convert(AutogradeInOnePass, "autograded", student)
        write_stamp(stamp, Stamp(submission=now, kit=kit_version()))
        return True, changed_mark(old, self._score(student), before.kit or EARLIER)

    def _score(self, student: str) -> float | None:
        """Return the marks that a submission has without a person's, None where it has none yet."""
        with self.book.transaction() as book:
            return automatic_score(book, self.generated.name, student)

    def _require_room(self, submitted: Path) -> None:
        """Raise NegotiationError where its copy and its feedback would fill a disk that has room for the others."""
        if not is_full(self._course) and (said := without_room(self._course, COPIES * size_of(submitted))):
            raise NegotiationError(f"the submission {said}; make room on the disk and run this again.")

    def _hand_in(self, student: str, submitted: Path) -> None:
        """Note in the gradebook that there is a submission, so that marking it needs the lock for a moment only."""
        timestamp = self.app.coursedir.get_existing_timestamp(str(submitted))
        with self.book.transaction() as book:
            if AutogradeInOnePass(parent=self.app).create_student:
                book.update_or_create_student(student)
            elif student not in roster(book):
                raise NegotiationError("the roster names nobody with this id (c.Autograde.create_student is off).")
            when = {"timestamp": timestamp} if timestamp else {}
            submission = book.update_or_create_submission(self.generated.name, student, **when)
            submission.timestamp = timestamp  # also where none can be read any more
            book.db.commit()

    def _give_feedback(self, student: str) -> bool:
        stamp = stamp_file(self._course, self._folder("submitted", student))
        known = read_stamp(stamp)
        written = digest_of_writing(self._folder("autograded", student))  # nbgrader's own may be writing there now
        with self.book.transaction() as book:
            now = f"{digest_of_marks(book, self.generated.name, student, self.app)} {written}"
        if not self.force and self._folder("feedback", student).is_dir() and known.feedback == now:
            return False
        self._convert(GenerateFeedback, "feedback", student)
        write_stamp(stamp, replace(known, feedback=now))
        return True

    def _convert(self, converter: type[BaseConverter], step: str, student: str) -> None:
        """Run a converter in one transaction on a folder beside the place of its result, then put it there."""
        with workplace(self._course) as work:
            coursedir = CourseDirectory(parent=self.app)
            coursedir.student_id = escape(student)
            coursedir.assignment_id = self.generated.name
            setattr(coursedir, f"{step}_directory", f"{HIDDEN}/work/{work.name}/{step}")
            with self.book.transaction():
                converter(coursedir=coursedir, parent=self.app).start()
            put_in_place(self._folder(step, student, coursedir), self._folder(step, student), work)

    def _roster(self) -> set[str]:
        with self.book.transaction() as book:
            return roster(book)

    @property
    def _course(self) -> Path:
        return Path(self.app.coursedir.root)

    def _folder(self, step: str, student: str, coursedir: CourseDirectory | None = None) -> Path:
        places = coursedir or self.app.coursedir
        return Path(places.format_path(getattr(places, f"{step}_directory"), student, self.generated.name))


def changed_mark(old: float | None, new: float | None, kit: str) -> tuple[str, ...]:
    """Return a sentence where the marks of the same files changed since a version of the kit marked them."""
    if old is None or new is None or isclose(old, new, abs_tol=SAME):
        return ()
    return (f"the same files were marked {old:g} by {kit_named(kit)}, and now {new:g}.",)


def _refuse_odd_id(student: str) -> None:
    if not is_plain_id(student):
        raise NegotiationError(
            f"the folder's name {quoted(student)} is no student id, for it begins or ends with a blank or holds "
            "characters that cannot be seen; rename the folder to the student's id."
        )
