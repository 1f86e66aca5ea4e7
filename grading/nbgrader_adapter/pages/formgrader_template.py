"""formgrader's templates, in which scripts and styles carry the page's nonce and MathJax is left out."""

import base64
import hashlib
import re

from .templates import TABLES, Edit

OWN = re.compile(r"<(script|style|link)\b")
NONCE = r'<\1 nonce="{{ resources.biggerpie_nonce }}"'
MATHJAX = "{{ mathjax() }}"
# formgrader's script waits for MathJax before it puts the cursor into the first field.
NO_MATHJAX = (
    """<script>
window.MathJax = {Hub: {Startup: {signal: {Interest: (then) => setTimeout(then, 0, "End")}}}};
</script>
"""
    + TABLES
)
REFERRER = '<meta charset="utf-8" />\n<meta name="referrer" content="same-origin" />'
FIRST_PANEL = """  <div class="container">
    <div class="panel panel-default">"""
NOTICES = """  <div class="container">
    {% if resources.biggerpie_notices %}
    <div class="panel panel-warning" role="note" id="biggerpie-notices">
      <div class="panel-heading"><h4 class="panel-title">For you; students do not see this</h4></div>
      <ul class="panel-body" style="margin: 0 0 0 1.5em">
        {% for said in resources.biggerpie_notices %}<li>{{ said | e }}</li>{% endfor %}
      </ul>
    </div>
    {% endif %}
    <div class="panel panel-default">"""
ON_CLICK = ("toggle_name(true);", "toggle_name(false);")  # the only handlers that stand in the templates' tags


def _with_nonce(source: str) -> str:
    source = source.replace(MATHJAX, NO_MATHJAX).replace('<meta charset="utf-8" />', REFERRER)
    return OWN.sub(NONCE, source.replace(FIRST_PANEL, NOTICES, 1))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


EDITS: dict[str, Edit] = {"index.html.j2": _with_nonce, "formgrade_macros.html.j2": _with_nonce}
HANDLER_HASHES = tuple(map(_hash, ON_CLICK))
