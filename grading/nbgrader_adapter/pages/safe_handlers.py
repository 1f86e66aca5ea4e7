"""All of formgrader's pages and its interface, made safe: nothing that an address or an id says becomes a script.

nbgrader's templates write what stands in an address into their scripts, and its interface sends ids as pages.
"""

from functools import wraps
from typing import Any
from urllib.parse import unquote

DANGEROUS = set("<>\"'`\\\0\r\n\u2028\u2029")
"""Letters by which an address would end a string, an attribute or a line of the page that repeats it."""
FROM_ELSEWHERE = "This page of formgrader was opened from another site, so it is not shown; open it from Jupyter."
NO_SUCH_PAGE = "There is no such page: its address holds letters that no assignment and no student may have."


STOCK_NOT_MARKED = "formgrade_404.tpl"
NOT_MARKED = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Not marked</title></head><body>
<p>The marked notebook of {{ resources.student }} for {{ resources.assignment_id }} is not there any more.
Mark the submission again (<code>biggerpie grade {{ resources.assignment_id }}</code>), then load this page again.
The marks in the gradebook are kept.</p></body></html>
"""
"""In place of nbgrader's page for a missing notebook, which itself asks for a file that nbgrader does not have."""


def make_safe(pages: Any, interface: Any) -> None:
    """Let formgrader's handlers refuse such addresses, escape what they show, and send their data as data."""
    pages.prepare = _prepared(pages.prepare)
    pages.render = _escaped(pages.render)
    interface.prepare = _as_data(interface.prepare)


def reason_against(path: str, headers: Any) -> str:
    """Return one sentence that says why an address is not answered, or ""."""
    if headers.get("Sec-Fetch-Site", "") == "cross-site":
        return FROM_ELSEWHERE
    return NO_SUCH_PAGE if DANGEROUS & set(unquote(unquote(path))) else ""


def _prepared(prepare: Any) -> Any:
    @wraps(prepare)
    async def prepare_or_refuse(handler: Any) -> None:
        if why := reason_against(handler.request.path, handler.request.headers):
            handler.set_status(403)
            handler.set_header("Content-Type", "text/plain; charset=utf-8")
            handler.finish(why)
            return
        done = prepare(handler)
        if done is not None:
            await done

    return prepare_or_refuse


def _escaped(render: Any) -> Any:
    @wraps(render)
    def escaping(handler: Any, name: str, **values: Any) -> Any:
        environment = handler.settings["nbgrader_jinja2_env"]
        if not environment.autoescape:
            environment.autoescape = True
            environment.cache.clear()
        if name == STOCK_NOT_MARKED:
            return environment.from_string(NOT_MARKED).render(**values)
        return render(handler, name, **values)

    return escaping


def _as_data(prepare: Any) -> Any:
    @wraps(prepare)
    async def declared(handler: Any) -> None:
        await prepare(handler)
        handler.set_header("X-Content-Type-Options", "nosniff")
        if not handler._finished:
            handler.set_header("Content-Type", "text/plain; charset=utf-8")  # nbgrader's scripts parse it themselves

    return declared
