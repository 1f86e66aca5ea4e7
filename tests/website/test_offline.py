"""The service worker keeps one build whole, whatever the browser itself still has of an older one."""

import os
import re
import shutil

from biggerpie.website.serve import Handler

from .conftest import served

BEGUN = """async () => {
  await navigator.serviceWorker.register("offline.js");
  await navigator.serviceWorker.ready;
}"""
CAME_AGAIN = """async () => {
  const worker = await navigator.serviceWorker.getRegistration();
  await worker.update();
  while (!worker.waiting) await new Promise((done) => setTimeout(done, 50));
}"""
KEPT = """async () => {
  const builds = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const found = await Promise.all(builds.map((build) => build.match("index.html")));
  return Promise.all(found.map((page) => page.text()));
}"""


def test_a_new_build_keeps_no_page_that_the_browser_has_of_the_old_one(site, visitor, tmp_path, monkeypatch):
    send = Handler.end_headers
    lasting = lambda handler: handler.send_header("Cache-Control", "max-age=600") or send(handler)  # noqa: E731
    monkeypatch.setattr(Handler, "end_headers", lasting)
    shutil.copytree(site, tmp_path, dirs_exist_ok=True)
    front, worker = tmp_path / "index.html", tmp_path / "offline.js"
    old = front.read_text(encoding="utf-8")
    new = old.replace("<title>", "<title>New: ")
    with served(tmp_path) as address:
        visitor.goto(f"{address}/index.html")
        visitor.evaluate(BEGUN)
        visitor.reload()
        front.write_text(new, encoding="utf-8")
        os.utime(front, (front.stat().st_mtime + 60,) * 2)
        script = worker.read_text(encoding="utf-8")
        worker.write_text(re.sub(r'"build": "\w+"', '"build": "another"', script), encoding="utf-8")
        visitor.evaluate(CAME_AGAIN)
        assert visitor.evaluate(KEPT) == [old, new]
