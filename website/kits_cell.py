"""Which cells a page runs: a notebook may come from anybody, so only what the kit's exercises say is run."""

import ast
from collections.abc import Collection

from ..negotiation import NegotiationError
from ..widgets import __all__ as all_widgets

WIDGETS = "biggerpie.widgets"
LONGEST = 5_000
BUILT_IN = {"range"}
NOT_RUN = (
    "this cell holds code that isn't in an exercise of the kit, so it isn't run here; if you know who wrote it, open "
    "the notebook in Jupyter."
)
PLAIN = (
    *(ast.Constant, ast.JoinedStr, ast.USub, ast.Tuple, ast.List, ast.ListComp, ast.Starred),
    *(ast.Load, ast.Store),
)


class ForeignCodeError(NegotiationError):
    """A cell does more than the kit's exercises do."""


def require_kits(source: str, known: Collection[str]) -> None:
    """Raise ForeignCodeError, in one sentence, for a cell that does more than the kit's exercises do.

    These import widgets by name, and call these and the names that the case gave, `known`, with values: numbers,
    texts, such names and what they hold, lists of these. So a cell cannot reach Python, the browser or the site.
    """
    try:
        lines = ast.parse(source if len(source) <= LONGEST else "?").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ForeignCodeError(NOT_RUN) from None
    imported = {alias.name for line in lines if isinstance(line, ast.ImportFrom) for alias in line.names}
    callable_names = {*known, *imported, *BUILT_IN}
    if not imported <= {*all_widgets} or not all(_is_kits(line, callable_names) for line in lines):
        raise ForeignCodeError(NOT_RUN)


def _is_kits(line: ast.stmt, names: Collection[str]) -> bool:
    if isinstance(line, ast.ImportFrom):
        return line.module == WIDGETS and line.level == 0 and not any(alias.asname for alias in line.names)
    if not isinstance(line, ast.Expr):
        return False
    nodes = [*ast.walk(line.value)]
    own = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return own.isdisjoint(names) and all(_is_value(node, names, own) for node in nodes)


def _is_value(node: ast.AST, names: Collection[str], own: Collection[str]) -> bool:
    """Return whether a part of a line is a value; `own` are the names that the line gives itself, in a list."""
    match node:
        case ast.Name(id=name):
            found = _is_public(name) and (name in names or name in own)
        case ast.Call(func=called):
            found = isinstance(called, ast.Name) and called.id in names
        case ast.Attribute(value=held, attr=name, ctx=ast.Load()):
            found = isinstance(held, ast.Name) and _is_public(name)
        case ast.keyword(arg=name):
            found = name is not None and _is_public(name)
        case ast.FormattedValue(format_spec=width):
            found = width is None
        case ast.UnaryOp(operand=operand):
            found = isinstance(operand, ast.Constant)
        case ast.Dict(keys=keys):
            found = None not in keys
        case ast.comprehension(is_async=waits):
            found = not waits
        case _:
            found = isinstance(node, PLAIN)
    return found


def _is_public(name: str) -> bool:
    return not name.startswith("_")
