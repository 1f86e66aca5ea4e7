"""Writing the dossiers, when an assignment is generated: from the command line and by formgrader's button."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from tqdm import tqdm

from ...negotiation import NegotiationError
from ..atomic_files import write_whole
from ..course_modes import made_for_group, share_course
from ..dossiers.dossier import FILE, Code, Dossiers, drawn_case, written_dossier
from ..dossiers.drawn import digest_of_case, require_drawn_alike
from ..dossiers.hub_names import read_hub_names
from ..dossiers.ids import said_of_ids
from ..dossiers.named import NamedCase
from ..dossiers.origin import Origin
from ..dossiers.own_case import hand_out
from ..dossiers.places import places_for
from ..dossiers.pool import key_of
from ..dossiers.released import Released, read_released, secret_to_generate_with, write_released
from ..dossiers.secret import secret_made
from ..dossiers.terms import doubts, refuse_last_terms, today
from ..kit_version import kit_version
from ..who_can_read import who_can_read
from .class_list import class_list
from .name_exercise import origin_of
from .record import drafted_exercise

NOBODY_ANY_MORE = (
    "the class list is empty now; everybody for whom {exercise} was generated keeps the case. If the gradebook was "
    "lost, put your copy of it back, or import students.csv."
)
NOBODY = (
    "the class list is empty, so {exercise} gives everybody a case, but two may have the same; import students.csv "
    "first, and, if nobody has begun, delete .biggerpie/seals/{exercise} and release/{exercise} and generate again."
)


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
            share_course(Path(coursedir.root), asked=coursedir.groupshared)
            try:
                origin = origin_of(coursedir, about["assignment"])
                write = partial(write_dossiers, Path(coursedir.root), folder, origin, exercise.named)
                with made_for_group(Path(coursedir.root)):
                    told = write(class_list(about["db_url"]))
                for said in told:
                    self.log.warning("%s", said)
            except NegotiationError as problem:
                self.log.error("%s", problem)  # noqa: TRY400  # nbgrader logs the traceback itself
                raise
            if said := who_can_read(Path(coursedir.root), shared=coursedir.groupshared):
                self.log.warning("%s", said)
        return nb, resources


def write_dossiers(
    course: Path, release: Path, origin: Origin, named: NamedCase, students: Collection[str]
) -> list[str]:
    """Write the pool of an exercise into its release folder; return what the instructor should know of it.

    Raises NegotiationError where the exercise was generated with another secret before, because what students have by
    now would be marked as another case, and where it was generated for another class.
    """
    exercise, secret = origin.exercise, secret_to_generate_with(course)
    noted = read_released(course, exercise, secret)
    refuse_last_terms(exercise, secret_made(course), noted, students)
    released = noted or _first_release(secret, exercise, students, read_hub_names(course))
    pool, drawn = _pool(secret, exercise, named, released.places.size)
    for number, digest in enumerate(drawn):
        require_drawn_alike(exercise, named, released, number, digest)
    dossiers = Dossiers(
        released.places, pool, replace(origin, seal=released.places.seal), named.words_of_case(), kit_version()
    )
    write_whole(release / FILE, dossiers.content())
    hand_out(named, release)
    write_released(course, exercise, replace(released, kit=released.kit or kit_version(), drawn=drawn))
    unlike = [sentence for sentence in [said_of_ids(students)] if sentence]
    nobody = NOBODY_ANY_MORE if released.students else NOBODY
    return [*([] if students else [nobody.format(exercise=exercise)]), *unlike, *doubts(exercise, released, students)]


def _first_release(secret: str, exercise: str, students: Collection[str], hub_names: Collection[str]) -> Released:
    """Return who gets which case; a name that only a hub has for a student gets one, too, which nobody else has."""
    places = places_for(secret, exercise, {*students, *hub_names})
    return Released(places, today().isoformat(), tuple(sorted(students)), kit_version())


def _pool(secret: str, exercise: str, named: NamedCase, size: int) -> tuple[tuple[Code, ...], tuple[str, ...]]:
    """Return the dossiers of the pool, and a digest of each case."""
    numbers = tqdm(range(size), desc="dossiers", unit="", ncols=79, mininterval=1)
    cases = [drawn_case(named, key_of(secret, exercise, number)) for number in numbers]
    return tuple(written_dossier(named, case) for case in cases), tuple(digest_of_case(named, case) for case in cases)
