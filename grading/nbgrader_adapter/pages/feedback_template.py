"""nbgrader's feedback template with the page's policy; where there is one, MathJax is left out."""

import re

from .templates import TABLES

POLICY = "biggerpie_policy"
META = '<meta charset="utf-8" />'
WITH_POLICY = f"""{META}
{{% if resources.{POLICY} %}}
<meta http-equiv="Content-Security-Policy" content="{{{{ resources.{POLICY} }}}}" />
<meta name="referrer" content="no-referrer" />
{TABLES}
{{% endif %}}"""
FONT = re.compile(r"@font-face\s*\{[^}]*\}")  # of icons that no feedback has; its file is not beside the page
MATHJAX = "{{ mathjax() }}"
MATHJAX_ELSEWHERE = f"{{% if not resources.{POLICY} %}}{MATHJAX}{{% endif %}}"


def with_policy(source: str) -> str:
    """Return the template of a page that says itself what it may load, as it is opened from a folder."""
    return source.replace(META, WITH_POLICY, 1).replace(MATHJAX, MATHJAX_ELSEWHERE)


def without_fonts(css: str) -> str:
    """Return a style sheet that asks for no font's file."""
    return FONT.sub("", css)
