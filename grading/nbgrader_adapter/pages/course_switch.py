"""The address `/formgrader?path=FOLDER`, by which nbgrader loads and runs the settings in a folder.

It is meant for a person who opens another course. A folder in a course holds what students sent, and settings among
that would be a student's program.
"""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from tornado import web

COURSE_FILES = ("nbgrader_config.py", "gradebook.db")
PAGES = ("document", "iframe", "")  # JupyterLab shows formgrader in a frame; old browsers say nothing
OWN_SITES = ("same-origin", "none", "")


def only_courses(get: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return nbgrader's handler, which is asked only where the folder is a course's own."""

    @wraps(get)
    @web.authenticated
    def answer(handler: Any) -> Any:
        path = handler.get_argument("path", "")
        if path and (why := reason_against(path, handler.settings["nbgrader_formgrader"], handler.request.headers)):
            handler.set_status(403)
            handler.set_header("Content-Type", "text/plain; charset=utf-8")
            return handler.finish(why)
        return get(handler)

    return answer


def reason_against(path: str, formgrader: Any, headers: Any) -> str:
    """Return one sentence that says why the settings in a folder are not loaded, or ""."""
    if headers.get("Sec-Fetch-Dest", "") not in PAGES or headers.get("Sec-Fetch-Site", "") not in OWN_SITES:
        return "formgrader opens a course only for a person who goes there; nothing was opened."
    served = Path(formgrader.root_dir).resolve()
    for folder in {Path(path).absolute(), Path(os.path.abspath(path)), Path(path).resolve()}:  # noqa: PTH100  # as nbgrader does
        if not folder.resolve().is_relative_to(served):
            return f"{path!r} lies outside the folder that Jupyter shows, so its settings were not loaded."
        if course := _course_above(folder, Path(formgrader.coursedir.root).resolve()):
            return (
                f"{path!r} lies inside the course {course.name!r}, where students' files are, so its settings were not "
                "loaded; open the course's own folder."
            )
    return ""


def _course_above(folder: Path, open_course: Path) -> Path | None:
    """Return the course that a folder lies in, or None where it lies in none."""
    return next((above for above in folder.parents if above == open_course or _is_course(above)), None)


def _is_course(folder: Path) -> bool:
    return any((folder / name).exists() for name in COURSE_FILES)
