"""The students' version of an exercise, made without a course: for learners on their own."""

from importlib import resources

import nbformat
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from .course_config import configure_preprocessors


def released_exercise(name: str) -> bytes:
    """Return the exercise as nbgrader releases it: no hidden test, no mark scheme, no solution."""
    source = resources.files("biggerpie.exercises").joinpath(name, "exercise.ipynb").read_text(encoding="utf-8")
    config = Config()
    configure_preprocessors(config)
    notebook = nbformat.reads(source, as_version=4)
    for preprocessor in config.GenerateAssignment.preprocessors:
        if preprocessor is not SaveCells:
            notebook, _ = preprocessor(config=config).preprocess(notebook, {})
    return (nbformat.writes(notebook) + "\n").encode()
