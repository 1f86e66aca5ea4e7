"""The magics of an exercise: `%student` says who works, `%case` opens the case, `%%answer` keeps an answer as text."""

import re
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from ..answers.another_case import begin_another_case
from ..answers.answer import Answer
from ..negotiation import NegotiationError, did_you_mean
from ..negotiation.own_cases import look_for_cases_in
from ..negotiation.sentence import in_language
from .dossiers.ids import is_one_word
from .dossiers.named import NamedCase, named_case
from .dossiers.self_paced import EARLIER, case_number, next_case, put_aside
from .dossiers.student import Session, account, doubt_about, remembered, student_id
from .exercise import ANSWER_NAMES, NotReadyError
from .late_opening import LateOpening
from .opened_exercise import opened_exercise
from .report.mark import lost, note
from .report.report import Finding, Report
from .sentence import Sentence

Magic = Callable[..., None]
STUDENT = re.compile(r"%student([ \t][^\n]*)?")
PROPOSED = (
    "{last} is the id that was typed here the last time. If it is yours, letter by letter, write %student {last} and "
    "run this cell; if not, write your own id after %student and run it."
)
READ_AS_A_WHOLE = frozenset({"authored_case", "scene", "transcript"})
"""Answers in TOML and in JSON, which their checks read."""
COMPARE = (
    "compare that with your student id, letter by letter: an id with a slip in it opens another case than the one that "
    "your answers are marked on."
)


def offer_magics(shell: InteractiveShell) -> None:
    """Offer the magics to a shell that has none of them, and open the exercise late where its first cells did not."""
    if any(isinstance(one, LateOpening) for one in shell.ast_transformers):
        return
    session = Session()
    shell.ast_transformers.append(LateOpening(shell, lambda line: _push_case(shell, session, line)))
    shell.register_magic_function(_calmly(session, partial(say_who, shell, session)), "line", "student")
    shell.register_magic_function(_calmly(session, partial(open_case, shell, session)), "line", "case")
    shell.register_magic_function(_calmly(session, partial(another_case, session)), "line", "another_case")
    shell.register_magic_function(_calmly(session, partial(keep_answer, shell, session)), "cell", "answer")


def say_who(shell: InteractiveShell, session: Session, line: str) -> None:
    """Keep the student's id: `%student ada`; without an id, say whose is known, or propose the one of the last time.

    The id is written into the cell, so that the notebook says on whose case it was worked on.
    """
    last = remembered()
    if not line.strip() and not session.student and not account() and is_one_word(last):
        _write_into_cell(shell, f"%student {last}")
        display(Report(f"Are you {last}?", (note(PROPOSED.format(last=last)),)))
        return
    session.student = student_id(line or session.student)
    _write_into_cell(shell, f"%student {session.student}")
    doubt = doubt_about(session.student)
    told = (note("if that is not you, write your student id after %student."), *((lost(doubt),) if doubt else ()))
    display(Report(f"You are {session.student}.", told))


def open_case(shell: InteractiveShell, session: Session, line: str) -> None:
    """Put the case, its material, the student's side and the checks into the notebook: `%case NAME SIDE MATERIAL…`.

    Nothing is answered then.
    """
    named = _push_case(shell, session, line)
    shell.push({name: Answer(name) for name in ANSWER_NAMES})
    if named.alone:
        number = Sentence("opening.your_case", number=case_number(Path.cwd()))
        display(Report(number).in_language(session.spoken()))
        display(_another_button(session))


def another_case(session: Session, _: str = "") -> None:
    """Go on to another case: `%another_case`; the forms that are open are emptied, and the answers put aside."""
    folder = Path.cwd()
    number = next_case(folder)
    begin_another_case(partial(put_aside, folder, number - 1))
    kept = note(Sentence("opening.kept", file=EARLIER))
    display(Report(Sentence("opening.ready", number=number), (kept,)).in_language(session.spoken()))


def keep_answer(shell: InteractiveShell, session: Session, line: str, cell: str) -> None:
    """Keep the cell's text as the answer of that name and show what was understood of it."""
    name = line.strip()
    if name not in ANSWER_NAMES:
        raise NegotiationError(f"{name!r} is not the name of an answer{did_you_mean(name, ANSWER_NAMES)}")
    answer = Answer(name, cell)
    shell.push({name: answer})
    read = Report(Sentence("opening.read", name=name), _as_read(answer))
    display(read.in_language(session.spoken()))


def _push_case(shell: InteractiveShell, session: Session, line: str) -> NamedCase:
    """Put into the notebook what a `%case` line opens, and show whose case it is where it is a student's."""
    look_for_cases_in(Path.cwd())
    named = named_case(line)
    session.language = named.language
    exercise = opened_exercise(named, Path.cwd(), display, session.known)
    if named.has_variants and not named.alone:
        display(Report(f"This is the case of {session.known()}.", (note(COMPARE),)))
    shell.push(exercise.names())
    return named


def _write_into_cell(shell: InteractiveShell, text: str) -> None:
    """Write a `%student` line into the cell that is run, where the cell holds nothing but one."""
    if shell.history_manager is None:
        return
    source = shell.history_manager.input_hist_raw[-1].strip()
    if STUDENT.fullmatch(source) and source != text:
        shell.set_next_input(text, replace=True)


def _another_button(session: Session) -> Any:
    """Return a button that does what `%another_case` does."""
    from ipywidgets import Button, Output, VBox

    named = in_language(Sentence("opening.another"), session.spoken())
    button, said = Button(description=named, layout={"width": "auto"}), Output()
    button.on_click(said.capture(clear_output=True)(lambda _: _calmly(session, partial(another_case, session))()))
    return VBox([button, said])


def _calmly(session: Session, magic: Magic) -> Magic:
    """Return the magic so that what is wrong is said in one sentence, without a traceback."""

    @wraps(magic.func if isinstance(magic, partial) else magic)
    def calm(*words: str) -> None:
        try:
            magic(*words)
        except NegotiationError as problem:
            raise NotReadyError(*problem.problems(session.spoken())[:1]) from None

    return calm


def _as_read(answer: Answer) -> tuple[Finding, ...]:
    if answer.name in READ_AS_A_WHOLE:
        return (note(Sentence("opening.lines", lines=len((answer.text or "").splitlines()))),)
    try:
        lines = answer.lines()
    except NegotiationError as problem:
        return (*map(lost, problem.told()),)
    return (*(note(f"{key}: {value}") for key, value in lines.pairs if value), *map(lost, lines.problems))
