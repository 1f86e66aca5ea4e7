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
  /** @type {(Uint16Array | undefined)[]} */
  const sums = Array(rows);
  /** @type {Box[]} */
  const written = [];
  const column = (/** @type {number} */ x) => Math.floor((x - bounds.x) / SQUARE);
  const row = (/** @type {number} */ y) => Math.floor((y - bounds.y) / SQUARE);

  /** @param {Box} box */
  function take({ x, y, w, h }) {
    const [left, right] = [Math.max(0, column(x)), Math.min(columns - 1, column(x + w))];
    for (let at = Math.max(0, row(y)); at <= Math.min(rows - 1, row(y + h)); at++) {
      for (let across = left; across <= right; across++) taken[at * columns + across] = 1;
      sums[at] = undefined;
    }
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

  /**
   * How many squares of a row are taken to the left of each; counted again only after something was taken there.
   * @param {number} down
   */
  function sumsOf(down) {
    const known = sums[down];
    if (known) return known;
    const counted = new Uint16Array(columns + 1);
    for (let at = 0; at < columns; at++) counted[at + 1] = counted[at] + taken[down * columns + at];
    return (sums[down] = counted);
  }

  /**
   * The free box of this size that costs least among those that fit, or undefined: each costs as much as its middle is
   * away from `near`, and what it costs `more`, never less than 0.
   * @type {(w: number, h: number, near: Spot, fits: (box: Box) => boolean, more?: (box: Box) => number) => Box | undefined}
   */
  function best(w, h, near, fits, more = () => 0) {
    const [wide, high] = [w, h].map((size) => Math.ceil(size / SQUARE));
    const across = (/** @type {number} */ x) => bounds.x + x * SQUARE + w / 2 - near[0];
    const down = (/** @type {number} */ y) => bounds.y + y * SQUARE + h / 2 - near[1];
    let [found, least] = [/** @type {Box | undefined} */ (undefined), Infinity];
    const lefts = nearestFirst(columns - wide, across);
    for (const y of nearestFirst(rows - high, down)) {
      if (Math.abs(down(y)) >= least) break;
      const within = Array.from({ length: high }, (_, at) => sumsOf(y + at));
      for (const x of lefts) {
        const off = Math.hypot(across(x), down(y));
        if (off >= least) break;
        if (within.some((before) => before[x + wide] > before[x])) continue;
        const box = { x: bounds.x + x * SQUARE, y: bounds.y + y * SQUARE, w, h };
        const costs = off + more(box);
        if (costs < least && fits(box)) [found, least] = [box, costs];
      }
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
 * The squares from 0 to the last one, those first that are least off; each is as far off as the one before and SQUARE.
 * @type {(last: number, off: (square: number) => number) => number[]}
 */
function nearestFirst(last, off) {
  const squares = [];
  let above = Math.min(Math.max(0, Math.ceil(-off(0) / SQUARE)), last + 1);
  let below = above - 1;
  while (below >= 0 || above <= last) {
    const down = below >= 0 && (above > last || Math.abs(off(below)) <= Math.abs(off(above)));
    squares.push(down ? below-- : above++);
  }
  return squares;
}
