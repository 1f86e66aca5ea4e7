"""What export plugins for one assignment share: `nbgrader export --exporter=… --assignment=NAME --to=FILE`."""

import sys
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExportPlugin

from ...negotiation import NegotiationError
from ..atomic_files import write_whole
from .class_marks import ClassMarks, Classmate, classmates_in
from .marks_to_give import marks_to_give_in


class TableExport(ExportPlugin):
    """Writes one assignment's marks as `written` makes them; a mistake is one sentence, and then nothing is written."""

    default_name = "marks.csv"

    def written(self, marks: ClassMarks, classmates: list[Classmate]) -> tuple[bytes, list[str]]:
        """Return the file's content, and what the instructor must know of it."""
        raise NotImplementedError

    def noted(self, course: Path, assignment: str) -> None:
        """Note that the marks were given out."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the file that `--to` names, or `default_name`."""
        course, names = CourseDirectory(parent=self), [str(name) for name in self.assignment]
        try:
            if len(names) != 1:
                raise NegotiationError("name one assignment, such as --assignment=01-both-can-gain.")
            marks, classmates = marks_to_give_in(gradebook, course, names[0], self), classmates_in(gradebook)
            if chosen := set(map(str, self.student)):
                kept = {student: mark for student, mark in marks.marks.items() if student in chosen}
                marks = ClassMarks(marks.assignment, marks.maximum, kept)
            content, told = self.written(marks, classmates)
        except NegotiationError as problem:
            self.log.error(str(problem))  # noqa: TRY400  # a sentence, without the traceback
            sys.exit(2)
        file = Path(self.to or self.default_name).absolute()
        write_whole(file, content)
        self.noted(Path(course.root), names[0])
        self.log.info("%s holds the marks of %s.", file, names[0])
        for sentence in told:
            self.log.warning(sentence)
