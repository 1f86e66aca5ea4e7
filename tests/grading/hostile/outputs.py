"""Outputs and metadata that a page shows: handed in with the notebook, or made by code where code is run."""

from dataclasses import replace
from typing import Any

from ..class_of_thirty import Notebook
from .model import Hostile, code, notebook

FIFTEEN = "CVE-2021-32862 (fifteen ways of scripts through nbconvert)"
UNTRUSTED = "CVE-2016-6524 (outputs of an untrusted notebook run)"
STORED = "CVE-2018-8768 (a forged notebook gets past the cleaning of outputs)"
SCRIPT = "<script>hurt()</script><img src=x onerror=hurt()>"
WIDGET = "application/vnd.jupyter.widget-view+json"
KINDS = {
    "page": {"text/html": SCRIPT},
    "page in a list": {"text/html": ["<scr", "ipt>hurt()</script>"]},
    "drawing": {"image/svg+xml": "<svg onload=hurt()><script>hurt()</script></svg>"},
    "script": {"application/javascript": "hurt()"},
    "Markdown": {"text/markdown": f"{SCRIPT}\n\n[a](javascript:hurt())"},
    "formula": {"text/latex": f"$$</script>{SCRIPT}$$"},
    "picture that breaks out": {"image/png": f"x' onerror='hurt()'>{SCRIPT}"},
    "widget": {WIDGET: {"model_id": f"</script>{SCRIPT}"}},
    "kind that breaks out": {f"text/html'>{SCRIPT}": "x"},
}
SHOWN = "from IPython.display import publish_display_data\npublish_display_data({kind})\n"


def data(output: dict[str, Any]) -> dict[str, Any]:
    """An output of that data."""
    return {"output_type": "display_data", "metadata": {}, "data": output}


def handed_in(name: str, source: str, *outputs: dict[str, Any]) -> Hostile:
    """Such outputs in every code cell."""

    def edit(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"] = list(outputs)

    return notebook(f"output: {name}", "read", edit, source=source)


def about(title: str, /, **metadata: Any) -> Hostile:
    """Such metadata of the notebook."""
    return notebook(f"metadata: {title}", "read", lambda n: n["metadata"].update(metadata), source=FIFTEEN)


def about_cells(title: str, /, **metadata: Any) -> Hostile:
    """Such metadata of every cell."""
    return notebook(
        f"metadata: {title}", "read", lambda n: [c["metadata"].update(metadata) for c in n["cells"]], source=FIFTEEN
    )


ERROR = {
    "output_type": "error",
    "ename": SCRIPT,
    "evalue": SCRIPT,
    "traceback": [f"\x1b[31m{SCRIPT}", "\x1b]8;;javascript:hurt()\x07x"],
}
STREAM = {"output_type": "stream", "name": f"stderr'>{SCRIPT}", "text": f"\x1b[1m{SCRIPT}\x1b[0m"}
FILES = {
    "output_type": "display_data",
    "data": {"image/png": "AAAA"},
    "metadata": {
        "filenames": {"image/png": f"x'>{SCRIPT}"},
        "image/png": {"width": "1' onload='hurt()", "alt": SCRIPT},
    },
}
STATE = {
    "application/vnd.jupyter.widget-state+json": {
        "state": {
            "a": {
                "model_module": "data:text/javascript,hurt()",
                "model_module_version": "1",
                "model_name": "x",
                "state": {},
            }
        },
        "version_major": 2,
        "version_minor": 0,
    }
}
SUBMISSIONS: tuple[Hostile, ...] = (
    *(handed_in(name, UNTRUSTED if n < 4 else FIFTEEN, data(kind)) for n, (name, kind) in enumerate(KINDS.items())),
    handed_in("error", FIFTEEN, ERROR),
    handed_in("stream", FIFTEEN, STREAM),
    handed_in("names of files", FIFTEEN, FILES),
    handed_in(
        "kind that nobody knows",
        STORED,
        {"output_type": "hurt", "data": None},
        {"output_type": None},
        data({"text/html": {"a": 1}}),
    ),
    about("title", title=f"</title>{SCRIPT}", authors=[{"name": SCRIPT}]),
    about(
        "language",
        language_info={"name": f"'>{SCRIPT}", "pygments_lexer": f"systemd'>{SCRIPT}"},
        kernelspec={"language": SCRIPT},
    ),
    about("widget's module", widgets=STATE),
    about_cells("tags", tags=[f"x'>{SCRIPT}", "hide_input", "remove_cell"]),
    about_cells(
        "slides and names",
        slideshow={"slide_type": f"'>{SCRIPT}"},
        name=f"'>{SCRIPT}",
        collapsed="hurt",
        jupyter={"source_hidden": True},
    ),
    *(
        replace(code(f"shown: {name}", "read", SHOWN.format(kind=kind)), source=UNTRUSTED)
        for name, kind in list(KINDS.items())[:5]
    ),
)
