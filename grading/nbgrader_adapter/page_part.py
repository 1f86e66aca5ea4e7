"""A part of nbgrader's feedback pages."""

from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List


class PagePart(NbGraderPreprocessor):
    """What works on a feedback page; nbconvert sets this trait for all that do."""

    display_data_priority: Any = List().tag(config=True)
