// @ts-check
// Names in a picture: each stands near what it names and covers nothing; from farther away a line leads to it.
import { crosses, distance, isWithin, shortest } from "./boxes.js";
import { make } from "./dom.js";

/** @import { Box, Label, Room } from "./types.js" */

const MARGIN = 3; // pixels around a name
const LED = 12; // pixels from which on a line leads from a name to what it names

/**
 * Write the labels into the group, the first one first served; return those for which there is no room.
 * What they name and everything else that may not be covered is taken in the room already.
 * @param {SVGElement} group
 * @param {Label[]} labels
 * @param {Room} room
 */
export function writeLabels(group, labels, room) {
  const texts = labels.map(({ text, kind }) => make("text", { class: `bp-name bp-kind-${kind}`, x: 0, y: 0 }, text));
  group.replaceChildren(...texts);
  const sizes = texts.map((text) => text.getBBox());
  return labels.filter((label, at) => {
    const { x, y, width, height } = sizes[at];
    const cost = (/** @type {Box} */ box) => costOf(label, box, room.texts);
    const box = room.best(width + 2 * MARGIN, height, cost);
    if (!box) {
      texts[at].remove();
      return !label.within;
    }
    put(texts[at], box.x + MARGIN - x, box.y - y);
    room.takeWord(box);
    const [start, end] = shortest(label.of, box);
    if (distance(label.of, box) <= LED) return false;
    room.takeLine(start, end);
    const [[x1, y1], [x2, y2]] = [start, end];
    texts[at].before(make("line", { x1, y1, x2, y2, class: `bp-leader bp-kind-${label.kind}` }));
    return false;
  });
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
 * @type {(label: Label, box: Box, others: Box[]) => number}
 */
function costOf({ of, near, within }, box, others) {
  const away = distance(of, box);
  if (within && !isWithin(box, of)) return Infinity;
  const [x, y] = near ?? [of.x + of.w, of.y];
  const off = Math.hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y);
  if (away > LED && others.some((other) => crosses(shortest(of, box), other))) return Infinity;
  return Math.max(away, LED / 2) * 4 + off;
}

/** @type {(node: Element, x: number, y: number) => void} */
function put(node, x, y) {
  node.setAttribute("x", x.toFixed(1));
  node.setAttribute("y", y.toFixed(1));
}
