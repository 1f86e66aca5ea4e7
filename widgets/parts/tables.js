// @ts-check
// Tables, and the table twin of a picture.
import { make, whenChanged } from "./dom.js";
import { capital } from "./sentences.js";

/** @import { Table } from "./types.js" */

/**
 * A table from its caption, column heads and rows; the first cell of a row names it. Heads begin with a capital.
 * @param {Table} table
 */
export function dataTable({ title, head, rows }) {
  const cells = (/** @type {string[]} */ [first, ...rest]) => [
    make("th", { scope: "row" }, first),
    ...rest.map((text) => make("td", {}, text)),
  ];
  return make(
    "table",
    {},
    ...(title ? [make("caption", {}, title)] : []),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, capital(text))))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...cells(row)))),
  );
}

/**
 * A place for a table that scrolls by keyboard where it is too wide.
 * @param {string} name
 */
export function tablePlace(name) {
  const node = make("div", { class: "bp-table", tabindex: "0", role: "group", "aria-label": name });
  return { node, show: whenChanged((/** @type {Table} */ data) => node.replaceChildren(dataTable(data))) };
}

/**
 * A table twin of a picture, folded away.
 * @param {string} title
 */
export function tableTwin(title) {
  const place = tablePlace(title);
  return { node: make("details", {}, make("summary", {}, title), place.node), show: place.show };
}
