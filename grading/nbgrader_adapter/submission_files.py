"""A submission's files before it is marked: where they are, put in order, and what there is to tell of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory

from ..class_run.stamps import digest_of_folder
from ..dossiers.released import begun_on
from ..notices import Notices, keep_notices, read_notices
from ..submission.allowed_files import Rules, rules_for
from ..submission.notebook_names import only_notebook_renamed, others
from ..submission.tidying import tidied
from .due_dates import DueDates, course_zone
from .standing import Generated
from .time_doubts import time_doubts
from .time_stamps import TIMESTAMP, time_of


@dataclass(slots=True)
class SubmissionFiles:
    """The folders of an assignment's submissions, and which files may stay in them."""

    app: NbGrader
    generated: Generated
    due: DueDates
    rules: Rules = field(init=False)
    begun: str = field(init=False)
    """The day on which the assignment was generated first, "" where nothing tells it."""

    def __post_init__(self) -> None:
        """Look up what was handed out, and when."""
        self.rules = rules_for(self.folder("source", "."), self.folder("release", "."))
        self.begun = begun_on(self.course, self.generated.name)

    @property
    def course(self) -> Path:
        """The course's folder."""
        return Path(self.app.coursedir.root)

    def folder(self, step: str, student: str, coursedir: CourseDirectory | None = None) -> Path:
        """Return a student's folder in one of nbgrader's steps, such as 'submitted'."""
        places = coursedir or self.app.coursedir
        return Path(places.format_path(getattr(places, f"{step}_directory"), student, self.generated.name))

    def put_in_order(self, student: str) -> Notices:
        """Put the submission's files in order, and what an older kit made of them; keep what there is to tell."""
        folder, known = self.folder("submitted", student), read_notices(self.course, self.generated.name, student)
        before = digest_of_folder(folder) if known.files else ""
        told = tidied(folder, self.course, self.rules)
        pages = replace(self.rules, written=[f"{Path(name).stem}.html" for name in self.generated.notebooks])
        for step, rules in (("autograded", self.rules), ("feedback", pages)):
            if (place := self.folder(step, student)).is_dir():
                told += tidied(place, self.course, rules)
        renamed = only_notebook_renamed(folder, self.generated.notebooks, self.course)
        now = digest_of_folder(folder)
        notices = known if known.submission in {before, now} else Notices(student)
        files = (*notices.files, *told)
        stands = tuple(filter(None, [*self._stands(folder, student, files), renamed]))
        notices = replace(notices, submission=now, files=files, now=stands, problem="")
        return keep_notices(self.course, self.generated.name, notices)

    def _stands(self, folder: Path, student: str, told: tuple[str, ...]) -> Iterator[str]:
        """Yield what is odd about a submission as it lies there."""
        if not any(TIMESTAMP in said for said in told):
            zone = course_zone(self.app.config)
            yield from time_doubts(time_of(folder), self.due.of(student), self.begun, zone)
        yield others(folder, self.generated.notebooks)
