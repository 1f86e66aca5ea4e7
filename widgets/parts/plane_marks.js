// @ts-check
// The marks on the payoff plane; whatever names may not cover takes its room.
import { around } from "./boxes.js";
import { make } from "./dom.js";
import { drawIdeas } from "./ideas.js";
import { pathMarks } from "./paths.js";
import { diamond, dots, line, pairs, triangle } from "./plane_paths.js";

/** @import { Payoffs, Plane, Sheet } from "./types.js" */
/** @typedef {Record<string, SVGElement>} Layers */

const [DOT, MARK, RING] = [2, 7, 10]; // pixels from the middle to the edge

/** @type {(layers: Layers, sheet: Sheet) => void} */
export function drawAxes({ grid, ticks }, { limit, x, y }) {
  const stops = [0, 1, 2, 3, 4].map((n) => (n * limit) / 4);
  grid.setAttribute("d", stops.map((s) => `M${x(s)} ${y(0)}V${y(limit)}M${x(0)} ${y(s)}H${x(limit)}`).join(""));
  const texts = stops.flatMap((s) => [
    make("text", { x: x(s), y: y(0) + 24, "text-anchor": "middle" }, String(s)),
    make("text", { x: x(0) - 13, y: y(s) + 5, "text-anchor": "end" }, String(s)),
  ]);
  ticks.replaceChildren(...texts);
}

/**
 * Draw all marks; what is not in the zone of agreement is drawn fainter.
 * @type {(layers: Layers, data: Plane, sheet: Sheet) => void}
 */
export function drawMarks(layers, data, sheet) {
  drawZone(layers, data, sheet);
  const out = (/** @type {Payoffs} */ at) => Boolean(data.floors && at.some((points, side) => points < (data.floors ?? at)[side]));
  drawCloud(layers, pairs(data.cloud), out, sheet);
  drawFrontier(layers, data.frontier, out, sheet);
  drawPaths(layers, data, sheet);
  drawSingleMarks(layers, data, sheet);
}

/**
 * The zone of agreement, its floors, and what is better for both than the middle or the signed deal.
 * @type {(layers: Layers, data: Plane, sheet: Sheet) => void}
 */
function drawZone(layers, { floors, signed, middle }, { limit, x, y, room }) {
  for (const name of ["zone", "floor-you", "floor-them"]) layers[name].style.display = floors ? "" : "none";
  const [you, them] = signed?.at ?? middle;
  place(layers.better, { x: x(you), y: y(limit), width: x(limit) - x(you), height: y(them) - y(limit) });
  if (!floors) return;
  const [across, up] = [x(Math.min(floors[0], limit)), y(Math.min(floors[1], limit))];
  place(layers.zone, { x: across, y: y(limit), width: x(limit) - across, height: up - y(limit) });
  place(layers["floor-you"], { x1: across, x2: across, y1: y(limit), y2: y(0) });
  place(layers["floor-them"], { x1: x(0), x2: x(limit), y1: up, y2: up });
  room.takeLine([across, y(limit)], [across, y(0)]);
  room.takeLine([x(0), up], [x(limit), up]);
}

/** @type {(layers: Layers, cloud: Payoffs[], out: (at: Payoffs) => boolean, sheet: Sheet) => void} */
function drawCloud(layers, cloud, out, { spot, room }) {
  layers.cloud.setAttribute("d", dots(cloud.filter((at) => !out(at)).map(spot)));
  layers.fallen.setAttribute("d", dots(cloud.filter(out).map(spot)));
  cloud.map(spot).forEach((at) => room.take(around(at, DOT)));
}

/** @type {(layers: Layers, frontier: Payoffs[], out: (at: Payoffs) => boolean, sheet: Sheet) => void} */
function drawFrontier(layers, frontier, out, { spot, room }) {
  const spots = frontier.map(spot);
  const marks = (/** @type {boolean} */ fallen) => spots.filter((_, at) => out(frontier[at]) === fallen).map((at) => diamond(at));
  layers.frontier.setAttribute("d", line(spots));
  layers["frontier-marks"].setAttribute("d", marks(false).join(""));
  layers["frontier-fallen"].setAttribute("d", marks(true).join(""));
  spots.forEach((at, n) => (room.take(around(at, 5)), room.takeLine(at, spots[n + 1] ?? at)));
}

/** @type {(layers: Layers, data: Plane, sheet: Sheet) => void} */
function drawPaths(layers, { paths = [] }, { x, y, spot, room }) {
  layers.paths.replaceChildren(...paths.flatMap((path) => pathMarks(path, x, y)));
  for (const { points, latest } of paths) {
    const spots = points.map(spot);
    spots.forEach((at, n) => (room.take(around(at, 5)), room.takeLine(at, spots[n + 1] ?? at)));
    if (latest && spots.length) room.take(around(spots[spots.length - 1], RING));
  }
}

/** @type {(layers: Layers, data: Plane, sheet: Sheet) => void} */
function drawSingleMarks(layers, { signed, middle, here, ideas = [] }, { spot, room }) {
  const [x, y] = spot(signed?.at ?? middle);
  layers.middle.style.display = signed ? "none" : "";
  place(layers.middle, { x: x - 6.5, y: y - 6.5 });
  layers["signed-mark"].setAttribute("d", signed ? triangle([x, y]) : "");
  room.take(around([x, y], signed ? RING : MARK));
  const best = [...ideas].sort((one, other) => Number(one[3]) - Number(other[3])); // better ones last, so that they lie on top
  const r = drawIdeas(layers.ideas, best, here ? spot(here) : null, spot, room);
  layers.here.style.display = here ? "" : "none";
  if (!here) return;
  const [cx, cy] = spot(here);
  place(layers.here, { cx, cy, r });
  room.take(around([cx, cy], r + 1));
}

/** @type {(node: Element, attributes: Record<string, number>) => void} */
function place(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}
