"""Stands for anywidget in the browser: a widget is its traits, and the page asks for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import traitlets


class AnyWidget(traitlets.HasTraits):
    """Traits that somebody else shows; whatever Jupyter would send is left out."""

    @contextmanager
    def hold_sync(self) -> Iterator[None]:
        """Hold nothing: the page is told once everything is set."""
        yield

    def _repr_mimebundle_(self, **_: Any) -> None:
        return None
