// @ts-check
// A chart of lines over one scale: each line has a name at its end and marks of its own shape, never colour alone.
import { MARKS } from "./marks.js";
import { make, whenChanged } from "./dom.js";

/** @import { Axis, Chart, Line, Rule, Scale } from "./types.js" */

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [480, 320, 44, 48, 24, 132];
const LINE_HEIGHT = 16;

/**
 * An empty chart; `draw` moves what stands in it. Its data, all computed in Python: `summary`; `x` and `y` with
 * `label`, `to` (they begin at `from` or 0) and `ticks` as [value, text]; `lines` with `kind` ("you", "them", "best",
 * "quiet", "focus"), `name`, `points` as [x, y], and where wanted `dashed`, `plain` (no marks) or `filled` (down to
 * the scale); `rules`, upright lines with `at`, `name`, `kind`, and where wanted `solid`. What lies above the scale is drawn at its edge.
 */
export function chart() {
  const layers = ["fills", "grid", "ticks", "rules", "lines", "names"].map((name) => make("g", { class: `bp-chart-${name}` }));
  const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "bp-chart" }, ...layers);
  const [fills, grid, ticks, rules, lines, names] = layers;
  const drawScales = whenChanged((/** @type {{ x: Axis, y: Axis }} */ scales) => scaleMarks(grid, ticks, scales));
  const drawLines = whenChanged((/** @type {{ x: Axis, y: Axis }} */ scales, /** @type {Line[]} */ all) => {
    const [x, y] = scalesOf(scales);
    const shown = all.filter(({ points }) => points.length);
    fills.replaceChildren(...shown.filter(({ filled }) => filled).map((line) => filledPath(line, x, y)));
    lines.replaceChildren(...shown.flatMap((line) => linePaths(line, x, y)));
    names.replaceChildren(...endNames(shown, x, y));
  });
  const drawRules = whenChanged((/** @type {{ x: Axis, y: Axis }} */ scales, /** @type {Rule[]} */ all) => {
    const [x] = scalesOf(scales);
    rules.replaceChildren(...all.flatMap((rule, index) => ruleMarks(rule, index, x)));
  });
  /** @param {Chart} data */
  const draw = ({ summary, x, y, lines: shown, rules: upright = [] }) => {
    svg.setAttribute("aria-label", summary);
    drawScales({ x, y });
    drawLines({ x, y }, shown);
    drawRules({ x, y }, upright);
  };
  return { node: svg, draw };
}

/**
 * For the scales of a picture the functions from their numbers to places in it.
 * @param {{ x: Axis, y: Axis }} axes
 * @returns {[Scale, Scale]}
 */
function scalesOf({ x, y }) {
  return [scale(x, LEFT, WIDTH - RIGHT), scale(y, HEIGHT - BOTTOM, TOP)];
}

/**
 * From the numbers of a scale to places in the picture; what lies outside is put on the edge.
 * @param {Axis} axis
 * @param {number} start
 * @param {number} end
 * @returns {Scale}
 */
function scale({ from = 0, to }, start, end) {
  return (value) => start + ((Math.min(Math.max(value, from), to) - from) / (to - from)) * (end - start);
}

/**
 * @param {Element} grid
 * @param {Element} ticks
 * @param {{ x: Axis, y: Axis }} data
 */
function scaleMarks(grid, ticks, data) {
  const [x, y] = scalesOf(data);
  const [left, bottom, right] = [LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT];
  grid.replaceChildren(
    ...data.y.ticks.map(([value]) => make("path", { d: `M${left} ${y(value)}H${right}` })),
    make("path", { d: `M${left} ${bottom}V${TOP}`, class: "bp-chart-axis" }),
    make("path", { d: `M${left} ${bottom}H${right}`, class: "bp-chart-axis" }),
  );
  ticks.replaceChildren(
    ...data.x.ticks.map(([value, text]) => make("text", { x: x(value), y: bottom + 17, "text-anchor": "middle" }, text)),
    ...data.y.ticks.map(([value, text]) => make("text", { x: left - 7, y: y(value) + 5, "text-anchor": "end" }, text)),
    make("text", { x: (left + right) / 2, y: HEIGHT - 8, "text-anchor": "middle", class: "bp-chart-label" }, data.x.label),
    make("text", { x: 6, y: 13, class: "bp-chart-label" }, data.y.label),
  );
}

/** @type {(points: Line["points"], x: Scale, y: Scale) => string} */
const path = (points, x, y) => points.map(([a, b], at) => `${at ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("");

/**
 * @param {Line} line
 * @param {Scale} x
 * @param {Scale} y
 */
function linePaths({ kind, points, dashed, plain }, x, y) {
  const line = make("path", { d: path(points, x, y), class: `bp-chart-line bp-kind-${kind}${dashed ? " bp-dashed" : ""}` });
  const mark = MARKS[kind];
  if (plain || !mark) return [line];
  const marks = points.map(([a, b]) => mark(x(a), y(b))).join("");
  return [line, make("path", { d: marks, class: `bp-chart-marks bp-kind-${kind}` })];
}

/**
 * @param {Line} line
 * @param {Scale} x
 * @param {Scale} y
 */
function filledPath({ kind, points }, x, y) {
  const [[start]] = points;
  const floor = HEIGHT - BOTTOM;
  return make("path", { d: `${path(points, x, y)}V${floor}H${x(start)}z`, class: `bp-kind-${kind}` });
}

/**
 * @param {Rule} rule
 * @param {number} index
 * @param {Scale} x
 */
function ruleMarks({ at, name, kind = "focus", solid }, index, x) {
  const late = x(at) > (LEFT + WIDTH - RIGHT) / 2;
  const side = { x: x(at) + (late ? -6 : 6), y: TOP + 12 + index * LINE_HEIGHT, "text-anchor": late ? "end" : "start" };
  return [
    make("path", { d: `M${x(at)} ${TOP}V${HEIGHT - BOTTOM}`, class: `bp-chart-line${solid ? "" : " bp-dashed"} bp-kind-${kind}` }),
    make("text", { ...side, class: `bp-kind-${kind}` }, name),
  ];
}

/**
 * The names at the ends of the lines, moved apart where they would overlap.
 * @param {Line[]} lines
 * @param {Scale} x
 * @param {Scale} y
 */
function endNames(lines, x, y) {
  const named = lines.filter(({ name }) => name);
  const places = named.map(({ points }) => points[points.length - 1]).map(([a, b], at) => ({ at, x: x(a), y: y(b) + 5 }));
  places.sort((one, other) => one.y - other.y);
  places.forEach((place, at) => (place.y = Math.max(place.y, at ? places[at - 1].y + LINE_HEIGHT : TOP)));
  const over = Math.max(0, (places[places.length - 1]?.y ?? 0) - (HEIGHT - BOTTOM));
  return places.map((place) =>
    make("text", { x: place.x + 9, y: place.y - over, class: `bp-kind-${named[place.at].kind}` }, named[place.at].name ?? ""),
  );
}
