"""Stands for IPython.display in the browser: a cell's own `display` shows, and nothing else does."""


def display(*_: object, **__: object) -> None:
    """Show nothing."""


class DisplayHandle:
    """What would change something shown."""


class HTML:
    """Markup that is not shown."""

    def __init__(self, data: str = "") -> None:
        """Hold the markup."""
        self.data = data
