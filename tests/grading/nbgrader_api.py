"""nbgrader's interface in a course, as formgrader's buttons use it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader


@contextmanager
def nbgrader_api(course: Path, **sections: dict[str, object]) -> Iterator[NbGraderAPI]:
    """Nbgrader's interface with the course's settings and, by section, more; the course is the working folder."""
    app = NbGrader()
    app.config_dir = str(course)
    before = Path.cwd()
    os.chdir(course)
    try:
        app.initialize([], root=str(course))
        for section, settings in sections.items():
            app.config[section].update(settings)
        yield NbGraderAPI(coursedir=app.coursedir, parent=app, config=app.config)
    finally:
        os.chdir(before)
