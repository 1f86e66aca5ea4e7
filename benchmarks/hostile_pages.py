"""The pages of all runs of one way, kept in one course and opened in a browser when all are graded."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.hostile_run import Run
from tests.browser import open_browser
from tests.grading.hostile.browser import Gallery, look_at_all
from tests.grading.hostile.course import NEIGHBOUR

MOST = 60  # submissions in one course; formgrader is slow where many handed in


class Pages:
    """What is to be looked at of some runs of one way."""

    def __init__(self, template: Path, folder: Path, *, stock: bool) -> None:
        """Keep nothing yet."""
        self.gallery = Gallery.copied(template, folder, stock=stock)
        self.runs: dict[str, Run] = {}
        self.honest: list[str] = []

    def learn(self, run: Run) -> None:
        """Take over a harmless run, whose pages are what good ones are like."""
        if not self.honest:
            self._hang(run, NEIGHBOUR)
        self._hang(run, run.student)

    def keep(self, run: Run) -> None:
        """Keep a run's pages; one whose student has none and is not even named was not seen by anybody."""
        self.gallery.hang(run.course, run.student)
        self.runs[run.student] = run
        page = self.gallery.page("autograded", run.student)
        run.note("unseen", not page.is_file() and run.student not in run.words())

    def open(self) -> Iterator[Run]:
        """Open the pages and yield each run with what was found, said in its words."""
        shown = {student: run.hostile.shown for student, run in self.runs.items()}
        with open_browser() as browser:
            for student, faults in look_at_all(browser, self.gallery, shown, self.honest):
                for word, sentences in vars(faults).items():
                    self.runs[student].note(word, bool(sentences))
                    self.runs[student].said += [f"{word}: {sentence}" for sentence in sentences]
                yield self.runs[student]

    def _hang(self, run: Run, student: str) -> None:
        self.gallery.hang(run.course, student)
        self.honest.append(student)
