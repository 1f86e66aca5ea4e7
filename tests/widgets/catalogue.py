"""Every widget in the states that a learner meets; one harness tests them all."""

from collections.abc import Callable

from biggerpie.negotiation import load_case
from biggerpie.widgets import PackageBuilder, PayoffExplorer, Question
from biggerpie.widgets.simulation import Simulation


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


def builder() -> PackageBuilder:
    """The builder of exercise 1, with three issues settled."""
    widget = PackageBuilder(load_case("job-offer"), "candidate")
    widget.choices = [2, 3, 0, -1, -1, -1]
    return widget


def told_builder() -> PackageBuilder:
    """The builder of lesson 1 after the learner asked what was left on the table."""
    widget = PackageBuilder(load_case("shared-garden"), "gardener", diagnosis=True)
    widget.choices = [2, 2, 2, 2]
    widget.revealed = True
    return widget


def open_builder() -> PackageBuilder:
    """A builder that shows the other side's points from the start."""
    return PackageBuilder(load_case("apple-juice"), "chain", show_other=True)


def question() -> Question:
    """The hook of lesson 1."""
    return Question("sign")


WIDGETS: tuple[Callable[[], Simulation], ...] = (
    explorer,
    locked_explorer,
    run_explorer,
    builder,
    told_builder,
    open_builder,
    question,
)
