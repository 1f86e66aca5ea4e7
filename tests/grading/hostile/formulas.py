"""Formulas, which MathJax would act on, and money, which is none."""

from .model import Hostile
from .written import all_written, written

SAFE = "MathJax's documentation, 'Safe extension': links, styles and names in formulas"
REQUIRE = "CVE-2018-1999024 (MathJax: \\unicode)"
LINKS = {
    "link that runs": r"$\href{javascript:hurt()}{E}$",
    "style that asks": r"$\style{background: url(/logout); position: fixed}{E}$",
    "names of the page": r"$\cssId{why}{E} \class{score}{E}$",
    "parts that are loaded": r"$\require{html} \require{//example.org/hurt} \mmlToken{mi}[href=javascript:hurt()]{x}$",
    "larger than the page": r"$\rule{100000em}{100000em} \hspace{-1000em} \raise{99em}{100 / 100}$",
    "words of its own": r"$\def\a{\a\a} \a \newcommand{\b}{\b} \b \let\frac\b$",
    "environments": r"\begin{array}{c}<img src=x onerror=hurt()>\end{array} \\[<svg onload=hurt()>\\]",
}
SUBMISSIONS: tuple[Hostile, ...] = (
    *all_written("formula", SAFE, LINKS),
    written("formula: settings", '<script type="text/x-mathjax-config">hurt()</script> <mathjax>$x$</mathjax>', SAFE),
    written("formula: letters by number", r"$\unicode{<img src=x onerror=hurt()>}$ $\unicode[x;hurt()]{65}$", REQUIRE),
    written(
        "money",
        "I offered $54,000 and they asked for $56,000; 3*4 = 12 and a_b_c <= 5.",
        "attack on the kit, 2026: money shown as a formula",
        "break",
        shown=("I offered $54,000 and they asked for $56,000; 3*4 = 12 and a_b_c <= 5.",),
    ),
)
