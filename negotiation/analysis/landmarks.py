"""Landmarks: the packages that the best-known ideas of a fair outcome choose on the frontier."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import Any

from ..case import Case, Payoffs
from ..errors import NegotiationError
from .frontier import FrontierPoint, frontier


def gains(case: Case, payoffs: Payoffs) -> tuple[int, ...]:
    """Return how far each party is above its reservation value, in points (negative: below)."""
    return tuple(payoff - least for payoff, least in zip(payoffs, case.reservation_values, strict=True))


@lru_cache(maxsize=512)
def zone_of_agreement(case: Case) -> tuple[FrontierPoint, ...]:
    """Return the frontier packages at which every party has its reservation value or more."""
    return tuple(point for point in frontier(case) if min(gains(case, point.payoffs)) >= 0)


@lru_cache(maxsize=512)
def best_gains(case: Case) -> tuple[int, ...]:
    """Return the most each party can gain while nobody falls below its reservation value, in points.

    Raises NegotiationError without a zone of agreement.
    """
    return tuple(max(column) for column in zip(*(gains(case, p.payoffs) for p in _zone(case)), strict=True))


@lru_cache(maxsize=512)
def nash(case: Case) -> FrontierPoint:
    """Return the package with the greatest product of gains (Nash 1950); ties go to the greater sum.

    Raises NegotiationError without a zone of agreement.
    """
    return _best(case, prod)


@lru_cache(maxsize=512)
def kalai_smorodinsky(case: Case) -> FrontierPoint:
    """Return the package whose worst-off party has the greatest share of its best gain.

    The discrete form of Kalai & Smorodinsky (1975); ties go to the next worst-off, then to the greater sum.
    Raises NegotiationError without a zone of agreement.
    """
    return _best(case, lambda gained: sorted(shares(case, gained)))


@lru_cache(maxsize=512)
def greatest_sum(case: Case) -> FrontierPoint:
    """Return the package in the zone of agreement with the greatest joint value; ties go to the greater product.

    Raises NegotiationError without a zone of agreement.
    """
    return _best(case, lambda gained: (sum(gained), prod(gained)))


def shares(case: Case, gained: Sequence[int]) -> list[Fraction]:
    """Return each party's gain as a share (of 1) of its best gain; a party that can gain nothing is left out."""
    return [Fraction(gain, best) for gain, best in zip(gained, best_gains(case), strict=True) if best > 0]


def _best(case: Case, value: Callable[[tuple[int, ...]], Any]) -> FrontierPoint:
    return max(_zone(case), key=lambda p: (value(gains(case, p.payoffs)), sum(p.payoffs), p.payoffs))


def _zone(case: Case) -> tuple[FrontierPoint, ...]:
    if zone := zone_of_agreement(case):
        return zone
    raise NegotiationError(
        f"the case {case.title!r} has no zone of agreement: no package reaches every reservation value; "
        "lower a reservation value."
    )
