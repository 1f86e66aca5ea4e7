// @ts-check
// Names in a picture: each stands near what it names and covers nothing; from farther away a line leads to it.
import { crosses, distance, isWithin, shortest } from "./boxes.js";
import { make } from "./dom.js";

/** @import { Box, Label, Room, Spot } from "./types.js" */

const MARGIN = 3; // pixels around a name
const LED = 12; // pixels from which on a line leads from a name to what it names
const KEPT = 100; // texts of a group, so that a knob that goes back and forth has none measured again
/** @typedef {{ text: string, kind: string, node: SVGTextElement, size: DOMRect }} Written */
/** @type {WeakMap<SVGElement, Written[]>} */
const kept = new WeakMap();

/**
 * Write the labels into the group, the first one first served; return those for which there is no room.
 * What they name and everything else that may not be covered is taken in the room already.
 * @param {SVGElement} group
 * @param {Label[]} labels
 * @param {Room} room
 */
export function writeLabels(group, labels, room) {
  const texts = textsFor(group, labels);
  return labels.filter((label, at) => {
    const { node, size } = texts[at];
    const near = label.near ?? [label.of.x + label.of.w, label.of.y];
    const cost = (/** @type {Box} */ box) => costOf(label, near, box, room.texts);
    const box = room.best(size.width + 2 * MARGIN, size.height, near, cost);
    if (!box) {
      node.remove();
      return !label.within;
    }
    put(node, box.x + MARGIN - size.x, box.y - size.y);
    room.takeWord(box);
    const [start, end] = shortest(label.of, box);
    if (distance(label.of, box) <= LED) return false;
    room.takeLine(start, end);
    const [[x1, y1], [x2, y2]] = [start, end];
    group.prepend(make("line", { x1, y1, x2, y2, class: `bp-leader bp-kind-${label.kind}` }));
    return false;
  });
}

/**
 * The texts of the labels, in the group; those that it showed before are the same nodes, not measured again.
 * @type {(group: SVGElement, labels: Label[]) => Written[]}
 */
function textsFor(group, labels) {
  const before = kept.get(group) ?? [];
  const texts = labels.map(({ text, kind }) => {
    const at = before.findIndex((one) => one.text === text && one.kind === kind);
    return at < 0 ? newText(text, kind) : before.splice(at, 1)[0];
  });
  group.querySelectorAll("line").forEach((line) => line.remove());
  before.forEach(({ node }) => node.remove());
  group.append(...texts.filter(({ node }) => !node.parentNode).map(({ node }) => node));
  for (const one of texts.filter(({ size }) => !size.width)) one.size = (put(one.node, 0, 0), one.node.getBBox());
  kept.set(group, [...texts, ...before].slice(0, KEPT));
  return texts;
}

/** @type {(text: string, kind: string) => Written} */
function newText(text, kind) {
  return { text, kind, node: make("text", { class: `bp-name bp-kind-${kind}` }, text), size: new DOMRect() };
}

/**
 * List the names for which there was no room, each with the sign of what it names.
 * @param {HTMLElement} place
 * @param {Label[]} labels
 */
export function listNames(place, labels) {
  place.replaceChildren(...labels.map(({ text, kind, sign }) => make("span", { class: `bp-kind-${kind}` }, `${sign} ${text}`)));
}

/**
 * How far a box is from what it names and from where it would best stand; Infinity where its line would cross a name.
 * @type {(label: Label, near: Spot, box: Box, others: Box[]) => number}
 */
function costOf({ of, within }, [x, y], box, others) {
  const away = distance(of, box);
  if (within && !isWithin(box, of)) return Infinity;
  const off = Math.hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y);
  if (away > LED && others.some((other) => crosses(shortest(of, box), other))) return Infinity;
  return Math.max(away, LED / 2) * 4 + off;
}

/** @type {(node: Element, x: number, y: number) => void} */
function put(node, x, y) {
  node.setAttribute("x", x.toFixed(1));
  node.setAttribute("y", y.toFixed(1));
}
