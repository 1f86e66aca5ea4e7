"""The payoff explorer."""

from biggerpie.widgets import PayoffExplorer


def explorer() -> PayoffExplorer:
    """The sandbox of lesson 1: every knob."""
    return PayoffExplorer(
        ["Salary", "Days at home", "Training"],
        [4, 6, 3],
        [6, 2, 3],
        same_wish=["Training"],
        alternatives=(12, 10),
        knobs=["importance", "alternatives"],
    )


def locked_explorer() -> PayoffExplorer:
    """The first simulation of lesson 1, before the bet."""
    return PayoffExplorer(["Salary", "Days at home"], [2, 6], [6, 2], bet="middle")


def run_explorer() -> PayoffExplorer:
    """The same after the bet."""
    widget = locked_explorer()
    widget.prediction = 0
    widget.ran = True
    return widget
