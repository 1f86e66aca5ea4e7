// @ts-check
// The payoff plane: every package is a point, worth so much to you (across) and so much to them (up).
import { heightKeeper, make, whenChanged } from "./dom.js";
import { listNames, writeLabels } from "./labels.js";
import { drawAxes, drawMarks } from "./plane_marks.js";
import { dotsOf, labelsOf } from "./plane_names.js";
import { freeRoom } from "./room.js";
import { drawnToSize } from "./sized.js";
import { tellingDots } from "./telling.js";

/** @import { Payoffs, Plane, Sheet, Words } from "./types.js" */

const [LEFT, BOTTOM, TOP, RIGHT] = [42, 29, 12, 14];
const HIGHEST = 400; // pixels

/**
 * An empty plane; `draw` moves what stands in it, until the signal ends it. `svg` is the drawing alone, without the
 * names of its axes. `words` names these and the marks. Where the data hold `signed` (`at`, `name`), that deal stands in
 * the middle's place, and what is better for both begins there. `ideas` are numbered marks: [points for you, points for them, number, whether better for both]; `here` is then
 * a ring around one of them.
 * `paths` are each side's offers: `kind` ("you" or "them"), `points`, `name` (of the first), whether the last is `latest`.
 * @param {Words} words
 * @param {AbortSignal} signal
 */
export function payoffPlane(words, signal) {
  /** @type {Record<string, SVGElement>} */
  const layers = {};
  /** @type {(name: string, tag: "g" | "path" | "rect" | "line" | "circle", attributes?: Record<string, number>) => SVGElement} */
  const layer = (name, tag, attributes = {}) => (layers[name] = make(tag, { class: `bp-${name}`, ...attributes }));
  const svg = make(
    "svg",
    { role: "img", class: "bp-plane" },
    layer("zone", "rect"),
    layer("better", "rect"),
    layer("grid", "path"),
    layer("ticks", "g"),
    layer("cloud", "path"),
    layer("fallen", "path"),
    layer("floor-you", "line"),
    layer("floor-them", "line"),
    layer("frontier", "path"),
    layer("frontier-marks", "path"),
    layer("frontier-fallen", "path"),
    layer("middle", "rect", { width: 13, height: 13 }),
    layer("signed-mark", "path"),
    layer("paths", "g"),
    layer("here", "circle"),
    layer("ideas", "g"),
    layer("names", "g"),
  );
  const telling = tellingDots(svg, words.dots);
  const unplaced = make("p", { class: "bp-unplaced", "aria-hidden": "true" });
  const up = make("p", { class: "bp-axis bp-kind-them", "aria-hidden": "true" }, `↑ ${words.axis_them}`);
  const across = make("p", { class: "bp-axis bp-axis-across bp-kind-you", "aria-hidden": "true" }, `${words.axis_you} →`);
  const node = make("div", { class: "bp-plane-place" }, up, telling.node, across, unplaced);
  const keepHeight = heightKeeper(unplaced);
  const axes = whenChanged((/** @type {Parameters<typeof sheetOf>} */ ...size) => drawAxes(layers, sheetOf(...size)));
  /** @type {(data: Plane, width: number) => void} */
  const drawAt = (data, width) => {
    const height = Math.min(Math.round(width * 0.9), HIGHEST);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("aria-label", data.summary);
    const limit = Math.max(data.limit, 1);
    const sheet = sheetOf(limit, width, height);
    axes(limit, width, height);
    drawMarks(layers, data, sheet);
    listNames(unplaced, writeLabels(layers.names, labelsOf(data, words, sheet), sheet.room));
    keepHeight();
    telling.show(() => dotsOf(data, words, sheet));
  };
  return { node, svg, draw: drawnToSize(telling.node, signal, drawAt) };
}

/**
 * The places of points in a picture of this size, and the room between the axes.
 * @type {(limit: number, width: number, height: number) => Sheet}
 */
function sheetOf(limit, width, height) {
  const x = (/** @type {number} */ points) => LEFT + (points / limit) * (width - LEFT - RIGHT);
  const y = (/** @type {number} */ points) => height - BOTTOM - (points / limit) * (height - BOTTOM - TOP);
  const spot = (/** @type {Payoffs} */ [you, them]) => /** @type {[number, number]} */ ([x(you), y(them)]);
  const room = freeRoom({ x: x(0) + 2, y: y(limit) + 1, w: x(limit) - x(0) - 2, h: y(0) - y(limit) - 3 });
  return { limit, x, y, spot, room };
}
