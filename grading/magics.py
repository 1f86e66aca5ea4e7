"""The two magics of an exercise: `%case` opens the case, `%%answer` keeps an answer as text."""

from functools import partial
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from ..negotiation import NegotiationError, did_you_mean, load_case
from .answers import Answer
from .desk import ANSWER_NAMES, Desk, NotReadyError
from .mark import lost, note
from .report import Finding, Report

CASE_LINE = "%case job-offer candidate"


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Offer the magics, as `%load_ext biggerpie.grading` asks."""
    shell.register_magic_function(partial(open_case, shell), "line", "case")
    shell.register_magic_function(partial(keep_answer, shell), "cell", "answer")


def open_case(shell: InteractiveShell, line: str) -> None:
    """Put the case, the student's side and the checks into the notebook: `%case NAME PARTY`."""
    try:
        match line.split():
            case [name, side]:
                opened = load_case(name)
                party = opened.party(side)
            case _:
                raise NegotiationError(f"write the name of the case and your side, such as '{CASE_LINE}'.")
    except NegotiationError as problem:
        raise NotReadyError(str(problem)) from None
    unanswered: dict[str, Any] = {name: Answer(name) for name in ANSWER_NAMES}
    shell.push(
        {
            **unanswered,
            **Desk(opened, party.name, display, lambda mark: display(mark.report())).names(),
            "case": opened,
            "party": party,
        }
    )


def keep_answer(shell: InteractiveShell, line: str, cell: str) -> None:
    """Keep the cell's text as the answer of that name and show what was understood of it."""
    name = line.strip()
    if name not in ANSWER_NAMES:
        raise NotReadyError(f"{name!r} is not the name of an answer{did_you_mean(name, ANSWER_NAMES)}")
    answer = Answer(name, cell)
    shell.push({name: answer})
    display(Report(f"Your answer '{name}' as it was read; the check below tells more", _as_read(answer)))


def _as_read(answer: Answer) -> tuple[Finding, ...]:
    if answer.name == "authored_case":
        return (note(f"{len((answer.text or '').splitlines())} lines."),)  # TOML, which the check reads
    try:
        lines = answer.lines()
    except NegotiationError as problem:
        return (lost(str(problem)),)
    return (*(note(f"{key}: {value}") for key, value in lines.pairs), *map(lost, lines.problems))
