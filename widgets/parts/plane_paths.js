// @ts-check
// The shapes on the payoff plane, as paths.

/** @import { Payoffs, Spot } from "./types.js" */

/**
 * All dots as one path of zero-length strokes with round ends: one node, however many dots.
 * @param {Spot[]} spots
 */
export function dots(spots) {
  return spots.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join("");
}

/** @param {Spot[]} spots */
export function line(spots) {
  return spots.map(([x, y], at) => `${at ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** @param {Spot} spot */
export function diamond([x, y], size = 5) {
  return `M${x.toFixed(1)} ${(y - size).toFixed(1)}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`;
}

/** @param {Spot} spot */
export function triangle([x, y]) {
  return `M${x.toFixed(1)} ${(y - 10).toFixed(1)}l9 16h-18z`;
}

/**
 * The points in one row, pair by pair.
 * @param {number[]} flat
 * @returns {Payoffs[]}
 */
export function pairs(flat) {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
}
