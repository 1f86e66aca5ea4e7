"""A Jupyter server extension that loads nbgrader's own extensions when a page first asks for one of them.

nbgrader takes longer to import than Jupyter itself, and a learner needs it only for its Validate button. So
`biggerpie start` switches nbgrader's extensions off (jupyter/jupyter_server_config.d) and this one on.
"""

from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

ADDRESSES = r"(?:assignments|courses|formgraders?|nbgrader_version)(?:/.*)?"
"""What nbgrader's extensions answer, below the server's base address."""


def _load_jupyter_server_extension(app: Any) -> None:
    """Answer in nbgrader's place until it is loaded; Jupyter's server calls this when it starts."""
    address = url_path_join(app.web_app.settings["base_url"], ADDRESSES)
    app.web_app.add_handlers(".*$", [(address, NbgraderOnDemand, {"app": app})])


class NbgraderOnDemand(JupyterHandler):
    """Loads nbgrader's extensions at the first request to one of them, and sends the browser there again."""

    def initialize(self, app: Any) -> None:
        """Keep the server to load them into."""
        self.server = app

    @web.authenticated
    def get(self) -> None:
        """Load, and let the same request be made again, by the same method and with the same body."""
        if _stand_back(self.application.default_router.rules):
            for name in self.server.jpserver_extensions:
                if name.startswith("nbgrader."):
                    _load(self.server.extension_manager, name)
        self.redirect(str(self.request.uri), status=307)

    post = put = delete = get


def _stand_back(routes: list[Any]) -> bool:
    """Take this extension's route away; return whether it was there, since two requests may come at once."""
    ours = [route for route in routes if _is_ours(route)]
    routes[:] = [route for route in routes if route not in ours]
    return bool(ours)


def _is_ours(route: Any) -> bool:
    return any(inner.target is NbgraderOnDemand for inner in getattr(route.target, "rules", ()))


def _load(extensions: Any, name: str) -> None:
    extensions.add_extension(name, enabled=True)
    extensions.link_extension(name)
    extensions.load_extension(name)
