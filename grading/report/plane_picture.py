"""The picture in the feedback: a package, the middle and the frontier, by what they are worth to both sides."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from ...negotiation import Case, Package, Payoffs, frontier

WIDTH, HEIGHT, EDGE = 360, 300, 44
TEXT, QUIET, AREA, FRONTIER, YOURS, MIDDLE = "#1d2733", "#556070", "#e8f3f1", "#0f6b63", "#0b5fa5", "#9c4309"
HALO = 'paint-order="stroke" stroke="#fff" stroke-width="3"'
FONT = 'font-family="system-ui,sans-serif" font-size="12"'


@dataclass(frozen=True, slots=True)
class PlanePicture:
    """Where a package lies on the payoff plane of a two-party case, seen from one side."""

    case: Case
    party: str
    package: Package

    def html(self) -> str:
        """Return the drawing with its words as description."""
        own, other = self._sides()
        marks = [self._area(), self._least(), self._axis_names(own, other)]
        if self.package == self.case.compromise:
            marks.append(self._point(self.package, "yours: the middle", YOURS, _disc))
        else:
            marks.append(self._point(self.case.compromise, "middle", MIDDLE, _square))
            marks.append(self._point(self.package, "yours", YOURS, _disc))
        return (
            f'<svg role="img" aria-label="{escape(self.text())}" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
            f'style="background:#fff;max-width:100%" xmlns="http://www.w3.org/2000/svg">{"".join(marks)}</svg>'
        )

    def text(self) -> str:
        """Return what the drawing shows."""
        own, other = self._sides()
        yours, middle = self._seen(self.case.payoffs(self.package)), self._seen(self.case.payoffs(self.case.compromise))
        best = "; ".join(f"{a} and {b}" for a, b in self._frontier())
        return (
            f"Points for you and for the {self.case.parties[other].name}: your package {yours[0]} and {yours[1]}, "
            f"the middle of everything {middle[0]} and {middle[1]}. Without a deal: "
            f"{self.case.parties[own].reservation_value} and {self.case.parties[other].reservation_value}. "
            f"The frontier, where nobody can gain unless somebody loses: {best}."
        )

    def _sides(self) -> tuple[int, int]:
        own = next(n for n, side in enumerate(self.case.parties) if side.name == self.party)
        return own, 1 - own

    def _seen(self, payoffs: Payoffs) -> tuple[int, int]:
        own, other = self._sides()
        return payoffs[own], payoffs[other]

    def _frontier(self) -> list[tuple[int, int]]:
        return sorted(self._seen(point.payoffs) for point in frontier(self.case))

    def _place(self, seen: tuple[int, int]) -> tuple[float, float]:
        """Return where points for you and for the other side lie, in the drawing's units."""
        limits = [sum(max(points) for points in self.case.parties[side].points) or 1 for side in self._sides()]
        x = EDGE + (WIDTH - 2 * EDGE) * max(0, seen[0]) / limits[0]
        y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * max(0, seen[1]) / limits[1]
        return round(x, 1), round(y, 1)

    def _area(self) -> str:
        """Draw what can be agreed, bounded by the frontier."""
        points = [self._place(point) for point in self._frontier()]
        (left, top), (right, _) = self._place((0, 0)), points[-1]
        outline = [(left, points[0][1]), *points, (right, top), (left, top)]
        line = " ".join(f"{x},{y}" for x, y in points)
        dots = "".join(f'<circle cx="{x}" cy="{y}" r="2.5" fill="{FRONTIER}"/>' for x, y in points)
        label = f'<text x="{points[0][0] + 8}" y="{points[0][1] - 8}" fill="{FRONTIER}" {FONT}>frontier</text>'
        return (
            f'<polygon points="{" ".join(f"{x},{y}" for x, y in outline)}" fill="{AREA}"/>'
            f'<polyline points="{line}" fill="none" stroke="{FRONTIER}" stroke-width="1.5"/>{dots}{label}'
        )

    def _least(self) -> str:
        """Draw the points below which each side would rather have no deal."""
        x, y = self._place(self._seen(self.case.reservation_values))
        dash = f'stroke="{QUIET}" stroke-dasharray="4 3"'
        return (
            f'<line x1="{x}" x2="{x}" y1="{EDGE / 2}" y2="{HEIGHT - EDGE}" {dash}/>'
            f'<line x1="{EDGE}" x2="{WIDTH - EDGE / 2}" y1="{y}" y2="{y}" {dash}/>'
            f'<text x="{x + 4}" y="{HEIGHT - EDGE - 6}" fill="{QUIET}" {FONT}>no deal</text>'
        )

    def _axis_names(self, own: int, other: int) -> str:
        x, y = self._place((0, 0))
        you = f"points for you (the {self.case.parties[own].name}) →"
        them = f"points for the {self.case.parties[other].name} →"
        return (
            f'<path d="M{x} {EDGE / 2}V{y}H{WIDTH - EDGE / 2}" fill="none" stroke="{TEXT}"/>'
            f'<text x="{x}" y="{y + 18}" fill="{TEXT}" {FONT}>{escape(you)}</text>'
            f'<text x="{x - 8}" y="{y}" fill="{TEXT}" {FONT} transform="rotate(-90 {x - 8} {y})">{escape(them)}</text>'
        )

    def _point(self, package: Package, name: str, colour: str, shape: Callable[[float, float, str], str]) -> str:
        x, y = self._place(self._seen(self.case.payoffs(package)))
        left = shape is _square or x > WIDTH - 2 * EDGE
        where = f'x="{x - 9}" text-anchor="end"' if left else f'x="{x + 9}"'
        label = f'<text {where} y="{y + 4}" fill="{colour}" font-weight="bold" {HALO} {FONT}>{name}</text>'
        return shape(x, y, colour) + label


def _disc(x: float, y: float, colour: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="6" fill="{colour}" stroke="#fff" stroke-width="1.5"/>'


def _square(x: float, y: float, colour: str) -> str:
    return f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" fill="{colour}" stroke="#fff" stroke-width="1.5"/>'
