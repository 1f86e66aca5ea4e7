"""Whether this runs in somebody's server on a JupyterHub, where no other port is reached from outside."""

import os

USER, SERVER = "JUPYTERHUB_USER", "JUPYTERHUB_SERVICE_PREFIX"


def server_on_hub() -> str:
    """Return the path of the server on its hub, such as "/user/ada/"; "" where there is no hub."""
    return os.environ.get(SERVER, "") if os.environ.get(USER) else ""
