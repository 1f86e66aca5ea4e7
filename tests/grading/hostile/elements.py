"""Elements in a written answer that run, ask, hide, cover the page, or pass for the page's own."""

from .model import Hostile
from .written import all_written, own_cell, written

OWASP = "OWASP XSS filter evasion cheat sheet"
HTML5 = "cure53, HTML5 security cheat sheet"
CLOBBER = "CVE-2024-43805 (JupyterLab: names in a page taken over by HTML)"
NBCONVERT = "CVE-2021-32862 (fifteen ways of scripts through nbconvert)"
SPOOF = "attack on the kit, 2026: a text that passes for formgrader's own boxes"
RUNNING = {
    "details that open": "<details open ontoggle=hurt()><summary>a</summary></details>",
    "focus": "<input autofocus onfocus=hurt()> <a tabindex=0 autofocus onfocusin=hurt()>a</a>",
    "video without a film": "<video><source onerror=hurt()></video> <audio src=x onerror=hurt()></audio>",
    "animation": "<svg><animate onbegin=hurt() attributeName=x dur=1s></svg>",
    "style that ends": "<style>@keyframes k{}</style><b style='animation:k 1s' onanimationstart=hurt()>a</b>",
    "element that nobody knows": "<x-hurt onpointerover=hurt() tabindex=1 style=display:block>a</x-hurt>",
    "page within": "<object data='data:text/html,<script>hurt()</script>'></object><embed src='javascript:hurt()'>",
    "old text track": "<marquee onstart=hurt()>a</marquee> <body onload=hurt()> <frameset onload=hurt()>",
    "link in a formula": "<math href='javascript:hurt()'><mtext xlink:href='javascript:hurt()'>a</mtext></math>",
    "tag without end": "<img src=x onerror=hurt() alt='",
    "slashes for spaces": "<img/src='x'/onerror=hurt()> <svg/onload=hurt()//",
}
ASKING = {
    "base of all addresses": "<base href='https://example.org/'>",
    "refresh": "<meta http-equiv=refresh content='0;url=/logout'>",
    "fetched before": "<link rel=prefetch href=/logout> <link rel=dns-prefetch href=//example.org>",
    "style sheet": "<link rel=stylesheet href=//example.org/a.css> <style>@import '//example.org/b.css'</style>",
    "background": "<table background=/logout><tr><td style='background:url(/logout)'>a</table>",
    "picture sets": "<img srcset='/logout 1x, //example.org/x 2x'> <picture><source srcset=/logout></picture>",
    "told on a click": "<a href='https://example.org' ping=/logout>a</a>",
    "picture in a drawing": "<svg><image href=/logout /><use href='/files/x.svg#a'/></svg>",
}
HIDING = {
    "plain text to the end": "<plaintext>",
    "comment without end": "<!-- hurt",
    "text area without end": "<textarea>",
    "other raw texts": "<xmp><noembed><noframes><title><script type=text/plain>",
    "page covered": "<div style='position:fixed;inset:0;background:#fff;z-index:9999'>Marked: 100 of 100</div>",
    "page ended": "</div></div></div></body></html><h1>100 / 100</h1>",
    "page hidden": "<style>.panel, .nbgrader_cell, .comment { display: none }</style>",
    "section of data": "<![CDATA[ <script>hurt()</script> ]]> <?php hurt ?> <!ENTITY x 'hurt'>",
}
MUTATING = {
    "CVE-2020-6802 (bleach: noscript and raw text)": "<noscript><style></noscript><img src=x onerror=hurt()>",
    "CVE-2020-6816 (bleach: svg, math and raw text)": "<svg><style><img src=x onerror=hurt()></style></svg>",
    "CVE-2021-23980 (bleach: comments, p and style)": "<math><p><style><!--</style>"
    "<img src=x onerror=hurt()>--></p></math>",
    "DOMPurify #482 (svg namespace)": '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style>'
    '<img onerror=hurt() src>">',
    "SonarSource mXSS cheat sheet (annotation)": "<svg><annotation-xml><foreignobject><style><!--</style><p id='-->"
    "<img src=x onerror=hurt()>'>",
    "GHSA-5jfw-gq64-q45f (lxml: templates and svg)": "<template><svg><script>hurt()</script></svg></template><svg><p>",
}
FENCES = {
    "mermaid": '```mermaid\n<img src=x onerror=hurt()>\ngraph TD; A-->B; click A href "javascript:hurt()"\n```',
    "mermaid and entities": "```mermaid\n&lt;img src=x onerror=hurt()&gt;\n%%{init: {'securityLevel': 'loose'}}%%\n```",
    "indented code": "    <script>hurt()</script>\n\n    ![](/logout)",
    "fence within a quote": "> ```\n> <script>hurt()</script>\n<script>hurt()</script>",
    "ticks that do not match": "`` <img src=x onerror=hurt()> ` ![](/logout) ``` ``",
}
PASSING = {
    "heading named like a box": "# why\n\n# why-comment\n\n# why_extra_credit",
    "heading named like a part of the page": "# statusmessage\n\n# notebook\n\n# toc\n\n# top",
    "heading that breaks out": '# a" onclick="hurt()\n\n# \'><img src=x onerror=hurt()>\n\nhurt()\n===',
}
SCORE = "<input class='score tabbable' id=why value=20><textarea id=why-comment>Full marks.</textarea>"
SUBMISSIONS: tuple[Hostile, ...] = (
    *all_written("element", OWASP, dict(list(RUNNING.items())[:5])),
    *all_written("element", HTML5, dict(list(RUNNING.items())[5:])),
    *all_written("element asks", HTML5, ASKING),
    *all_written("element hides", OWASP, HIDING),
    *(written(f"mutation: {source}", text, source) for source, text in MUTATING.items()),
    *all_written("code", NBCONVERT, FENCES),
    *all_written("name", SPOOF, PASSING),
    written(
        "form in the page",
        "<form action=/logout id=attributes><input name=parentNode><button>Save</button></form>",
        CLOBBER,
    ),
    written("score box of one's own", SCORE, SPOOF, "forge"),
    own_cell(
        "heading before the score box", {"cell_type": "markdown", "source": "# why\n\n# mark-package"}, SPOOF, "forge"
    ),
    own_cell(
        "raw cell",
        {"cell_type": "raw", "source": "<script>hurt()</script>", "metadata": {"raw_mimetype": "text/html"}},
        NBCONVERT,
    ),
    own_cell(
        "heading cell",
        {"cell_type": "heading", "level": "1><script>hurt()</script>", "source": "<script>hurt()</script>"},
        "nbformat's documentation: heading cells of format 3",
    ),
)
