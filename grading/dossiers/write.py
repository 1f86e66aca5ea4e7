"""Writing the dossiers, when an assignment is generated: from the command line and by formgrader's button."""

from pathlib import Path

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from tqdm import tqdm

from ...negotiation import NegotiationError
from ..record import drafted_exercise
from ..who_can_read import who_can_read
from ..whole_files import write_whole
from .dossier import FILE, Dossiers, drawn_case, fingerprints, written_dossier
from .named import NamedCase
from .pool import SEALS, SIZE, key_of, require_seal, seal
from .secret import course_secret


class WriteDossiers(NbGraderPreprocessor):
    """Writes the dossiers beside the released notebook.

    A preprocessor and not nbgrader's post_convert_hook, because nbgrader passes over a failing hook: an exercise
    without dossiers would be handed out.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:  # type: ignore[type-arg]
        """Write them for an exercise whose case has variants; raise what is wrong with the secret."""
        exercise = drafted_exercise(nb)
        if exercise is not None and exercise.named.has_variants:
            coursedir = CourseDirectory(parent=self)
            about = resources["nbgrader"]
            folder = Path(coursedir.format_path(coursedir.release_directory, ".", about["assignment"]))
            try:
                write_dossiers(Path(coursedir.root), folder, about["assignment"], exercise.named, about["db_url"])
            except NegotiationError as problem:
                self.log.error("%s", problem)  # noqa: TRY400  # nbgrader logs the traceback itself
                raise
            if said := who_can_read(Path(coursedir.root), shared=coursedir.groupshared):
                self.log.warning("%s", said)
        return nb, resources


def write_dossiers(course: Path, release: Path, exercise: str, named: NamedCase, db_url: str) -> None:
    """Write the pool of an exercise into its release folder.

    Raises NegotiationError where the exercise was generated with another secret before: what students have by now
    would be marked as another case.
    """
    secret = course_secret(course, create=True)
    sealed = seal(secret, exercise)
    require_seal(course, exercise, sealed)
    with Gradebook(db_url) as gradebook:
        known = fingerprints((student.id for student in gradebook.students), sealed)
    numbers = tqdm(range(SIZE), desc="dossiers", unit="", ncols=79, mininterval=1)
    pool = tuple(written_dossier(named, drawn_case(named, key_of(secret, exercise, n))) for n in numbers)
    write_whole(release / FILE, Dossiers(sealed, known, pool).content())
    write_whole(course / SEALS / exercise, sealed.encode())
