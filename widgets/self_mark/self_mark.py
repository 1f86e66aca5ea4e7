"""Marking a written answer of one's own: how much of each item of its scheme it earns, and the total of all parts."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import traitlets

from .._bundle import module, style
from ..record import State
from ..simulation import Simulation

UNJUDGED = -1


class Marks(Protocol):
    """The marks of the other parts."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def parts(self) -> dict[str, tuple[int, int]]: ...  # noqa: D102
    def listen(self, told: Callable[[], object]) -> None: ...  # noqa: D102


class SelfMark(Simulation):
    """The items of a mark scheme, each to be judged by the one who wrote.

    Traits: `steps`, of each item the points that may be given, from 0 to its maximum; `given`, the points given for
    each item (-1 while it is not judged); `parts`, of each other part the points of its last mark and the most that it
    can bring, kept as well: a part's mark stands below it after a restart, too; `picture`, a sentence on the sum and
    one on the total of all parts.
    """

    _esm = module("self_mark/self_mark.js")
    _css = style("self_mark/self_mark.css")
    redraws_on = ("given", "parts")
    remembers = ("given", "parts")

    steps = traitlets.List(traitlets.List(traitlets.Int())).tag(sync=True)
    given = traitlets.List(traitlets.Int()).tag(sync=True)
    parts = traitlets.Dict(value_trait=traitlets.Tuple(traitlets.Int(), traitlets.Int()))

    def __init__(self, items: Sequence[int | tuple[int, int]], marks: Marks | None = None) -> None:
        """Take of each item its points, with how many equal parts they may be given in; `marks` are the other parts'.

        Raises ValueError where an item's points cannot be given in so many parts.
        """
        pairs = [item if isinstance(item, tuple) else (item, 1) for item in items]
        if not pairs or any(parts < 1 or points < 1 or points % parts for points, parts in pairs):
            raise ValueError("give each item its points, such as 6, or with equal parts, such as (12, 3).")
        self._marks = marks
        steps = [[points * part // parts for part in range(parts + 1)] for points, parts in pairs]
        about = (marks.name,) if marks and marks.name else ()
        super().__init__("self_mark", about=about, steps=steps, given=[UNJUDGED] * len(steps))
        if marks:
            self._take_marks()
            marks.listen(self._take_marks)

    def take_up(self, state: State) -> None:
        """Go to this state; an earlier version kept no other parts."""
        super().take_up({"parts": {}, **state})

    def _take_marks(self) -> None:
        if self._marks is not None:
            self.parts = {**self.parts, **self._marks.parts}

    @traitlets.validate("given")
    def _as_the_scheme_says(self, proposal: Any) -> list[int]:
        given = list(proposal["value"])
        if len(given) != len(self.steps) or any(
            points != UNJUDGED and points not in steps for points, steps in zip(given, self.steps, strict=True)
        ):
            raise traitlets.TraitError("give each item some of its own points.")
        return given

    def drawn(self) -> dict[str, Any]:
        """Return a sentence on this part and one on all parts."""
        judged = [points for points in self.given if points != UNJUDGED]
        own, most = sum(judged), sum(steps[-1] for steps in self.steps)
        key = "own" if len(judged) == len(self.given) else "own_so_far"
        said = {"summary": self.words.say(key, points=own, most=most, judged=len(judged), items=len(self.given))}
        if self._marks is None:
            return {**said, "total": ""}
        points, maxima = zip((own, most), *self.parts.values(), strict=True)
        return {**said, "total": self.words.say("total", total=sum(points), of=sum(maxima))}
