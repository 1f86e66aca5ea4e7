"""The picture in the feedback: a package, the middle and the frontier, by what they are worth to both sides."""

from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from ...negotiation import Case, Package, Payoffs, frontier
from ...negotiation.sentence import ENGLISH, in_language
from ..sentence import Sentence, whom
from ..templates import render

WIDTH, HEIGHT, EDGE = 360, 300, 44
YOURS, MIDDLE = "#0b5fa5", "#9c4309"
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A marked place in the drawing, with its name to the left or to the right of it."""

    x: float
    y: float
    name: str
    colour: str
    shape: Literal["disc", "square"]

    @property
    def words_left(self) -> bool:
        """Whether the name stands to the left, away from the package's or the drawing's edge."""
        return self.shape == "square" or self.x > WIDTH - 2 * EDGE


@dataclass(frozen=True, slots=True)
class PlanePicture:
    """Where a package lies on the payoff plane of a two-party case, seen from one side."""

    case: Case
    party: str
    package: Package
    language: str = ENGLISH

    def in_language(self, language: str) -> "PlanePicture":
        """Return the picture with the words of a language."""
        return replace(self, language=language)

    def html(self) -> Markup:
        """Return the drawing with its words as description."""
        own, other = self._sides()
        edge = [self._place(point) for point in self._frontier()]
        (left, top), (right, _) = self._place((0, 0)), edge[-1]
        return render(
            __package__,
            "plane_picture.html",
            said=self.text(),
            width=WIDTH,
            height=HEIGHT,
            edge=EDGE,
            frontier=edge,
            outline=[(left, edge[0][1]), *edge, (right, top), (left, top)],
            least=self._place(self._seen(self.case.reservation_values)),
            origin=self._place((0, 0)),
            your_points=self._say("your_points", you=self.case.parties[own].name),
            their_points=self._say("their_points", them=whom(self.case.parties[other])),
            edge_name=self._say("frontier"),
            no_deal=self._say("no_deal"),
            spots=self._spots(),
        )

    def text(self) -> str:
        """Return what the drawing shows."""
        _, other = self._sides()
        yours, middle = self._seen(self.case.payoffs(self.package)), self._seen(self.case.payoffs(self.case.compromise))
        floors = self._seen(self.case.reservation_values)
        return self._say(
            "text",
            them=whom(self.case.parties[other]),
            **_figures(yours, ""),
            **_figures(middle, "_middle"),
            **_figures(floors, "_floor"),
            frontier=tuple(Sentence("plane.spot", own=a, other=b) for a, b in self._frontier()),
        )

    def _say(self, key: str, **figures: object) -> str:
        return in_language(Sentence(f"plane.{key}", **figures), self.language)

    def _sides(self) -> tuple[int, int]:
        own = next(n for n, side in enumerate(self.case.parties) if side.name == self.party)
        return own, 1 - own

    def _seen(self, payoffs: Payoffs) -> tuple[int, int]:
        own, other = self._sides()
        return payoffs[own], payoffs[other]

    def _frontier(self) -> list[tuple[int, int]]:
        return sorted(self._seen(point.payoffs) for point in frontier(self.case))

    def _place(self, seen: tuple[int, int]) -> Place:
        """Return where points for you and for the other side lie, in the drawing's units."""
        limits = [sum(max(points) for points in self.case.parties[side].points) or 1 for side in self._sides()]
        x = EDGE + (WIDTH - 2 * EDGE) * max(0, seen[0]) / limits[0]
        y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * max(0, seen[1]) / limits[1]
        return round(x, 1), round(y, 1)

    def _spots(self) -> list[Spot]:
        """Return the package and the middle, or what is both."""
        yours = self._place(self._seen(self.case.payoffs(self.package)))
        if self.package == self.case.compromise:
            return [Spot(*yours, self._say("both"), YOURS, "disc")]
        middle = self._place(self._seen(self.case.payoffs(self.case.compromise)))
        return [Spot(*middle, self._say("middle"), MIDDLE, "square"), Spot(*yours, self._say("yours"), YOURS, "disc")]


def _figures(points: Payoffs, what: str) -> dict[str, int]:
    return {f"own{what}": points[0], f"other{what}": points[1]}
