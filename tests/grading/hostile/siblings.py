"""Files beside a notebook that a browser would run when they are opened from there, and answers that lead to them."""

from .model import Hostile
from .written import with_files, written

SCRIPT = "<script>hurt()</script>"
PAGE = f"<!DOCTYPE html><title>notes</title>{SCRIPT}"
DRAWING = f"<svg xmlns='http://www.w3.org/2000/svg' onload='hurt()'>{SCRIPT}</svg>"
XHTML = "<html xmlns='http://www.w3.org/1999/xhtml'><body><script>hurt()</script></body></html>"
STYLED = "<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='a.xsl'?><a/>"
SHEET = "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform' version='1.0'/>"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF"
MHTML = (
    f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n{PAGE}\n--x--"
)
EDITED = "CVE-2015-7337 (Jupyter runs scripts in a file that is opened)"
SERVED = "CVE-2018-19351 (Jupyter serves untrusted files as pages)"
UPLOAD = "OWASP file upload cheat sheet"
FEEDBACK = "attack on the kit, 2026: a page beside the notebook stands where the feedback will be"


def opened(name: str, source: str, link: str, files: dict[str, str | bytes]) -> Hostile:
    """An answer that asks to open a file beside the notebook."""
    return with_files(written(f"beside it: {name}", link, source), files)


SUBMISSIONS: tuple[Hostile, ...] = (
    opened("page", SERVED, "[my notes](notes.html)", {"notes.html": PAGE, "NOTES2.HTM": PAGE, "a.shtml": PAGE}),
    opened("drawing", SERVED, "![drawing](drawing.svg)", {"drawing.svg": DRAWING, "drawing.svgz": DRAWING}),
    opened("page in XML", EDITED, "[a](a.xhtml) [b](b.xht)", {"a.xhtml": XHTML, "b.xht": XHTML, "c.xml": XHTML}),
    opened("page that is transformed", UPLOAD, "[a](a.xml)", {"a.xml": STYLED, "a.xsl": SHEET}),
    opened("page in a mail", UPLOAD, "[a](a.mht)", {"a.mht": MHTML, "b.eml": MHTML}),
    opened("page without an ending", UPLOAD, "[a](notes) [b](notes.)", {"notes": PAGE}),
    opened("page with two endings", UPLOAD, "[a](a.png.html)", {"a.png.html": PAGE, "a.html.png": PAGE}),
    opened("page in a folder", SERVED, "[a](docs/index.html)", {"docs/index.html": PAGE}),
    opened("script", UPLOAD, "[a](a.js)", {"a.js": "hurt()", "b.mjs": "hurt()", "sw.js": "hurt()", "c.wasm": b"\0asm"}),
    opened("document that acts", UPLOAD, "[a](a.pdf)", {"a.pdf": PDF, "b.swf": b"FWS", "c.hta": PAGE, "d.docm": b"PK"}),
    opened(
        "picture that is a page",
        "Snyk and PortSwigger: polyglot files",
        "![a](a.gif)",
        {"a.gif": b"GIF89a=1;" + PAGE.encode()},
    ),
    opened(
        "another notebook", SERVED, "[a](other.ipynb)", {"other.ipynb": '{"cells": [], "metadata": {}, "nbformat": 4}'}
    ),
    opened(
        "page for the feedback",
        FEEDBACK,
        "See my page.",
        {"exercise.html": PAGE, "exercise2.html": PAGE, "index.html": PAGE},
    ),
    opened(
        "feedback of another",
        FEEDBACK,
        "See there.",
        {"feedback/zz/01-both-can-gain/exercise.html": PAGE, "autograded/x": "x"},
    ),
)
