"""The interest map."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import InterestMap

ALL = ["own-0", "other-0", "own-1", "other-1", "own-2", "other-2"]


def fresh_map() -> InterestMap:
    """Before anything was asked."""
    return InterestMap(load_case("job-offer"), "candidate")


def linked_map() -> InterestMap:
    """Every answer heard, one renamed, one moved, some linked, and the links checked."""
    widget = fresh_map()
    widget.map = {
        "found": ALL,
        "names": {"own-0": "the school gate at three"},
        "places": {"other-0": [0.95, 0.1]},
        "links": [
            {"own": "own-0", "other": "other-0", "kind": "different"},
            {"own": "own-1", "other": "other-1", "kind": "shared"},
            {"own": "own-2", "other": "other-1", "kind": "opposed"},
        ],
    }
    widget.checks = 1
    return widget


def employers_map() -> InterestMap:
    """The other side's view, with two answers."""
    widget = InterestMap(load_case("job-offer"), "employer")
    widget.map = {**widget.map, "found": ["other-0", "own-0"]}
    return widget
