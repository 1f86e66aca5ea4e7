"""The package builder."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import PackageBuilder


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
