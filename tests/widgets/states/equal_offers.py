"""Three equal offers."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import EqualOffers


def locked_offers() -> EqualOffers:
    """Before the bet."""
    return EqualOffers(load_case("job-offer"), "candidate", bet="three")


def answered_offers() -> EqualOffers:
    """After the bet: the other side has answered."""
    widget = EqualOffers(load_case("job-offer"), "candidate", bet="three")
    widget.prediction = 0
    widget.ran = True
    return widget


def unsent_offers() -> EqualOffers:
    """Three other offers, not sent yet."""
    widget = EqualOffers(load_case("job-offer"), "candidate")
    widget.level = 62
    widget.gives = [5, 4, 2]
    return widget
