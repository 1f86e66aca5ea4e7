// @ts-check
// The worker that Python runs in: it fetches Python and the kit, then answers one call after the other. A
// worker that is named "exercise" or "course" fetches what reads answers, too.
import { unpacked } from "./unpacked.js";

const here = new URL("./python/", import.meta.url).href;
const isLesson = self.name === "lesson";
const bytes = async (/** @type {string} */ name) => new Uint8Array(await (await fetch(here + name)).arrayBuffer());
const tell = (/** @type {unknown} */ fault) => postMessage({ fault: String(fault) });

const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = (source, imports) => {
  const made = instantiate(source, imports);
  made.catch(tell); // Pyodide would wait for ever
  return made;
};

async function begun() {
  const { loadPyodide } = await import(`${here}pyodide.mjs`);
  const zips = ["kit.zip", ...(isLesson ? [] : ["marking.zip"])].map(bytes);
  const [kit, lock] = [Promise.all(zips), fetch(`${here}lock.json`).then((file) => file.text())];
  const python = await loadPyodide({ indexURL: here, stdLibURL: `${here}std.zip`, lockFileContents: await lock });
  const files = (await kit).flatMap((zip) => [...unpacked(zip)]);
  const folderOf = (/** @type {string} */ name) => `/kit/${name.slice(0, name.lastIndexOf("/") + 1)}`;
  new Set(files.map(([name]) => folderOf(name))).forEach((folder) => python.FS.mkdirTree(folder));
  for (const [name, content] of files) python.FS.writeFile(`/kit/${name}`, content);
  python.registerJsModule("site_files", { rest: `${here}rest.zip` });
  python.runPython("import sys; sys.path.insert(0, '/kit')");
  python.pyimport("biggerpie.website.in_browser.rest_of_library");
  return python.pyimport(`biggerpie.website.in_browser.${isLesson ? "session" : `${self.name}_session`}`);
}

const session = begun();
let last = Promise.resolve();
addEventListener("message", ({ data: { number, name, given } }) => {
  last = last.then(async () => {
    try {
      const answer = (await session).call(name, JSON.stringify(given));
      postMessage({ number, answer: JSON.parse(answer) });
    } catch (fault) {
      postMessage({ number, fault: String(fault) });
    }
  });
});
session.catch(tell);
