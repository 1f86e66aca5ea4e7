"""Whether this user's settings of nbgrader share courses with a group."""

from jupyter_core.paths import jupyter_config_path
from traitlets.config import Application


def groupshared() -> bool:
    """Return whether nbgrader's settings of this user and machine say that a group shares the courses."""
    app = Application()
    app.load_config_file("nbgrader_config", path=jupyter_config_path())  # not from the folder one stands in
    return app.config.CourseDirectory.get("groupshared", False) is True
