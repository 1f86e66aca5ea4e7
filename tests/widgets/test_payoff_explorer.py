"""The payoff explorer without a browser: what its sliders mean, and what it refuses."""

import pytest
import traitlets
from biggerpie.negotiation import frontier
from biggerpie.widgets import PayoffExplorer

from .states.payoff_explorer import explorer, locked_explorer


def test_the_picture_follows_from_the_sliders():
    widget = explorer()
    widget.yours = [1, 1, 1]
    assert [tuple(p) for p in widget.picture["frontier"]] == [p.payoffs for p in frontier(widget.case)]
    assert widget.picture["middle"] == list(widget.case.payoffs(widget.case.compromise))


def test_it_starts_where_the_side_that_gains_less_gains_most():
    assert locked_explorer().picture["here"] == [24, 24]


def test_the_walk_says_who_gets_their_way_and_what_that_adds():
    rows = explorer().picture["walk"]["rows"]
    assert rows[2][:2] == ["Training", "as both wish"]
    assert sum(int(row[2].replace("−", "-")) for row in rows[:-1]) == int(rows[-1][2].replace("−", "-"))


def test_a_stop_beyond_the_end_of_the_walk_stays_at_the_end():
    widget = explorer()
    widget.stop = 999
    assert widget.picture["here"] == widget.picture["frontier"][-1]


@pytest.mark.parametrize(
    ("trait", "value"), [("yours", [1]), ("theirs", [1, 2, 11]), ("alternatives", [1]), ("stop", -1)]
)
def test_a_value_that_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(explorer(), trait, value)


def test_it_does_not_run_before_a_prediction_nor_takes_one_afterwards():
    widget = locked_explorer()
    with pytest.raises(traitlets.TraitError, match="store a prediction first"):
        widget.ran = True
    with pytest.raises(traitlets.TraitError, match="not one of the choices"):
        widget.prediction = 3
    widget.prediction = 1
    widget.ran = True
    with pytest.raises(traitlets.TraitError, match="has run"):
        widget.prediction = 2


@pytest.mark.parametrize(
    ("yours", "theirs", "outcome"),
    [([3, 3], [3, 3], "none"), ([4, 5], [5, 4], "little"), ([2, 6], [6, 2], "much")],
)
def test_the_outcome_of_the_bet_is_computed(yours, theirs, outcome):
    assert PayoffExplorer(["a", "b"], yours, theirs, bet="middle").outcome() == outcome


def test_an_unknown_bet_and_lists_of_unequal_length_are_named():
    with pytest.raises(ValueError, match="'midle' is not a bet"):
        PayoffExplorer(["a"], [1], [1], bet="midle")
    with pytest.raises(ValueError, match="2 issues need 2 numbers"):
        PayoffExplorer(["a", "b"], [1], [1, 2])
