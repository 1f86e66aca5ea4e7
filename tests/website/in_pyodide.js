// Node.js: print the digests of recordings as Pyodide makes them. Arguments: the npm package's folder, the kit's.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

async function main([pyodide, kit]) {
  const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")).href);
  const python = await loadPyodide({ indexURL: pyodide + path.sep });
  python.FS.mkdirTree("/kit");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: kit }, "/kit");
  python.runPython("import sys; sys.path.insert(0, '/kit')");
  console.log(python.pyimport("digests").digests(readFileSync(0, "utf8")));
}

main(process.argv.slice(2));
