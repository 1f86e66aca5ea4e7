"""The magics of an exercise: `%student` says who works, `%case` opens the case, `%%answer` keeps an answer as text."""

from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from ..answers.answer import Answer
from ..negotiation import NegotiationError, did_you_mean
from .dossiers.dossier import Opened, drawn_alike
from .dossiers.named import NamedCase, named_case
from .dossiers.self_paced import case_number, next_case, self_paced_case
from .dossiers.student import doubt_about, own_case, student_id
from .exercise import ANSWER_NAMES, Exercise, NotReadyError
from .report.mark import lost, note
from .report.report import Finding, Report

Magic = Callable[..., None]
COMPARE = (
    "compare that with your student id, letter by letter: an id with a slip in it opens another case than the one that "
    "your answers are marked on."
)


def offer_magics(shell: InteractiveShell) -> None:
    """Offer the magics to a shell."""
    shell.register_magic_function(_calmly(say_who), "line", "student")
    shell.register_magic_function(_calmly(partial(open_case, shell)), "line", "case")
    shell.register_magic_function(_calmly(another_case), "line", "another_case")
    shell.register_magic_function(_calmly(partial(keep_answer, shell)), "cell", "answer")


def say_who(line: str) -> None:
    """Keep the student's id: `%student ada`; without an id, say whose is known."""
    student = student_id(line)
    doubt = doubt_about(student)
    told = (note("if that is not you, write your student id after %student."), *((lost(doubt),) if doubt else ()))
    display(Report(f"You are {student}.", told))


def open_case(shell: InteractiveShell, line: str) -> None:
    """Put the case, its material, the student's side and the checks into the notebook: `%case NAME SIDE MATERIAL…`."""
    named = named_case(line)
    opened = _opened(named)
    unanswered: dict[str, Any] = {name: Answer(name) for name in ANSWER_NAMES}
    gives_marks = named.alone or not named.has_variants
    exercise = Exercise(opened, display, lambda mark: display(mark.report()), gives_marks)
    shell.push({**unanswered, **exercise.names()})


def another_case(_: str = "") -> None:
    """Go on to another case: `%another_case`."""
    number = next_case(Path.cwd())
    display(Report(f"Case {number} is ready: choose Run → Restart Kernel and Run All Cells, and begin anew."))


def keep_answer(shell: InteractiveShell, line: str, cell: str) -> None:
    """Keep the cell's text as the answer of that name and show what was understood of it."""
    name = line.strip()
    if name not in ANSWER_NAMES:
        raise NegotiationError(f"{name!r} is not the name of an answer{did_you_mean(name, ANSWER_NAMES)}")
    answer = Answer(name, cell)
    shell.push({name: answer})
    display(Report(f"Your answer '{name}' as it was read; the check below tells more", _as_read(answer)))


def _opened(named: NamedCase) -> Opened:
    if not named.has_variants:
        return drawn_alike(named)
    folder = Path.cwd()
    if named.alone:
        opened = self_paced_case(named, folder)
        display(Report(f"This is your case number {case_number(folder)}."))
        display(_another_button())
        return opened
    student = student_id()
    opened = own_case(named, student, folder)
    display(Report(f"This is the case of {student}.", (note(COMPARE),)))
    return opened


def _another_button() -> Any:
    """Return a button that does what `%another_case` does."""
    from ipywidgets import Button, Output, VBox

    button, said = Button(description="Try another case"), Output()
    button.on_click(said.capture(clear_output=True)(lambda _: _calmly(another_case)()))
    return VBox([button, said])


def _calmly(magic: Magic) -> Magic:
    """Return the magic so that what is wrong is said in one sentence, without a traceback."""

    @wraps(magic.func if isinstance(magic, partial) else magic)
    def calm(*words: str) -> None:
        try:
            magic(*words)
        except NegotiationError as problem:
            raise NotReadyError(str(problem)) from None

    return calm


def _as_read(answer: Answer) -> tuple[Finding, ...]:
    if answer.name == "authored_case":
        return (note(f"{len((answer.text or '').splitlines())} lines."),)  # TOML, which the check reads
    try:
        lines = answer.lines()
    except NegotiationError as problem:
        return (lost(str(problem)),)
    return (*(note(f"{key}: {value}") for key, value in lines.pairs if value), *map(lost, lines.problems))
