"""An exercise that is opened late: by a cell that is run before the first ones, or after a restart without them."""

import ast
from collections.abc import Callable
from pathlib import Path

from IPython.core.error import InputRejected
from IPython.core.interactiveshell import InteractiveShell

from ..answers.open_notebook import open_notebook
from ..negotiation import NegotiationError
from ..negotiation.own_cases import look_for_cases_in
from .dossiers.named import language_of, named_case
from .dossiers.opening import Opening, own_opening
from .exercise import ANSWER_NAMES, NotReadyError
from .names_of_0_1 import names_of_0_1
from .sentence import Sentence

OPENED = {"check", "grade", "marks", "case", "party", "offer_log", *names_of_0_1(print, print)}
"""Names that every `%case` line opens; its material has names of its own."""


class RefusedError(NotReadyError, InputRejected):  # type: ignore[misc]  # IPython carries no types
    """A cell that is not run, and the sentence that says what to run first."""


class LateOpening:
    """Looks at each cell before it runs, and opens what the notebook's own first cells would have opened for it.

    It is one of IPython's transformers of cells; it leaves every cell as it is.
    """

    def __init__(self, shell: InteractiveShell, open_case: Callable[[str], object]) -> None:
        """Open in this shell; `open_case` takes the words after `%case`."""
        self._shell, self._open_case = shell, open_case

    def visit(self, tree: ast.Module) -> ast.Module:
        """Open what the cell needs; raise RefusedError, which Jupyter shows as a sentence, where that cannot be."""
        missing = _used(tree) - self._shell.user_ns.keys()
        try:
            if missing:
                self._open(missing)
        except NegotiationError as problem:
            language = language_of(own_opening().case.split())
            raise RefusedError(*problem.problems(language)[:1]) from None
        return tree

    def _open(self, missing: set[str]) -> None:
        opening = own_opening()
        if imported := missing & set(opening.widgets):
            self._shell.ex(f"from biggerpie.widgets import {', '.join(imported)}")
            if opening.speaks:
                self._shell.ex(f"from biggerpie.widgets import speak\n{opening.speaks}")
        answers = missing & set(ANSWER_NAMES)
        if open_notebook() is None and (answers or missing & OPENED):
            raise NegotiationError(Sentence("run_them"))
        if not opening.case:
            return
        if missing & (OPENED | _material(opening)):
            self._open_case(opening.case)
        if answers:
            raise NegotiationError(Sentence("not_read_yet", name=min(answers)))


def _material(opening: Opening) -> set[str]:
    """Return the names of what the case brings with it, and of what shows it."""
    look_for_cases_in(Path.cwd())
    names = set(named_case(opening.case).material())
    return names | {f"show_{name}" for name in names}


def _used(tree: ast.Module) -> set[str]:
    """Return the names that a cell takes from outside of it."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    made = {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    return {node.id for node in names} - made
