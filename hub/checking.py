"""All that is looked at on a hub; each problem is one sentence that says what to do."""

import shutil
from collections.abc import Iterator

from .formgrader_off import formgrader
from .modes import course, exchange, open_homes, own_files
from .names import names
from .reach import what_students_reach
from .running_servers import running_servers
from .the_hub import Hub

PROXY = "configurable-http-proxy"


def problems(hub: Hub) -> Iterator[str]:
    """Return what is wrong with a hub."""
    if shutil.which(PROXY) is None:
        yield f"JupyterHub's proxy isn't installed: npm install -g {PROXY}"
    for look in (open_homes, exchange, course, own_files, formgrader, names, running_servers, what_students_reach):
        yield from look(hub)
