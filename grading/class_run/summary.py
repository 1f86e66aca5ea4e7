"""The summary of a run: how many were graded, and all that is left for the instructor to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..atomic_files import write_whole
from ..kit_version import kit_named, kit_version
from ..nbgrader_adapter.one_submission import Outcome
from ..nbgrader_adapter.standing import Standing
from ..notices import Notices
from ..submission.printable import printable

MOST_NAMES = 10
MOST_SENTENCES = 12
ALL = 1_000_000
LONGEST_LINE = 400
AGAIN = {False: "it goes on from here", True: "with --force it begins with the first submission again"}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: the outcome of each submission it came to, why it stopped early, and who else can read it."""

    assignment: str
    outcomes: Mapping[str, Outcome]
    standing: Standing
    left: int = 0
    stopped: str = ""
    log: str = ""
    seen: str = ""
    doubts: tuple[str, ...] = ()
    """What is odd about the assignment's source and the cases of the class."""
    notices: tuple[Notices, ...] = ()
    """What is to be seen to, of whichever run it comes."""
    dates: Sequence[str] = ()
    """Until when is time, as it was understood."""
    forced: bool = False
    """Whether what was up to date was done again, too."""
    left_out: tuple[str, ...] = ()
    """The students whom the course's settings leave out."""
    file: str = ""
    """Where the summary stands with every name and every sentence."""

    @property
    def failed(self) -> dict[str, str]:
        """The students whose submission could not be graded, and why."""
        return {s: o.problem.sentence for s, o in self.outcomes.items() if o.problem and not o.problem.stops_the_run}

    def written(self, course: Path) -> "Summary":
        """Write all of it into a file of the course, and return it with the file's place."""
        file = course / "reports" / f"grading-{self.assignment}.txt"
        write_whole(file, f"{self._lines(ALL, ALL)}\n".encode(errors="backslashreplace"))
        return replace(self, file=str(file))

    def text(self) -> str:
        """Return it in as many lines as a person reads on a screen, the last of which says where the others are."""
        lines = self._lines(MOST_NAMES, MOST_SENTENCES)
        is_all = lines == self._lines(ALL, ALL)
        return lines if is_all or not self.file else f"{lines}\nAll of it, with every name, stands in {self.file}"

    def _lines(self, names: int, sentences: int) -> str:
        marked = sum(o.marked for o in self.outcomes.values())
        feedback = sum(o.feedback for o in self.outcomes.values())
        unchanged = sum(not (o.marked or o.feedback or o.problem) for o in self.outcomes.values())
        lines = [
            f"{self.assignment}: {marked} marked, {feedback} given feedback, {unchanged} were up to date.",
            *_first(self.dates, names),
            *_people("handed in late", self.standing.late, names),
            *_people(
                "waiting for marks that a person gives (in formgrader; then run this again)",
                tuple(student for student in self.standing.needs_manual_grade if student not in self.failed),
                names,
            ),
            *_people("in the roster without a submission", self.standing.missing, names),
            *_people("left out, as nbgrader_config.py says", self.left_out, names),
            *_people("not in the roster before, and added to the gradebook", self.standing.strangers, names),
            *_first([_shown(said, sentences) for said in self.doubts], sentences),
            *self._marked_otherwise(names),
            *self._notices(names, sentences),
            *self._failures(names, sentences),
        ]
        if self.stopped:
            lines.append(
                f"Stopped: {self.stopped}. {self.left} submissions are left; what was marked before is kept. "
                f"Run the same command again: {AGAIN[self.forced]}."
            )
        if self.seen:
            lines.append(self.seen)
        return "\n".join(map(printable, lines))

    def _marked_otherwise(self, names: int) -> list[str]:
        """Say who was marked by another version of the kit: marks of two versions may differ for the same answers."""
        by_kit: dict[str, list[str]] = {}
        for student, outcome in self.outcomes.items():
            if outcome.older_kit:
                by_kit.setdefault(outcome.older_kit, []).append(student)
        return [
            f"{len(students)} were marked by {kit_named(kit)}, and this is version {kit_version()}, which may mark "
            f"otherwise: {_names(students, names)}. With --force all are marked alike, and whose marks change is told."
            for kit, students in by_kit.items()
        ]

    def _notices(self, names: int, sentences: int) -> list[str]:
        """Say what is to be seen to about whose submission."""
        lines = _grouped(((notices.student, said) for notices in self.notices for said in notices.open), names)
        if not lines:
            return []
        told = f"(when you have seen to it: biggerpie notices {self.assignment} --seen STUDENT)"
        return [f"Look at the files of: {told}", *_first(lines, sentences)]

    def _failures(self, names: int, sentences: int) -> list[str]:
        """Name who could not be graded, those with one reason together."""
        if not self.failed:
            return []
        return [
            f"{len(self.failed)} could not be graded; what marks they had before are kept:",
            *_first(_grouped(self.failed.items(), names), sentences),
            f"More about it stands in {self.log}",
        ]


def _people(what: str, students: tuple[str, ...], most: int) -> list[str]:
    return [f"{len(students)} {what}: {_names(students, most)}"] if students else []


def _shown(said: str, sentences: int) -> str:
    """Return a sentence as it begins a line; on a screen, the first part of a long one."""
    line = f"{said[:1].upper()}{said[1:]}"
    return line if sentences == ALL or len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…"


def _grouped(said: Iterable[tuple[str, str]], most: int) -> list[str]:
    """Return a line for each sentence, with the students of whom it is said."""
    students: dict[str, list[str]] = {}
    for student, sentence in said:
        students.setdefault(sentence, []).append(student)
    return [f"  {_names(whose, most)}: {sentence}" for sentence, whose in students.items()]


def _first(lines: Sequence[str], most: int) -> list[str]:
    more = len(lines) - most
    return [*lines[:most], *([f"  and {more} more lines"] if more > 0 else [])]


def _names(students: list[str] | tuple[str, ...], most: int) -> str:
    """Return names as they can be printed, the first ones of many."""
    shown = [printable(student) for student in students[:most]]
    more = len(students) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
