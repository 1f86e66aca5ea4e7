"""Playing a tournament: who takes part in which cases, and all talks on as many processors as there are."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from tqdm import tqdm

from ..grading.class_run.workers import DiedError, cores, in_processes
from ..grading.submission.budget import MEGABYTE, Budget
from ..negotiation import Case, NegotiationError, case_names, load_case, variant, zone_of_agreement
from ..negotiation.counterpart import TWO
from ..negotiation.table import Match, Outcome, counterpart_names, matches, meet, open_session, played
from .case_formats.csv_sheet import csv_bytes
from .case_formats.files import ENDINGS, case_in
from .case_formats.sheet import Row

MOST_PROCESSES = 64
HEADINGS = ("case", "seed", "first side", "second side", "begins", "ending", "rounds", "first payoff", "second payoff")
BUDGET = Budget(cpu_seconds=900, seconds=7_200, memory=2_000 * MEGABYTE, starts_processes=False)
"""For the talks of one pair in one case; they take seconds, and on a large case of one's own perhaps minutes."""


def people(names: Sequence[str]) -> tuple[str, ...]:
    """Return who takes part: these, or everybody; raise NegotiationError for somebody nobody knows."""
    return tuple(dict.fromkeys(meet(name).name for name in names)) or counterpart_names()


def cases_to_play(names: Sequence[str], seeds: int) -> dict[int, list[Case]]:
    """Return by seed (from 0) the cases to play: of a case with variants another one for each seed.

    Without names these are the kit's cases between two that can end in an agreement. Raises NegotiationError for a
    name that is no case and no file, and for a case of other than two parties or without a zone of agreement.
    """
    found = [_case(name) for name in names] or [case for case in map(load_case, case_names()) if _playable(case)]
    for case in found:
        if not _playable(case):
            raise NegotiationError(
                f"the case {case.title!r} cannot be played here; it needs two parties and a zone of agreement."
            )
    return {seed: [_of_seed(case, seed) for case in found] for seed in range(seeds)}


def outcomes_of(
    who: Sequence[str], cases: dict[int, list[Case]], seeds: int, rounds: int, processes: int = 0
) -> list[Outcome]:
    """Return how every talk went, in the order of the matches, whatever number of processes played them.

    Raises NegotiationError for a number of rounds or processes that cannot be, and where a process died.
    """
    if not 0 <= processes <= MOST_PROCESSES:
        raise NegotiationError(f"there cannot be {processes} processes; give 1 to {MOST_PROCESSES}.")
    planned = [match for seed in range(seeds) for match in matches(who, cases[seed], [seed], rounds)]
    open_session(planned[0].case, rounds)
    tasks = [(place, list(group)) for place, (_, group) in enumerate(groupby(planned, key=_pairing))]
    count = min(len(tasks), processes or cores())
    results = map(_alone, tasks) if count == 1 else in_processes(_player, tasks, count, BUDGET)
    done: dict[int, list[Outcome]] = {}
    with tqdm(desc="talks", total=len(planned), unit="", ncols=79, mininterval=1, disable=None) as bar:
        for (place, group), result in results:
            if isinstance(result, DiedError):
                raise NegotiationError(f"a talk about {group[0].case.title!r} {result}; leave that case out.")
            done[place] = result
            bar.update(len(group))
    return [outcome for place in sorted(done) for outcome in done[place]]


def talks_as_csv(outcomes: Iterable[Outcome]) -> bytes:
    """Return a table with a line for each talk."""
    return csv_bytes([HEADINGS, *map(_line, outcomes)])


Task = tuple[int, list[Match]]


def _alone(task: Task) -> tuple[Task, list[Outcome]]:
    return task, _play(task)


def _player() -> Callable[[Task], list[Outcome]]:
    return _play


def _play(task: Task) -> list[Outcome]:
    return [played(match) for match in task[1]]


def _pairing(match: Match) -> tuple[int, tuple[str, str]]:
    return id(match.case), match.names


def _case(name: str) -> Case:
    return case_in([Path(name)])[0] if Path(name).suffix.lower() in ENDINGS else load_case(name)


def _playable(case: Case) -> bool:
    return len(case.parties) == TWO and bool(zone_of_agreement(case))


def _of_seed(case: Case, seed: int) -> Case:
    return variant(case, f"tournament {seed}") if case.has_variants else case


def _line(outcome: Outcome) -> Row:
    match = outcome.match
    payoffs = outcome.payoffs or ("", "")
    begins = match.case.parties[match.first].name
    return (match.case.title, match.seed, *match.names, begins, str(outcome.ending), outcome.rounds, *payoffs)
