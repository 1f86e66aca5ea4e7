// @ts-check
// The payoff plane: every package is a point, worth so much to you (across) and so much to them (up).
import { pathMarks } from "./paths.js";
import { make, whenChanged } from "./dom.js";

/** @import { Idea, Payoffs, Plane, Scale, Words } from "./types.js" */

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [440, 400, 48, 48, 20, 20];

/**
 * An empty plane; `draw` moves what stands in it. `words` names the axes and the marks. Where the data hold `signed`
 * (`at`, `name`), that deal stands in the middle's place, and what is better for both begins there. `ideas`
 * are numbered marks: [points for you, points for them, number, whether better for both];
 * `here` is then a ring around one of them.
 * `paths` are each side's offers: `kind` ("you" or "them"), `points`, `name` (of the first), whether the last is `latest`.
 * @param {Words} words
 */
export function payoffPlane(words) {
  /** @type {Record<string, SVGElement>} */
  const layers = {};
  /** @type {(name: string, tag: "g" | "path" | "rect" | "line" | "circle", attributes: Record<string, number>) => SVGElement} */
  const layer = (name, tag, attributes) => (layers[name] = make(tag, { class: `bp-${name}`, ...attributes }));
  const svg = make(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "bp-plane" },
    layer("better", "rect", {}),
    layer("grid", "path", {}),
    layer("ticks", "g", {}),
    layer("cloud", "path", {}),
    layer("floor-you", "line", {}),
    layer("floor-them", "line", {}),
    layer("frontier", "path", {}),
    layer("frontier-marks", "path", {}),
    layer("ideas", "g", {}),
    layer("middle", "rect", { width: 13, height: 13 }),
    layer("signed-mark", "path", {}),
    layer("paths", "g", {}),
    layer("here", "circle", { r: 10 }),
    layer("names", "g", {}),
  );
  const drawAxes = whenChanged((limit) => axes(layers, words, limit));
  /** @param {Plane} data */
  const drawAll = (data) => {
    const limit = Math.max(data.limit, 1);
    drawAxes(limit);
    draw(svg, layers, words, data, places(limit));
  };
  return { node: svg, draw: drawAll };
}

/**
 * The functions from points to places in the picture, whose scales go up to the limit.
 * @param {number} limit
 * @returns {[Scale, Scale]}
 */
function places(limit) {
  const x = (/** @type {number} */ points) => LEFT + (points / limit) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ points) => HEIGHT - BOTTOM - (points / limit) * (HEIGHT - BOTTOM - TOP);
  return [x, y];
}

/**
 * @param {Element} svg
 * @param {Record<string, SVGElement>} layers
 * @param {Words} words
 * @param {Plane} data
 * @param {[Scale, Scale]} scales
 */
function draw(svg, layers, words, data, [x, y]) {
  svg.setAttribute("aria-label", data.summary);
  layers.cloud.setAttribute("d", dots(data.cloud, x, y));
  layers.frontier.setAttribute("d", steps(data.frontier, x, y));
  layers["frontier-marks"].setAttribute("d", data.frontier.map(([a, b]) => diamond(x(a), y(b))).join(""));
  const [a, b] = data.signed?.at ?? data.middle;
  layers.middle.style.display = data.signed ? "none" : "";
  place(layers.middle, { x: x(a) - 6.5, y: y(b) - 6.5 });
  layers["signed-mark"].setAttribute("d", data.signed ? triangle(x(a), y(b)) : "");
  place(layers.better, { x: x(a), y: TOP, width: WIDTH - RIGHT - x(a), height: y(b) - TOP });
  layers.ideas.replaceChildren(...inOrder(data.ideas ?? []).map((idea) => ideaMark(idea, x, y)));
  drawFloors(layers, data.floors, x, y);
  layers.paths.replaceChildren(...(data.paths ?? []).flatMap((path) => pathMarks(path, x, y)));
  layers.here.style.display = data.here ? "" : "none";
  if (data.here) place(layers.here, { cx: x(data.here[0]), cy: y(data.here[1]), r: data.ideas ? 18 : 10 });
  nameMarks(layers.names, words, data, x, y);
}

/**
 * @param {Element} node
 * @param {Record<string, number>} attributes
 */
function place(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}

/**
 * All dots of the cloud as one path of zero-length strokes with round ends: one node, however many dots.
 * @param {number[]} flat
 * @param {Scale} x
 * @param {Scale} y
 */
function dots(flat, x, y) {
  let path = "";
  for (let i = 0; i < flat.length; i += 2) path += `M${x(flat[i]).toFixed(1)} ${y(flat[i + 1]).toFixed(1)}h0`;
  return path;
}

/**
 * @param {Payoffs[]} points
 * @param {Scale} x
 * @param {Scale} y
 */
function steps(points, x, y) {
  return points.map(([a, b], index) => `${index ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("");
}

/**
 * @param {number} cx
 * @param {number} cy
 */
function diamond(cx, cy) {
  return `M${cx.toFixed(1)} ${(cy - 5).toFixed(1)}l5 5l-5 5l-5 -5z`;
}

/**
 * @param {number} cx
 * @param {number} cy
 */
function triangle(cx, cy) {
  return `M${cx.toFixed(1)} ${(cy - 10).toFixed(1)}l9 16h-18z`;
}

/**
 * The ideas that are better for both last, so that they lie on top.
 * @param {Idea[]} ideas
 */
function inOrder(ideas) {
  return [...ideas].sort((one, other) => Number(one[3]) - Number(other[3]));
}

/**
 * A numbered mark: a diamond for an idea that is better for both, else a circle.
 * @param {Idea} idea
 * @param {Scale} x
 * @param {Scale} y
 */
function ideaMark([a, b, number, better], x, y) {
  const [cx, cy] = [x(a), y(b)];
  const shape = better
    ? make("path", { d: `M${cx} ${cy - 13}l13 13l-13 13l-13 -13z` })
    : make("circle", { cx, cy, r: 9 });
  const text = make("text", { x: cx, y: cy + 4.5, "text-anchor": "middle" }, String(number));
  return make("g", { class: better ? "bp-idea bp-idea-better" : "bp-idea" }, shape, text);
}

/**
 * @param {Record<string, SVGElement>} layers
 * @param {Words} words
 * @param {number} limit
 */
function axes(layers, words, limit) {
  const [x, y] = places(limit);
  const every = limit / 4;
  const stops = [0, 1, 2, 3, 4].map((n) => n * every);
  layers.grid.setAttribute("d", stops.map((s) => `M${x(s)} ${y(0)}V${y(limit)}M${x(0)} ${y(s)}H${x(limit)}`).join(""));
  const texts = stops.flatMap((s) => [
    make("text", { x: x(s), y: y(0) + 17, "text-anchor": "middle" }, String(s)),
    make("text", { x: x(0) - 7, y: y(s) + 5, "text-anchor": "end" }, String(s)),
  ]);
  const across = make("text", { x: x(limit / 2), y: HEIGHT - 8, "text-anchor": "middle", class: "bp-axis-you" });
  across.textContent = `${words.axis_you} →`;
  const up = make("text", { transform: `translate(14 ${y(limit / 2)}) rotate(-90)`, "text-anchor": "middle" });
  up.setAttribute("class", "bp-axis-them");
  up.textContent = `${words.axis_them} →`;
  layers.ticks.replaceChildren(...texts, across, up);
}

/**
 * @param {Record<string, SVGElement>} layers
 * @param {Payoffs | null | undefined} floors
 * @param {Scale} x
 * @param {Scale} y
 */
function drawFloors(layers, floors, x, y) {
  for (const name of ["floor-you", "floor-them"]) layers[name].style.display = floors ? "" : "none";
  if (!floors) return;
  place(layers["floor-you"], { x1: x(floors[0]), x2: x(floors[0]), y1: TOP, y2: HEIGHT - BOTTOM });
  place(layers["floor-them"], { x1: LEFT, x2: WIDTH - RIGHT, y1: y(floors[1]), y2: y(floors[1]) });
}

/**
 * @param {Element} group
 * @param {Words} words
 * @param {Plane} data
 * @param {Scale} x
 * @param {Scale} y
 */
function nameMarks(group, words, data, x, y) {
  /** @type {[text: string, you: number, them: number, style: string, shift: number, late?: boolean][]} */
  const names = [
    data.signed
      ? [data.signed.name, ...data.signed.at, "bp-name-middle", 6, true]
      : [words.middle, ...data.middle, "bp-name-middle", 22, data.ideas ? true : undefined], // ideas lie to its right
    [words.better_for_both, data.limit, data.limit, "bp-name-best", 16],
  ];
  const beside = data.here && data.signed && x(data.here[0]) < WIDTH * 0.88 ? false : undefined;
  if (data.here && !data.ideas) names.push([words.here, ...data.here, "bp-name-here", -14, beside]);
  if (data.floors?.[0]) names.push([words.floor_you, data.floors[0], data.limit * 0.02, "bp-name-you", -2]);
  if (data.floors?.[1]) names.push([words.floor_them, data.limit * 0.02, data.floors[1], "bp-name-them", -6]);
  for (const { kind, points, name } of data.paths ?? []) {
    if (name && points.length) names.push([name, ...points[0], `bp-name-${kind}`, kind === "you" ? 20 : -4]);
  }
  group.replaceChildren(
    ...names.map(([text, a, b, style, shift, late = x(a) > WIDTH * 0.72]) => {
      const anchor = late ? "end" : "start";
      const aside = text === data.signed?.name ? 14 : 6;
      return make("text", { x: x(a) + (late ? -aside : aside), y: y(b) + shift, "text-anchor": anchor, class: style }, text);
    }),
  );
}
