"""JupyterHub's settings for a course; hub.toml beside it says whose, and the last lines are yours."""

import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
PRIVATE = HERE / "private"
HUB = tomllib.loads((HERE / "hub.toml").read_text(encoding="utf-8"))
EVERYBODY, INSTRUCTORS = str(HERE / "everybody"), str(HERE / "instructors")

c = get_config()
c.JupyterHub.db_url = f"sqlite:///{PRIVATE / 'jupyterhub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(PRIVATE / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(PRIVATE / "proxy.pid")
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"  # accounts of the system
c.Spawner.cmd = [str(HERE / "lessons-then-server")]
c.Spawner.default_url = "/lab"
c.Spawner.args = ["--ServerApp.terminado_settings={'shell_command': ['/bin/bash']}"]
c.Spawner.environment = {
    "PATH": f"{HUB['programs']}:/usr/local/bin:/usr/bin:/bin",
    "JUPYTER_CONFIG_PATH": EVERYBODY,
}


def with_instructors_settings(spawner):
    """Give instructors formgrader and their course, on top of what everybody has."""
    if spawner.user.name in HUB["instructors"]:
        paths = {"JUPYTER_CONFIG_PATH": f"{INSTRUCTORS}:{EVERYBODY}"}
        spawner.environment = {**spawner.environment, **paths}


c.Spawner.pre_spawn_hook = with_instructors_settings

# JupyterHub does not start where a service of its own cannot, so there are tables only where there is a course.
HAS_COURSE = Path(HUB["course"], "nbgrader_config.py").is_file()
c.JupyterHub.services = [
    {
        "name": "tables",  # live talks of pairs, at /services/tables/
        "url": "http://127.0.0.1:8860",
        "command": [f"{HUB['programs']}/biggerpie", "tables", "--course", HUB["course"]],
        "user": HUB["instructors"][0],
        "cwd": "/",
        "oauth_no_confirm": True,
        "timeout": 300,
    }
] * HAS_COURSE
c.JupyterHub.load_roles = [{"name": "user", "scopes": ["self", *["access:services!service=tables"] * HAS_COURSE]}]

# Yours: who may sign in, and how. Without a line of yours, JupyterHub asks for the password of an account of this
# machine, and lets nobody in.
# c.Authenticator.allow_all = True  # everybody who has an account
# c.JupyterHub.subdomain_host = "https://hub.example.org"  # needs a name for each user: *.hub.example.org
