"""Three equal offers."""

from biggerpie.widgets import EqualOffers


def locked_offers() -> EqualOffers:
    """Before the bet."""
    return EqualOffers(bet="three")


def answered_offers() -> EqualOffers:
    """After the bet: the other side has answered."""
    widget = EqualOffers(bet="three")
    widget.prediction = 0
    widget.ran = True
    return widget


def unsent_offers() -> EqualOffers:
    """Three other offers, not sent yet."""
    widget = EqualOffers()
    widget.level = 62
    widget.gives = [5, 4, 2]
    return widget
