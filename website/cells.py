"""A lesson's cells outside of Jupyter: what they show, and how a widget answers what the browser sets.

These few lines run both where the site is built and in the learner's browser.
"""

import ast
import json
from contextlib import suppress
from typing import Any

import anywidget
import traitlets

State = dict[str, Any]
"""What the browser knows of a widget, trait by trait, as JSON."""

OF_JUPYTER = {"comm", "layout", "tabbable", "tooltip"}


def shown_by(source: str, names: dict[str, Any] | None = None, shown: list[object] | None = None) -> list[object]:
    """Run a cell and return what it shows: what it gives to `display`, and the value of its last line.

    The cell uses `names` and adds to them; without any it knows none. `shown` is what others show to, meanwhile.
    """
    shown = [] if shown is None else shown
    names = {} if names is None else names
    names["display"] = lambda *values: shown.extend(values)
    *lines, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        exec(source, names)
        return shown
    exec(compile(ast.Module(lines, []), "<cell>", "exec"), names)
    value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    return shown if value is None else [*shown, value]


def widgets_among(shown: list[object]) -> list[anywidget.AnyWidget]:
    """Return those of the values that are widgets."""
    return [value for value in shown if isinstance(value, anywidget.AnyWidget)]


def state_of(widget: anywidget.AnyWidget) -> State:
    """Return what the browser would know of the widget."""
    names = [name for name in widget.traits(sync=True) if not name.startswith("_") and name not in OF_JUPYTER]
    state: State = json.loads(json.dumps({name: getattr(widget, name) for name in sorted(names)}, default=str))
    return state


def answer(widget: anywidget.AnyWidget, sent: State) -> State:
    """Set what the browser sent, all of it at once as in Jupyter, and return what it must know then.

    A refused value is not taken, and the browser is told the one that stands.
    """
    before = state_of(widget)
    known = {name: value for name, value in sent.items() if name in before}
    put(widget, known)
    return changes(before, state_of(widget), known)


def put(widget: anywidget.AnyWidget, sent: State) -> None:
    """Set these traits together, or none of them where one is refused."""
    with suppress(traitlets.TraitError), widget.hold_trait_notifications():
        for name, value in sent.items():
            widget.set_trait(name, value)


def changes(before: State, after: State, sent: State) -> State:
    """Return the traits that changed, and those that were sent, as they are now."""
    return {name: value for name, value in after.items() if value != before[name] or name in sent}
