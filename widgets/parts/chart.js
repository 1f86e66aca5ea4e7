// @ts-check
// A chart of lines over one scale: each line has a name near its end and marks of its own shape, never colour alone.
import { around } from "./boxes.js";
import { heightKeeper, make, setText, whenChanged } from "./dom.js";
import { listNames, writeLabels } from "./labels.js";
import { MARKS } from "./marks.js";
import { freeRoom } from "./room.js";
import { drawnToSize } from "./sized.js";

/** @import { Axis, Chart, Frame, Label, Line, Rule, Scale, Spot } from "./types.js" */

const [LEFT, BOTTOM, TOP, RIGHT] = [40, 24, 9, 14];
const HIGHEST = 320; // pixels
const LETTER = 9; // pixels, a wide one
const MARK = 6; // pixels from a mark's middle to its edge

/**
 * An empty chart; `draw` moves what stands in it, until the signal ends it. Its data, all computed in Python: `summary`;
 * `x` and `y` with `label`, `to` (they begin at `from` or 0) and `ticks` as [value, text]; `lines` with `kind` ("you",
 * "them", "best", "quiet", "focus"), `name`, `points` as [x, y], and where wanted `name_at` (else the name is that of
 * the last point), `dashed`, `plain` (no marks) or `filled` (down to the scale); `rules`, upright lines with `at`,
 * `name`, `kind`, and where wanted `solid`. What lies above the scale is drawn at its edge.
 * @param {AbortSignal} signal
 * @param {number} [highest] in pixels
 */
export function chart(signal, highest = HIGHEST) {
  const layers = ["fills", "grid", "ticks", "rules", "lines", "names"].map((name) => make("g", { class: `bp-chart-${name}` }));
  const svg = make("svg", { role: "img", class: "bp-chart" }, ...layers);
  const place = make("div", {}, svg);
  const [up, across] = ["up", "across"].map((way) => make("p", { class: `bp-axis bp-axis-${way}`, "aria-hidden": "true" }));
  const unplaced = make("p", { class: "bp-unplaced", "aria-hidden": "true" });
  const node = make("div", { class: "bp-chart-place" }, up, place, across, unplaced);
  const [fills, grid, ticks, rules, lines, names] = layers;
  const keepHeight = heightKeeper(unplaced);
  const scales = whenChanged((/** @type {Axis} */ x, /** @type {Axis} */ y, /** @type {Frame} */ frame) => drawScales(grid, ticks, { x, y }, frame));
  /** @type {(data: Chart, width: number) => void} */
  const drawAt = (data, width) => {
    const frame = frameOf(data, width, Math.min(Math.round(width * 0.7), highest));
    const shown = data.lines.filter(({ points }) => points.length);
    svg.setAttribute("viewBox", `0 0 ${width} ${frame.bottom + BOTTOM}`);
    svg.setAttribute("aria-label", data.summary);
    setText(up, data.y.label);
    setText(across, data.x.label);
    scales(data.x, data.y, frame);
    fills.replaceChildren(...shown.filter(({ filled }) => filled).map((line) => filledPath(line, frame)));
    lines.replaceChildren(...shown.flatMap((line) => linePaths(line, frame)));
    rules.replaceChildren(...(data.rules ?? []).map((rule) => ruleMark(rule, frame)));
    const labels = [...shown.flatMap((line) => lineName(line, frame)), ...(data.rules ?? []).flatMap((rule) => ruleName(rule, frame))];
    listNames(unplaced, writeLabels(names, labels, frame.room));
    keepHeight();
  };
  return { node, draw: drawnToSize(place, signal, drawAt) };
}

/**
 * The places of the scales' numbers in a picture of this size, and the room in it; at the right there is some for names.
 * @type {(data: Chart, width: number, height: number) => Frame}
 */
function frameOf({ x, y, lines }, width, height) {
  const longest = Math.max(0, ...lines.map(({ name = "", name_at }) => (name_at ? 0 : name.length)));
  const [right, bottom] = [width - RIGHT - Math.min(longest * LETTER, width * 0.28), height - BOTTOM];
  const room = freeRoom({ x: LEFT + 2, y: 1, w: width - LEFT - 3, h: bottom - 3 });
  return { x: scale(x, LEFT, right), y: scale(y, bottom, TOP), left: LEFT, right, top: TOP, bottom, room };
}

/**
 * From the numbers of a scale to places in the picture; what lies outside is put on the edge.
 * @type {(axis: Axis, start: number, end: number) => Scale}
 */
function scale({ from = 0, to }, start, end) {
  return (value) => start + ((Math.min(Math.max(value, from), to) - from) / (to - from)) * (end - start);
}

/** @type {(grid: Element, ticks: Element, axes: { x: Axis, y: Axis }, frame: Frame) => void} */
function drawScales(grid, ticks, axes, { x, y, left, right, top, bottom }) {
  grid.replaceChildren(
    ...axes.y.ticks.map(([value]) => make("path", { d: `M${left} ${y(value)}H${right}` })),
    make("path", { d: `M${left} ${bottom}V${top}`, class: "bp-chart-axis" }),
    make("path", { d: `M${left} ${bottom}H${right}`, class: "bp-chart-axis" }),
  );
  ticks.replaceChildren(
    ...axes.x.ticks.map(([value, text]) => make("text", { x: x(value), y: bottom + 18, "text-anchor": "middle" }, text)),
    ...axes.y.ticks.map(([value, text]) => make("text", { x: left - 7, y: y(value) + 5, "text-anchor": "end" }, text)),
  );
}

/** @type {(points: Line["points"], frame: Frame) => Spot[]} */
const spots = (points, { x, y }) => points.map(([a, b]) => [x(a), y(b)]);

/** @type {(places: Spot[]) => string} */
const path = (places) => places.map(([a, b], at) => `${at ? "L" : "M"}${a.toFixed(1)} ${b.toFixed(1)}`).join("");

/** @type {(line: Line, frame: Frame) => SVGElement[]} */
function linePaths({ kind, points, dashed, plain }, frame) {
  const places = spots(points, frame);
  const line = make("path", { d: path(places), class: `bp-chart-line bp-kind-${kind}${dashed ? " bp-dashed" : ""}` });
  places.forEach((at, n) => frame.room.takeLine(at, places[n + 1] ?? at, 2));
  const mark = MARKS[kind];
  if (plain || !mark) return [line];
  for (const [x, y] of places) frame.room.take(around([x, y], MARK));
  return [line, make("path", { d: places.map(([x, y]) => mark(x, y)).join(""), class: `bp-chart-marks bp-kind-${kind}` })];
}

/** @type {(line: Line, frame: Frame) => SVGElement} */
function filledPath({ kind, points }, frame) {
  const [[start]] = points;
  return make("path", { d: `${path(spots(points, frame))}V${frame.bottom}H${frame.x(start)}z`, class: `bp-kind-${kind}` });
}

/** @type {(rule: Rule, frame: Frame) => SVGElement} */
function ruleMark({ at, kind = "focus", solid }, { x, top, bottom, room }) {
  room.takeLine([x(at), top], [x(at), bottom], 2);
  return make("path", { d: `M${x(at)} ${top}V${bottom}`, class: `bp-chart-line${solid ? "" : " bp-dashed"} bp-kind-${kind}` });
}

/** @type {(line: Line, frame: Frame) => Label[]} */
function lineName({ kind, name, name_at, points }, { x, y }) {
  if (!name) return [];
  const [a, b] = name_at ?? points[points.length - 1];
  const [cx, cy] = [x(a), y(b)];
  const reach = name_at ? 2 : MARK;
  const of = around([cx, cy], reach);
  return [{ text: name, kind, of, near: name_at ? [cx, cy] : [cx + (name.length * LETTER) / 2, cy], sign: "─" }];
}

/** @type {(rule: Rule, frame: Frame) => Label[]} */
function ruleName({ at, name, kind = "focus" }, { x, top, bottom }) {
  if (!name) return [];
  const of = { x: x(at), y: top, w: 0, h: bottom - top };
  return [{ text: name, kind, of, near: [x(at), top], sign: "┆" }];
}
