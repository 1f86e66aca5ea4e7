// @ts-check
// The shapes of marks: a circle for you, a square for them, a diamond for what is best; never colour alone.

/** @import { Kind } from "./types.js" */
/** @typedef {(x: number, y: number) => string} Mark */

/**
 * For each kind the path of its mark around a place.
 * @type {Record<"you" | "them" | "best", Mark> & Partial<Record<Kind, Mark>>}
 */
export const MARKS = {
  you: (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`,
  them: (x, y) => `M${x - 4} ${y - 4}h8v8h-8z`,
  best: (x, y) => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
};
