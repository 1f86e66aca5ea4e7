"""The summary at the end of a run: how many were graded, and what is left for the instructor to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..kit_version import kit_named, kit_version
from ..nbgrader_adapter.one_submission import Outcome
from ..nbgrader_adapter.standing import Standing
from ..submission.printable import printable

MOST_NAMES = 10


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
    """What is odd about the cases of the class."""

    @property
    def failed(self) -> dict[str, str]:
        """The students whose submission could not be graded, and why."""
        return {s: o.problem.sentence for s, o in self.outcomes.items() if o.problem and not o.problem.stops_the_run}

    def text(self) -> str:
        """Return the summary as lines."""
        marked = sum(o.marked for o in self.outcomes.values())
        feedback = sum(o.feedback for o in self.outcomes.values())
        unchanged = sum(not (o.marked or o.feedback or o.problem) for o in self.outcomes.values())
        lines = [
            f"{self.assignment}: {marked} marked, {feedback} given feedback, {unchanged} were up to date.",
            *_people("handed in late", self.standing.late),
            *_people(
                "waiting for marks that a person gives (in formgrader; then run this again)",
                self.standing.needs_manual_grade,
            ),
            *_people("in the roster without a submission", self.standing.missing),
            *_people("not in the roster before, and added to the gradebook", self.standing.strangers),
            *(f"{said[:1].upper()}{said[1:]}" for said in self.doubts),
            *self._marked_otherwise(),
            *self._told(),
            *self._failures(),
        ]
        if self.stopped:
            lines.append(
                f"Stopped: {self.stopped}. {self.left} submissions are left; what was marked before is kept. "
                "Run the same command again: it goes on from here."
            )
        if self.seen:
            lines.append(self.seen)
        return "\n".join(map(printable, lines))

    def _marked_otherwise(self) -> list[str]:
        """Say who was marked by another version of the kit: marks of two versions may differ for the same answers."""
        by_kit: dict[str, list[str]] = {}
        for student, outcome in self.outcomes.items():
            if outcome.older_kit:
                by_kit.setdefault(outcome.older_kit, []).append(student)
        return [
            f"{len(students)} were marked by {kit_named(kit)}, and this is version {kit_version()}, which may mark "
            f"otherwise: {_names(students)}. With --force all are marked alike, and you are told whose marks change."
            for kit, students in by_kit.items()
        ]

    def _told(self) -> list[str]:
        """Say whose files could not be read as they are, or had to be put in order."""
        lines = [f"  {_names([student])}: {said}" for student, o in self.outcomes.items() for said in o.told]
        return ["Look at the files of:", *lines] if lines else []

    def _failures(self) -> list[str]:
        """Name who could not be graded, those with one reason together."""
        reasons: dict[str, list[str]] = {}
        for student, sentence in self.failed.items():
            reasons.setdefault(sentence, []).append(student)
        lines = [f"  {_names(students)}: {sentence}" for sentence, students in reasons.items()]
        count = len(self.failed)
        if not count:
            return []
        return [
            f"{count} could not be graded; what marks they had before are kept:",
            *lines,
            f"More about it stands in {self.log}",
        ]


def _people(what: str, students: tuple[str, ...]) -> list[str]:
    return [f"{len(students)} {what}: {_names(students)}"] if students else []


def _names(students: list[str] | tuple[str, ...]) -> str:
    """Return names as they can be printed, the first ones of many."""
    shown = [printable(student) for student in students[:MOST_NAMES]]
    more = len(students) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
