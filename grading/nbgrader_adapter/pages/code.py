"""Code on a page: plain letters; only what is short and Python is coloured, and nothing in the kit's exercises.

Some of the highlighter's languages take hours for a page of spaces, and a student may name any language.
"""

from html import escape

from nbconvert.filters.highlight import Highlight2HTML

PYTHON = ("python", "ipython", "ipython3", "python3")
MOST_COLOURED = 10_000


def plain_code(source: str) -> str:
    """Return code as HTML that shows it letter by letter."""
    return f'<div class="highlight"><pre><span></span>{escape(source)}\n</pre></div>'


def python_code(source: str) -> str:
    """Return code in Python's colours, or plain where it is long."""
    return str(Highlight2HTML()(source)) if len(source) <= MOST_COLOURED else plain_code(source)
