"""Written answers: one as a person writes it, and those that try to act in the browser of whoever reads them."""

from ...class_of_thirty import PIXEL

NORMAL = """We **trade**: I give what is cheap to me.

- They get $62,000 and I get 4 days at home; $5 more or less is *no matter*.
- See [a page about trades](https://example.org/trades?a=1&b=2).

1. Ask first.
2. Then offer.

![My sketch](attachment:sketch.png)

| issue | who cares |
| --- | --- |
| salary | they |

> "It depends" is no answer: 2 < 3 & 4 > 1.

```python
total = 3
```
"""
PICTURES = {"sketch.png": {"image/png": PIXEL}}
SETTINGS = "?path=submitted/hostile/01-both-can-gain"
HOSTILE = {
    "settings": f"![d](../../{SETTINGS}) ![d](/formgrader{SETTINGS})",
    "logout": "![](/logout) ![](../../../logout) [![](/logout)](https://example.org)",
    "elsewhere": "![](https://hurt.example/p.png) ![](//hurt.example/p.png) ![](/\\hurt.example/p.png) ![][r]\n\n"
    "[r]: //hurt.example/q",
    "own files": "![](picture.svg) ![](hurt.html) <iframe src=hurt.html></iframe> <img src=picture.svg>",
    "percent": "![x](attachment:%3Cscript%20src%3Dhurt.js%3E%3C%2Fscript%3E) "
    "![x](attachment:%22%20onerror%3Dhurt%28%29%20x)",
    "script": "<script>window.hurt=1</script>\n\n<img src=x onerror='window.hurt=1'>\n\n<svg onload=window.hurt=1>",
    "styles": "<style>@import '//hurt.example/s.css'; body{background:url(/logout)}</style>"
    "<link rel=stylesheet href=/logout>",
    "refresh": '<meta http-equiv=refresh content="0;url=/logout"><base href="//hurt.example/">'
    "<form action=/logout><button>x",
    "mathematics": "$$\\require{html}\\href{javascript:window.hurt=1}{x}\\style{background:url(/logout)}{y}$$ "
    "\\\\[ \\unicode{x} \\\\]",
    "clicks": "[a](javascript:window.hurt=1) [b](JaVa&Tab;script&colon;window.hurt=1) <javascript:window.hurt=1> "
    "[c](data:text/html,x) [d](mailto:a@b.org) [e](/logout) [f](//hurt.example) [g](https:/\\hurt.example) "
    "[h](?path=.)",
    "lexer": "```systemd\n" + " " * 3000 + "\n```\n\n```&colon;&#x110000;\nx\n```\n\n```mermaid\ngraph\n```",
    "missing": "![x](attachment&colon;gone.png) ![x](attachment:) ![y](attachment:constructor)",
    "names": "# why\n\n# why-comment\n\n# mark-package\n\n<a name=why id=why>x</a>",
}
CLICKED = "a[href]:not([href^='#'])"
