// @ts-check
// Names in a picture: each stands near what it names and covers nothing; from farther away a line leads to it.
import { crosses, distance, isWithin, shortest } from "./boxes.js";
import { make } from "./dom.js";

/** @import { Box, Label, Room } from "./types.js" */

const MARGIN = 3; // pixels around a name
const LED = 12; // pixels from which on a line leads from a name to what it names
const APART = 4; // what a pixel between a name and what it names costs, beside one between it and its best place
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
    const fits = (/** @type {Box} */ box) => fitsWith(label, box, room.texts);
    const apart = (/** @type {Box} */ box) => Math.max(0, distance(label.of, box) - LED / 2) * APART;
    const box = room.best(size.width + 2 * MARGIN, size.height, near, fits, apart);
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
 * Whether a name may stand in a box: its line crosses no other, and it is within what it names where it has to be.
 * @type {(label: Label, box: Box, others: Box[]) => boolean}
 */
function fitsWith({ of, within }, box, others) {
  if (within && !isWithin(box, of)) return false;
  return distance(of, box) <= LED || !others.some((other) => crosses(shortest(of, box), other));
}

/** @type {(node: Element, x: number, y: number) => void} */
function put(node, x, y) {
  node.setAttribute("x", x.toFixed(1));
  node.setAttribute("y", y.toFixed(1));
}
