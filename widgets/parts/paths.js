// @ts-check
// Paths over the payoff plane: one side's offers, each a mark of the side's shape, with a ring around the latest.
import { MARKS } from "./marks.js";
import { make } from "./dom.js";

/** @import { Path, Scale } from "./types.js" */

const RING = 9;

/**
 * The nodes of one side's path; `x` and `y` turn points into places.
 * @param {Path} path
 * @param {Scale} x
 * @param {Scale} y
 */
export function pathMarks({ kind, points, latest }, x, y) {
  if (!points.length) return [];
  const mark = MARKS[kind];
  const places = points.map(([a, b]) => [x(a), y(b)]);
  const style = `bp-kind-${kind}`;
  const line = places.map(([cx, cy], at) => `${at ? "L" : "M"}${cx.toFixed(1)} ${cy.toFixed(1)}`).join("");
  const marks = places.map(([cx, cy]) => mark(cx, cy)).join("");
  const nodes = [make("path", { d: line, class: `bp-path ${style}` }), make("path", { d: marks, class: `bp-path-marks ${style}` })];
  const [cx, cy] = places[places.length - 1];
  return latest ? [...nodes, make("circle", { cx, cy, r: RING, class: `bp-path-latest ${style}` })] : nodes;
}
