"""A Jupyter server extension that loads nbgrader's Validate when a page first asks for it.

nbgrader takes longer to import than Jupyter itself, and a learner needs it only for its Validate button. So
`biggerpie start` switches nbgrader's extensions off (jupyter/jupyter_server_config.d) and this one on. The others stay
off: formgrader would run the settings in any folder that an address names.
"""

import asyncio
from importlib import import_module
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

VALIDATE = "nbgrader.server_extensions.validate_assignment"
ADDRESSES = r"(?:assignments/validate|nbgrader_version)"
"""What it answers, below the server's base address."""


def _load_jupyter_server_extension(app: Any) -> None:
    """Answer in Validate's place until it is loaded; Jupyter's server calls this when it starts."""
    address = url_path_join(app.web_app.settings["base_url"], ADDRESSES)
    app.web_app.add_handlers(".*$", [(address, NbgraderOnDemand, {"app": app})])


class NbgraderOnDemand(JupyterHandler):
    """Loads Validate at the first request to it, and sends the browser there again."""

    def initialize(self, app: Any) -> None:
        """Keep the server to load them into."""
        self.server = app

    @web.authenticated
    async def get(self) -> None:
        """Load, and let the same request be made again, by the same method and with the same body.

        Meanwhile the server answers others: a page that could not save in time would ask which version to keep.
        """
        await asyncio.to_thread(import_module, VALIDATE)
        if _stand_back(self.application.default_router.rules):
            extensions = self.server.extension_manager
            extensions.add_extension(VALIDATE, enabled=True)
            extensions.link_extension(VALIDATE)
            extensions.load_extension(VALIDATE)
        self.redirect(str(self.request.uri), status=307)

    post = put = delete = get


def _stand_back(routes: list[Any]) -> bool:
    """Take this extension's route away; return whether it was there, since two requests may come at once."""
    ours = [route for route in routes if _is_ours(route)]
    routes[:] = [route for route in routes if route not in ours]
    return bool(ours)


def _is_ours(route: Any) -> bool:
    return any(inner.target is NbgraderOnDemand for inner in getattr(route.target, "rules", ()))
