// @ts-check
// The drawing of the interest map: where its parts are, and the nodes that show them.
import { make } from "../parts/dom.js";
import { boxWidth, firstPlace, GAP, labelPlace, settle, WIDE, wrap } from "./map_places.js";

/** @import { Box, Point } from "./map_places.js" */
/** @import { Children, Model } from "../parts/types.js" */
/** @import { Drag, DrawnInterest, DrawnLink, Label, Scene, Traits } from "./map_types.js" */

const [LINE, PAD, HANDLE, LABEL] = [18, 10, 14, 26];

/**
 * Everything's place in pixels: boxes of the interests, lines and labels of the links.
 * @param {SVGSVGElement} svg
 * @param {Model<Traits>} model
 * @param {number} width
 * @param {Drag | undefined} drag
 * @returns {Scene}
 */
export function layOut(svg, model, width, drag) {
  const [map, words, { nodes, totals }] = [model.get("map"), model.get("words"), model.get("picture")];
  const probe = make("text");
  svg.append(probe);
  const measure = (/** @type {string} */ said) => ((probe.textContent = said), probe.getComputedTextLength());
  const w = boxWidth(width);
  const placed = Object.keys(map.places);
  const ranked = nodes.filter(({ id }) => map.found.includes(id));
  ranked.sort((a, b) => placed.indexOf(b.id) - placed.indexOf(a.id));
  const sized = ranked.map(({ id, side, statement }) => {
    const name = map.names[id] ?? statement;
    const lines = wrap(name, (said) => measure(said) <= w - 2 * PAD - 4);
    return { id, side, name, lines, w, h: lines.length * LINE + 2 * PAD };
  });
  const rows = Math.max(totals.own, totals.other);
  const room = rows * (Math.max(60, ...sized.map(({ h }) => h)) + GAP) - GAP;
  const wanted = sized.map((box) => {
    const [right, down] = map.places[box.id] ?? firstPlace(box.id, totals);
    return { ...box, x: right * (width - w), y: down * (room - box.h) };
  });
  const boxes = settle(wanted, width);
  if (drag?.moved && !drag.linking) {
    const [x, y] = [drag.now[0] - drag.grip[0], drag.now[1] - drag.grip[1]];
    const dragged = boxes.find(({ id }) => id === drag.id);
    if (dragged) Object.assign(dragged, { x, y });
  }
  /** @type {Box[]} */
  const taken = [...boxes];
  /**
   * A label with sign and word where they have room on the line, else with the sign alone.
   * @type {(ends: [Point, Point], sign: string, word: string) => Label}
   */
  const labelOf = (ends, sign, word) => {
    const place = (/** @type {string} */ said, /** @type {number} */ reach) => {
      const found = labelPlace(ends, { w: Math.max(LABEL, measure(said) + 16), h: LABEL }, taken, width, reach);
      return found && { ...found, said };
    };
    return (width > WIDE && place(`${sign} ${word}`, 0)) || /** @type {Label} */ (place(sign, Infinity));
  };
  const links = map.links.flatMap(({ own, other, kind }) => {
    const pair = [own, other].flatMap((id) => boxes.filter((box) => box.id === id));
    if (pair.length < 2) return [];
    /** @type {[Point, Point]} */
    const ends = [handleOf(pair[0]), handleOf(pair[1])];
    const label = labelOf(ends, words.signs[kind], words.kinds[kind]);
    taken.push(label);
    return [{ pair, kind, label, ends }];
  });
  probe.remove();
  return { width, room, height: Math.max(room, ...taken.map(({ y, h }) => y + h)), boxes, links };
}

/**
 * Where a box's links end: the middle of its inner edge.
 * @type {(box: DrawnInterest) => Point}
 */
const handleOf = ({ side, x, y, w, h }) => [side === "own" ? x + w : x, y + h / 2];

/** @type {(box: Box) => Point} */
const middleOf = ({ x, y, w, h }) => [x + w / 2, y + h / 2];

/** @type {(kind: string, start: Point, end: Point) => SVGElement} */
const line = (kind, [x1, y1], [x2, y2]) => make("line", { class: `bp-link bp-${kind}`, x1, y1, x2, y2 });
/** @type {(said: string, x: number, y: number, anchor?: string) => SVGElement} */
const text = (said, x, y, anchor) => make("text", { x, y, "text-anchor": anchor }, said);
/** @type {(style: string, key: string, label: string, pressed: string | undefined, ...drawn: Children) => SVGElement} */
const control = (style, key, label, pressed, ...drawn) =>
  make("g", { class: style, "data-key": key, "aria-label": label, "aria-pressed": pressed, tabindex: 0, role: "button" }, ...drawn);

/**
 * Draw it anew; a link that is just being made begins at `from` or is pulled by `drag`.
 * @param {SVGSVGElement} svg
 * @param {Scene} scene
 * @param {Model<Traits>} model
 * @param {string | undefined} from
 * @param {Drag | undefined} drag
 */
export function paint(svg, { width, height, boxes, links }, model, from, drag) {
  const [words, { labels, nodes }] = [model.get("words"), model.get("picture")];
  for (const [name, value] of Object.entries({ width, height })) svg.setAttribute(name, String(value));
  const source = drag?.moved && drag.linking && boxes.find(({ id }) => id === drag.id);
  svg.replaceChildren(
    ...(boxes.length ? [] : [text(words.empty_map, width / 2, height / 2, "middle")]),
    ...links.flatMap(({ kind, ends, label }) => [line(kind, ...ends), ...(label.of ? [line(kind, label.of, middleOf(label))] : [])]),
    ...(source ? [line("pulled", handleOf(source), drag.now)] : []),
    ...nodes.flatMap(({ id }) => boxes.filter((box) => box.id === id)).map((box) => boxNode(box, labels, from)),
    ...links.map((link) => labelNode(link, labels)),
  );
}

/**
 * @param {DrawnInterest} box
 * @param {Record<string, string>} labels
 * @param {string | undefined} from
 */
function boxNode(box, labels, from) {
  const { id, side, lines, x, y, w, h } = box;
  const [cx, cy] = handleOf(box);
  const rect = make("rect", { x, y, width: w, height: h, rx: side === "own" ? 4 : 14 });
  const dots = [make("circle", { cx, cy, r: HANDLE, class: "bp-reach" }), make("circle", { cx, cy, r: 7 })];
  const texts = lines.map((said, row) => text(said, x + PAD, y + PAD + 13 + row * LINE));
  return control(`bp-box bp-box-${side}`, id, labels[id], String(from === id), rect, ...texts, make("g", { class: "bp-handle" }, ...dots));
}

/**
 * @param {DrawnLink} link
 * @param {Record<string, string>} labels
 */
function labelNode({ pair, label: { said, x, y, w, h } }, labels) {
  const key = pair.map(({ id }) => id).join(" ");
  const rect = make("rect", { x, y, width: w, height: h, rx: 8 });
  return control("bp-link-label", key, labels[key], undefined, rect, text(said, x + w / 2, y + 18, "middle"));
}
