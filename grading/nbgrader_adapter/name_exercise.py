"""Writing into a released notebook where it comes from: its exercise, its course and the drawing of its cases."""

from pathlib import Path

from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_locked

from ...negotiation import NegotiationError
from ..dossiers.named import LINE
from ..dossiers.origin import Origin, is_of_origin
from ..dossiers.pool import seal
from ..dossiers.released import secret_to_generate_with
from .record import drafted_exercise


class NameExercise(NbGraderPreprocessor):
    """Adds to the `%case` line what the notebook is of, before nbgrader records the cell.

    The notebook compares it with the dossiers beside it, and marking with where it was handed in.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:  # type: ignore[type-arg]
        """Do so in an exercise of the kit's; raise what is wrong with the secret."""
        exercise = drafted_exercise(nb)
        if exercise is None:
            return nb, resources
        name = resources["nbgrader"]["assignment"]
        origin = origin_of(CourseDirectory(parent=self), name)
        if exercise.named.has_variants:
            try:
                secret = secret_to_generate_with(Path(CourseDirectory(parent=self).root))
            except NegotiationError as problem:
                self.log.error("%s", problem)  # noqa: TRY400  # nbgrader logs the traceback itself
                raise
            origin = Origin(origin.exercise, origin.course, seal(secret, name))
        for cell in filter(is_locked, nb.cells):
            cell.source = LINE.sub(lambda line: named_line(line[0], origin), cell.source)
        return nb, resources


def origin_of(coursedir: CourseDirectory, exercise: str) -> Origin:
    """Return the name of an exercise and of its course."""
    return Origin(exercise, coursedir.course_id)


def named_line(line: str, origin: Origin) -> str:
    """Return a `%case` line that says where its notebook comes from."""
    return " ".join([*(word for word in line.split() if not is_of_origin(word)), origin.words()])
