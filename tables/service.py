"""Whether a JupyterHub started this as its service, and where it looks for it."""

import os
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"


def is_service() -> bool:
    """Return whether a hub started this; somebody's own server there has a token, too, but no service's name."""
    return bool(os.environ.get("JUPYTERHUB_API_TOKEN") and os.environ.get("JUPYTERHUB_SERVICE_NAME"))


def prefix() -> str:
    """Return the address below which the hub's proxy serves the pages."""
    return os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "/")


def address() -> tuple[str, int]:
    """Return where the hub's proxy looks for the service."""
    asked = urlsplit(os.environ.get("JUPYTERHUB_SERVICE_URL", ""))
    return asked.hostname or LOOPBACK, asked.port or 0
