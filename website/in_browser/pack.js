// Node.js: run packing.py inside Pyodide. Arguments: the folder of the npm package, of the kit, and for the zips.
const { pathToFileURL } = require("node:url");
const { readFileSync } = require("node:fs");
const path = require("node:path");

async function main([pyodide, kit, out]) {
  const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")).href);
  const python = await loadPyodide({ indexURL: pyodide + path.sep });
  for (const [place, folder] of [["/staged", kit], ["/out", out]]) {
    python.FS.mkdirTree(place);
    python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, place);
  }
  python.runPython("import sys; sys.path.insert(0, '/staged'); sys.dont_write_bytecode = True");
  const pages = readFileSync(path.join(out, "pages.json"), "utf8");
  python.pyimport("biggerpie.website.in_browser.packing").pack("/staged", "/out", pages);
}

main(process.argv.slice(2)).catch((fault) => {
  console.error(String(fault));
  process.exit(1);
});
