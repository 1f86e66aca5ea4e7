"""What Python sends to the browser: tables, charts and the payoff plane, as `parts/types.d.ts` reads them."""

from typing import Any, NotRequired, TypedDict


class Table(TypedDict):
    """A table in words; the first cell of a row names it."""

    title: NotRequired[str]
    head: list[str]
    rows: list[list[str]]


Axis = TypedDict("Axis", {"label": str, "from": NotRequired[float], "to": float, "ticks": list[list[Any]]})
"""One edge of a chart, from 0 where `from` is missing; its ticks are [value, text]."""


class Line(TypedDict):
    """A line of a chart: points as [x, y], `plain` without marks, `filled` down to the scale."""

    kind: str
    name: NotRequired[str]
    points: list[list[Any]]
    dashed: NotRequired[bool]
    plain: NotRequired[bool]
    filled: NotRequired[bool]


class Rule(TypedDict):
    """An upright line in a chart."""

    at: float
    name: str
    kind: NotRequired[str]
    solid: NotRequired[bool]


class Chart(TypedDict):
    """A chart of lines over one scale; the summary says what it shows."""

    summary: str
    x: Axis
    y: Axis
    lines: list[Line]
    rules: NotRequired[list[Rule]]


class Path(TypedDict):
    """One side's offers on the plane, in payoffs; `name` stands at the first, a ring around the `latest`."""

    kind: str
    points: list[list[int]]
    name: NotRequired[str]
    latest: NotRequired[bool]


class Signed(TypedDict):
    """A signed deal on the plane, in payoffs."""

    at: list[int]
    name: str


class Backdrop(TypedDict):
    """What stands in every payoff plane, in points, the learner's own first; `cloud` is one row of all numbers."""

    cloud: list[int]
    frontier: list[list[int]]
    middle: list[int]
    floors: list[int] | None
    limit: int


class Plane(Backdrop):
    """A payoff plane; `ideas` are [own points, their points, number, whether better for both]."""

    summary: str
    here: NotRequired[list[int] | None]
    signed: NotRequired[Signed | None]
    ideas: NotRequired[list[list[Any]]]
    paths: NotRequired[list[Path]]
