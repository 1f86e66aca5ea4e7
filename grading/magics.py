"""The two magics of an exercise: `%case` opens the case, `%%answer` keeps an answer as text."""

from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from ..negotiation import NegotiationError, load_case
from .answers import Answer
from .desk import ANSWER_NAMES, Desk, NotYet, Understood
from .mark import lost, note


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Offer the magics, as `%load_ext biggerpie.grading` asks."""
    shell.register_magic_function(lambda line: open_case(shell, line), "line", "case")
    shell.register_magic_function(lambda line, cell: keep_answer(shell, line, cell), "cell", "answer")


def open_case(shell: InteractiveShell, line: str) -> None:
    """Put the case, the student's side and the checks into the notebook: `%case NAME PARTY`."""
    words = line.split()
    try:
        if len(words) != 2:
            raise NegotiationError("write '%case', the name of the case and your side, such as '%case job-offer candidate'.")
        case = load_case(words[0])
        party = case.party(words[1])
    except NegotiationError as problem:
        raise NotYet(str(problem)) from None
    unanswered: dict[str, Any] = {name: Answer(name) for name in ANSWER_NAMES}
    shell.push({**unanswered, **Desk(case, party.name, display).names(), "case": case, "party": party})


def keep_answer(shell: InteractiveShell, line: str, cell: str) -> None:
    """Keep the cell's text as the answer of that name and show what was understood of it."""
    name = line.strip()
    if name not in ANSWER_NAMES:
        raise NotYet(f"{name!r} is not an answer of this exercise; use one of: {', '.join(ANSWER_NAMES)}.")
    answer = Answer(name, cell)
    shell.push({name: answer})
    try:
        pairs = answer.pairs()
    except NegotiationError as problem:
        raise NotYet(str(lost(str(problem)))) from None
    headline = f"Your answer '{name}' as it was read; the check below tells more"
    display(Understood(headline, tuple(note(f"{key}: {value}") for key, value in pairs)))
