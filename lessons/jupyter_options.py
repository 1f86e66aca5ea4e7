"""Which options of a command are JupyterLab's, so that a misspelt one is not passed on in silence."""

import re

from ..negotiation import NegotiationError

SETTING = re.compile(r"--[A-Z]\w*(?:\.\w+)+=.*", re.DOTALL)
"""A setting of Jupyter by its full name, of any extension's: --ServerApp.ip=0.0.0.0."""


def require_jupyter_options(options: list[str]) -> None:
    """Raise NegotiationError with one sentence for the first option that is none of JupyterLab's."""
    short = [option for option in options if not SETTING.fullmatch(option)]
    values, flags = _short_options() if short else (set(), set())
    for option in short:
        name, equals, _ = option.partition("=")
        if not name.startswith("-"):
            raise NegotiationError(f"{option!r} is too much here; --help shows what may be written.")
        if name in values and not equals:
            raise NegotiationError(f"{name} takes a value; write it with an equals sign: {name}=….")
        if name not in values and option not in flags:
            raise NegotiationError(
                f"{name} is no option of this command nor of JupyterLab; --help shows the command's, "
                "and what stands after -- is passed on as it is."
            )


def _short_options() -> tuple[set[str], set[str]]:
    """Return the options that take a value, and those that stand alone."""
    from jupyter_server.serverapp import ServerApp
    from jupyterlab.labapp import LabApp

    apps = (LabApp(), ServerApp())
    values = {f"--{name}" for app in apps for name in app.aliases}
    return values, {f"--{name}" if len(name) > 1 else f"-{name}" for app in apps for name in app.flags}
