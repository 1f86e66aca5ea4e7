"""Packages that only some commands need: whoever uses one of these is told what to install."""

from importlib.util import find_spec

from ..negotiation import NegotiationError


def require_packages(*names: str) -> None:
    """Raise NegotiationError, with how to install all of them, where one of these packages is missing."""
    if missing := [name for name in names if find_spec(name) is None]:
        raise NegotiationError(f"{missing[0]} isn't installed; run 'pip install {' '.join(names)}', then try again.")
