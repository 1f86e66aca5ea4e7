"""A notebook that was renamed is found by the server that its kernel belongs to, and by no other."""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from biggerpie.answers.open_notebook import NAMED, open_notebook

KERNEL = "1f6c3e0a-2b5d-4c7e-9f80-a1b2c3d4e5f6"
SECRET = "s3cret"
SESSIONS = [
    {"path": "other.ipynb", "kernel": {"id": "0"}},
    {"path": "lessons/mine.ipynb", "kernel": {"id": KERNEL}},
]


class Sessions(BaseHTTPRequestHandler):
    """Answers as Jupyter's server does, to who has the secret."""

    def do_GET(self):
        """List the sessions, or refuse to."""
        known = (self.path, self.headers["Authorization"]) == ("/lab/api/sessions", f"token {SECRET}")
        self.send_response(200 if known else 403)
        self.end_headers()
        self.wfile.write(json.dumps(SESSIONS if known else []).encode())

    def log_message(self, *_):
        """Say nothing of it."""


@pytest.fixture
def server():
    with HTTPServer(("127.0.0.1", 0), Sessions) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/lab/"
        server.shutdown()


@pytest.fixture
def runtime(tmp_path, monkeypatch):
    """The folder of Jupyter's running servers, and a kernel that was begun under a name that is gone."""
    monkeypatch.setattr(sys, "argv", ["ipykernel_launcher.py", "-f", str(tmp_path / f"kernel-{KERNEL}.json")])
    monkeypatch.setenv(NAMED, str(tmp_path / "old.ipynb"))
    return tmp_path


def note(runtime, number, **server):
    (runtime / f"jpserver-{number}.json").write_text(json.dumps(server))


def test_the_server_of_the_kernel_tells_the_name(runtime, server):
    (runtime / "jpserver-1.json").write_text("{")
    note(runtime, 2, url="http://127.0.0.1:9/", token=SECRET, root_dir="/none")
    note(runtime, 3, url=server, token="another", root_dir="/none")
    note(runtime, 4, url="file:///etc/", token="", root_dir="/none")
    assert open_notebook() == runtime / "old.ipynb", "where nobody tells, the name at the beginning"
    note(runtime, 5, url=server, token=SECRET, root_dir=str(runtime))
    assert open_notebook() == runtime / "lessons" / "mine.ipynb"


def test_nobody_is_asked_while_the_name_is_right(runtime, server):
    note(runtime, 5, url=server, token=SECRET, root_dir=str(runtime))
    (runtime / "old.ipynb").touch()
    assert open_notebook() == runtime / "old.ipynb"


def test_a_python_that_is_no_kernel_asks_nobody(runtime, server, monkeypatch):
    note(runtime, 5, url=server, token=SECRET, root_dir=str(runtime))
    monkeypatch.setattr(sys, "argv", ["python"])
    assert open_notebook() == runtime / "old.ipynb"
