// @ts-check
// Boxes in a picture, and lines between them.

/** @import { Box, Spot } from "./types.js" */

/**
 * The box that reaches so far to all sides of a place.
 * @type {(at: Spot, reach: number) => Box}
 */
export function around([x, y], reach) {
  return { x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach };
}

/**
 * The shortest line between two boxes.
 * @type {(of: Box, box: Box) => [Spot, Spot]}
 */
export function shortest(of, box) {
  const [x1, x2] = nearest([of.x, of.x + of.w], [box.x, box.x + box.w]);
  const [y1, y2] = nearest([of.y, of.y + of.h], [box.y, box.y + box.h]);
  return [[x1, y1], [x2, y2]];
}

/**
 * The two nearest numbers of two ranges; where they overlap, the middle of what they share.
 * @type {(one: [number, number], other: [number, number]) => [number, number]}
 */
function nearest([from, to], [start, end]) {
  if (to < start) return [to, start];
  if (end < from) return [from, end];
  const middle = (Math.max(from, start) + Math.min(to, end)) / 2;
  return [middle, middle];
}

/** @type {(one: Box, other: Box) => number} */
export function distance(one, other) {
  const across = Math.max(0, other.x - one.x - one.w, one.x - other.x - other.w);
  return Math.hypot(across, Math.max(0, other.y - one.y - one.h, one.y - other.y - other.h));
}

/** @type {(box: Box, outer: Box) => boolean} */
export function isWithin(box, outer) {
  return box.x >= outer.x && box.y >= outer.y && box.x + box.w <= outer.x + outer.w && box.y + box.h <= outer.y + outer.h;
}

/**
 * Whether a line goes through a box.
 * @type {(line: [Spot, Spot], box: Box) => boolean}
 */
export function crosses([[x1, y1], [x2, y2]], { x, y, w, h }) {
  let [enter, leave] = [0, 1];
  for (const [start, step, from, to] of [[x1, x2 - x1, x, x + w], [y1, y2 - y1, y, y + h]]) {
    if (!step && (start < from || start > to)) return false;
    if (!step) continue;
    const [one, other] = [(from - start) / step, (to - start) / step];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter <= leave;
}
