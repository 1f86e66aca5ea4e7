"""What every simulation has: it is drawn once its state is set, and again whenever what it shows has changed."""

from typing import Any

import pytest
import traitlets
from biggerpie.widgets.simulation import Simulation

from .catalogue import WIDGETS


class Doubling(Simulation):
    """Shows twice a number."""

    redraws_on = ("number",)
    number = traitlets.Int(1)
    silent = traitlets.Int(1)

    def __init__(self, number: int) -> None:
        """Begin with this number."""
        self.times = 0
        super().__init__("question", number=number)

    def drawn(self) -> dict[str, Any]:
        """Count how often it is drawn."""
        self.times += 1
        return {"twice": 2 * self.number}


def test_a_simulation_is_drawn_once_when_it_begins_and_again_when_what_it_shows_changes():
    widget = Doubling(3)
    assert (widget.picture, widget.times) == ({"twice": 6}, 1)
    widget.silent = 5
    assert widget.times == 1
    widget.number = 4
    assert (widget.picture, widget.times) == ({"twice": 8}, 2)


class Bounded(Simulation):
    """Has numbers with bounds, and a list of them."""

    level = traitlets.Int(45, min=45, max=70).tag(sync=True)
    stop = traitlets.Int(0, min=0).tag(sync=True)
    ratings = traitlets.List(traitlets.Int(min=0, max=5)).tag(sync=True)
    free = traitlets.Int(1).tag(sync=True)
    own = traitlets.Int(1, min=1).tag(sync=False)


def test_the_browser_is_told_the_bounds_of_every_number_that_it_may_set():
    told = Bounded("question").limits
    assert told == {"level": {"min": 45, "max": 70}, "stop": {"min": 0}, "ratings": {"min": 0, "max": 5}}


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: make.__name__)
def test_every_trait_that_redraws_is_a_trait_of_the_simulation(make):
    widget = make()
    assert set(widget.redraws_on) <= set(widget.trait_names())
