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
    """A line of a chart: points as [x, y], `plain` without marks, `filled` down to the scale.

    Its name is that of the last point, or of `name_at`.
    """

    kind: str
    name: NotRequired[str]
    name_at: NotRequired[list[Any]]
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


class Dots(TypedDict):
    """The packages in a payoff plane, in points, the learner's own first; `cloud` is one row of all numbers.

    `issues` are names followed by their options; `packages` and `best` are those of the cloud and of the frontier, a
    letter for each issue's option, from "0" on; `also` are [own points, their points, letters] of other marks.
    """

    cloud: list[int]
    frontier: list[list[int]]
    issues: NotRequired[list[list[str]]]
    packages: NotRequired[list[str]]
    best: NotRequired[list[str]]
    also: NotRequired[list[list[Any]]]


class Backdrop(Dots):
    """What stands in every payoff plane, in points, the learner's own first."""

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
