// @ts-check
// The room that is free in a picture: what is taken is noted square by square, and a box is put where it fits best.

/** @import { Box, Spot } from "./types.js" */

const SQUARE = 3; // pixels

/**
 * The room within the bounds, with nothing taken.
 * @param {Box} bounds
 */
export function freeRoom(bounds) {
  const [columns, rows] = [bounds.w, bounds.h].map((size) => Math.max(0, Math.floor(size / SQUARE)));
  const taken = new Uint8Array(columns * rows);
  /** @type {Box[]} */
  const written = [];
  const column = (/** @type {number} */ x) => Math.floor((x - bounds.x) / SQUARE);
  const row = (/** @type {number} */ y) => Math.floor((y - bounds.y) / SQUARE);

  /** @param {Box} box */
  function take({ x, y, w, h }) {
    const [left, right] = [Math.max(0, column(x)), Math.min(columns - 1, column(x + w))];
    for (let at = Math.max(0, row(y)); at <= Math.min(rows - 1, row(y + h)); at++)
      for (let across = left; across <= right; across++) taken[at * columns + across] = 1;
  }

  /**
   * Take what a word covers, and remember it, so that no line goes through it.
   * @param {Box} box
   */
  function takeWord(box) {
    written.push(box);
    take(box);
  }

  /**
   * Take what a line covers, and so many pixels on each side.
   * @type {(start: Spot, end: Spot, beside?: number) => void}
   */
  function takeLine([x1, y1], [x2, y2], beside = 1) {
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / SQUARE));
    for (let step = 0; step <= steps; step++) {
      const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
      take({ x: x - beside, y: y - beside, w: 2 * beside, h: 2 * beside });
    }
  }

  /** How many squares are taken above and to the left of each. */
  function counts() {
    const sums = new Int32Array((columns + 1) * (rows + 1));
    for (let at = 0; at < rows; at++)
      for (let across = 0, sum = 0; across < columns; across++) {
        sum += taken[at * columns + across];
        sums[(at + 1) * (columns + 1) + across + 1] = sums[at * (columns + 1) + across + 1] + sum;
      }
    return sums;
  }

  /**
   * The free box of this size that costs least, or undefined where none fits; a box that costs Infinity is none, and
   * each costs at least as much as its middle is away from `near`.
   * @type {(w: number, h: number, near: Spot, cost: (box: Box) => number) => Box | undefined}
   */
  function best(w, h, near, cost) {
    const sums = counts();
    const [wide, high] = [w, h].map((size) => Math.ceil(size / SQUARE));
    const at = (/** @type {number} */ y, /** @type {number} */ x) => sums[y * (columns + 1) + x];
    const across = (/** @type {number} */ x) => bounds.x + x * SQUARE + w / 2 - near[0];
    const down = (/** @type {number} */ y) => bounds.y + y * SQUARE + h / 2 - near[1];
    let [found, least] = [/** @type {Box | undefined} */ (undefined), Infinity];
    const lefts = nearestFirst(columns - wide, across);
    for (const y of nearestFirst(rows - high, down))
      for (const x of lefts) {
        if (Math.hypot(across(x), down(y)) >= least) break;
        if (at(y + high, x + wide) - at(y, x + wide) - at(y + high, x) + at(y, x)) continue;
        const box = { x: bounds.x + x * SQUARE, y: bounds.y + y * SQUARE, w, h };
        const costs = cost(box);
        if (costs < least) [found, least] = [box, costs];
      }
    return found;
  }

  /** @type {(box: Box) => boolean} */
  function isFree({ x, y, w, h }) {
    const [left, right, top, bottom] = [column(x), column(x + w), row(y), row(y + h)];
    if (left < 0 || top < 0 || right >= columns || bottom >= rows) return false;
    for (let at = top; at <= bottom; at++) if (taken.subarray(at * columns + left, at * columns + right + 1).includes(1)) return false;
    return true;
  }
  return { take, takeWord, texts: written, takeLine, best, isFree };
}

/**
 * The squares from 0 to the last one, those first that are least off.
 * @type {(last: number, off: (square: number) => number) => number[]}
 */
function nearestFirst(last, off) {
  const squares = Array.from({ length: Math.max(0, last + 1) }, (_, square) => square);
  return squares.sort((one, other) => Math.abs(off(one)) - Math.abs(off(other)));
}
