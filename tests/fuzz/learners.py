"""Targets: what stands in a learner's or a course's folder - counters, ledgers, records, dossiers, ids, cases."""

import gzip
import json
from pathlib import Path
from random import Random

from biggerpie.answers.answer import LONGEST_ANSWER
from biggerpie.grading import Answer
from biggerpie.grading.dossiers.dossier import FILE, drawn_case, written_dossier
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.grading.dossiers.ids import tidy
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.dossiers.self_paced import COUNTER, case_number, next_case
from biggerpie.grading.dossiers.student import own_case
from biggerpie.grading.dossiers.worked_as import FILE as WORKED_AS
from biggerpie.grading.dossiers.worked_as import read_worked_as
from biggerpie.grading.rubrics.authored_case import check_authored_case, mark_authored_case
from biggerpie.grading.rubrics.transcript import check_transcript, mark_transcript
from biggerpie.lessons.shelf import LEDGER, _read_ledger
from biggerpie.negotiation import load_case
from biggerpie.negotiation.case_file import read_case
from biggerpie.widgets import CaseEditor
from biggerpie.widgets.interest_map import InterestMap
from biggerpie.widgets.record import FILE as FILE_OF_RECORD
from biggerpie.widgets.record import Entry, Record
from biggerpie.widgets.record.entries import as_data

from ..grading.rubrics.test_authored_case import APPLE_JUICE
from ..grading.test_exercise import CELLS, TABLE
from .course import EXERCISE, put_secret
from .mutate import mutated_bytes, mutated_text
from .mutate_json import mutated_json
from .target import Target, reading_a_file

TALK = CELLS["transcript"][0]
NAMED = named_case("village-hall company log signed statements")
SEAL = b"0123456789abcdef01234567"
MANY = 2_048  # as many as there are
LARGEST = 8_000_000  # bytes of dossiers, several times what a large pool has
MAP = {
    "found": ["own-0", "other-0", "own-1"],
    "names": {"own-0": "money for a year"},
    "places": {"own-0": [0.25, 0.5], "other-0": [1, 0]},
    "links": [{"own": "own-0", "other": "other-0", "kind": "shared"}],
}


def worked_as_file(folder: Path) -> Target:
    """Read the instructor's list of ids that were mistyped."""
    file, seed = folder / WORKED_AS, "ada,adda\nbo,b\N{LATIN SMALL LETTER O WITH DIAERESIS}\n\nchi,chi\n".encode()
    return Target(lambda draw: mutated_bytes(seed, draw), reading_a_file(file, lambda: read_worked_as(folder)))


def case_counter(folder: Path) -> Target:
    """Read at which case a learner is, and go on to the next."""

    def read() -> None:
        assert case_number(folder) >= 1
        next_case(folder)

    return Target(lambda draw: mutated_bytes(b"12\n", draw), reading_a_file(folder / COUNTER, read))


def ledger(folder: Path) -> Target:
    """Read what the kit wrote into a learner's folder."""
    file, seed = folder / LEDGER, {"lessons/00-welcome.ipynb": "ab" * 32, "lessons/de/x.ipynb": "cd" * 32}
    return Target(lambda draw: mutated_json(seed, draw), reading_a_file(file, lambda: _read_ledger(file)))


def learners_record(folder: Path) -> Target:
    """Read a damaged record, and take up what it says of an interest map; it is read, left aside or put aside."""
    case, file = load_case("job-offer"), folder / FILE_OF_RECORD
    party = case.parties[0].name
    key = ("lesson", "place", "interest map")
    seed = as_data({key: Entry("2026-11-26T16:20:00.000000Z", {"map": MAP, "checked": []}, {})})

    def read() -> None:
        record = Record(file)
        if entry := record.entry(key):
            widget = InterestMap(case, party)
            widget._settled(entry.state)
            widget.close()
            record.put(key, entry.state, entry.before)
        record.close()
        for aside in folder.glob("*put-aside*"):
            aside.unlink()

    return Target(lambda draw: mutated_json(seed, draw), reading_a_file(file, read))


def dossiers(folder: Path) -> Target:
    """Open a student's case from damaged dossiers."""
    code = written_dossier(NAMED, drawn_case(NAMED, "fuzz"))
    whole = packed(json.dumps([code]).encode())

    def make(draw: Random) -> bytes:
        if draw.randrange(4) == 0:
            return mutated_bytes(whole, draw)
        one = mutated_json(code, draw)
        many = min(draw.choice((1, 1, 1, 1, 1, 1, 1, MANY)), max(1, LARGEST // len(one or b" ")))
        return packed(b"[" + b",".join([one] * many) + b"]")

    return Target(make, reading_a_file(folder / FILE, lambda: own_case(NAMED, "ada", folder)))


def ids(folder: Path) -> Target:
    """Find the case of an id, as a roster, a folder's name or a student may write it."""
    put_secret(folder, EXERCISE)
    code = json.dumps(written_dossier(NAMED, drawn_case(NAMED, "fuzz")))
    (folder / FILE).write_bytes(packed(f"[{','.join([code] * 3)}]".encode()))

    def run(student: str) -> None:
        assert tidy(tidy(student)) == tidy(student)
        graded_case(folder, EXERCISE, NAMED, student)
        own_case(NAMED, student, folder)

    return Target(lambda draw: mutated_text("ada.lovelace-1@example.org", draw), run)


def packed(pool: bytes) -> bytes:
    """Return a file of dossiers with that pool."""
    return gzip.compress(b'{"seal":"%s","known":["ab12"],"shifts":[0,1],"pool":%s}' % (SEAL, pool), 1)


def authored_case(_: Path) -> Target:
    """Read and mark a case that a student wrote as TOML."""
    case = load_case("job-offer")

    def run(text: str) -> None:
        answer = Answer("authored_case", text)
        mark = mark_authored_case(answer, 40)
        assert 0 <= mark.points <= 40, mark.points
        check_authored_case(case, "candidate", answer).report()._repr_html_().encode()

    return Target(lambda draw: mutated_text(APPLE_JUICE, draw), run)


def written_case(_: Path) -> Target:
    """Say what is wrong with a case that somebody is writing, and in which line, or what it is like."""
    widget = CaseEditor()

    def write(text: str) -> None:
        widget.text = text[:LONGEST_ANSWER]
        for problem in widget.picture["problems"]:
            assert problem["line"] is None or 1 <= problem["line"] <= len(widget.text.splitlines()) + 1, problem
        widget.doing = "issue"

    return Target(lambda draw: mutated_text(APPLE_JUICE, draw), write)


def handed_in_talk(_: Path) -> Target:
    """Read, replay and mark a talk as data."""

    def run(text: str) -> None:
        answer = Answer("transcript", text)
        mark = mark_transcript(answer, 40, TABLE)
        assert 0 <= mark.points <= 40, mark.points
        check_transcript(TABLE.case, "candidate", answer, TABLE).report()._repr_html_().encode()

    return Target(lambda draw: mutated_text(TALK, draw), run)


def case_file(folder: Path) -> Target:
    """Read a case file."""
    file, seed = folder / "case.toml", APPLE_JUICE.encode()
    return Target(lambda draw: mutated_bytes(seed, draw), reading_a_file(file, lambda: read_case(file)))
