"""A Jupyter server extension for `biggerpie start`: it says where the lessons are open, and whose server it is."""

import logging
from http import HTTPStatus
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join

from .running import ADDRESS

HERE = ("localhost", "127.0.0.1", "")


def _load_jupyter_server_extension(app: Any) -> None:
    """Answer at the address, and say once the server runs where that is; Jupyter's server calls this when it starts."""
    app.web_app.add_handlers(".*$", [(url_path_join(app.web_app.settings["base_url"], ADDRESS), LearnersServer)])
    made = app.identity_provider.token_generated
    app.identity_provider.token_generated = False  # of a token that it made, Jupyter says much
    app.log.addFilter(lambda record: "is not trusted" not in str(record.msg))  # of each that was never saved
    # Said because Jupyter names milliseconds where Tornado takes them for seconds; nothing is wrong.
    logging.getLogger("tornado.general").addFilter(lambda record: "websocket_ping_timeout" not in str(record.msg))
    app.io_loop.add_callback(_say_where, app, f"?token={app.identity_provider.token}" if made else "")


class LearnersServer(JupyterHandler):
    """Tells that `biggerpie start` started this server, and nothing else."""

    @allow_unauthenticated
    def get(self) -> None:
        """Answer without a body."""
        self.set_status(HTTPStatus.NO_CONTENT)
        self.finish()


def _say_where(app: Any, token: str) -> None:
    address = (app.local_url if app.ip in HERE else app.public_url).partition("?")[0]
    print(f"They are open at {address}{token}\nTo stop, press Ctrl + C here.", flush=True)
