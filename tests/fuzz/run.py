"""Running a target on so many inputs."""

import tempfile
import warnings
from pathlib import Path

from . import elsewhere, learners, submissions, talks
from .budget import Tally, tried
from .rendered import rendered
from .target import Open, Target, random_for

TARGETS: dict[str, Open] = {
    "notebook": submissions.notebook,
    "safe page": submissions.safe_page,
    "markdown": submissions.markdown,
    "rendered": rendered,
    "answers": submissions.answers,
    "words": submissions.words,
    "file names": submissions.file_names,
    "time stamps": submissions.stamps,
    "worked-as": learners.worked_as_file,
    "case number": learners.case_counter,
    "ledger": learners.ledger,
    "learner's record": learners.learners_record,
    "dossiers": learners.dossiers,
    "ids": learners.ids,
    "authored case": learners.authored_case,
    "written case": learners.written_case,
    "handed-in talk": learners.handed_in_talk,
    "case file": learners.case_file,
    "transcript": talks.transcript,
    "loaded talk": talks.loaded_talk,
    "GENIUS domain": elsewhere.genius_domain,
    "case as CSV": elsewhere.case_as_csv,
    "case as xlsx": elsewhere.case_as_xlsx,
}


def fuzzed(name: str, inputs: int, seed: int = 1, first: int = 0) -> Tally:
    """Run a target on inputs number `first` and following, and return how it fared."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        target = TARGETS[name](Path(folder).resolve())
        for number in range(first, first + inputs):
            _once(target, name, seed, number, tally)
    return tally


def _once(target: Target, name: str, seed: int, number: int, tally: Tally) -> None:
    tried(target.run, target.make(random_for(name, seed, number)), number, tally)
