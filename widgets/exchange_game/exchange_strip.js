// @ts-check
// A strip of rounds: a full circle for giving, an empty square for keeping, a cross for a hand that slipped.
import { make } from "../parts/dom.js";
import { drawnToSize } from "../parts/sized.js";

/** @import { Words } from "../parts/types.js" */
/** @typedef {{ name: string, moves: boolean[], slips: boolean[] }} Row */
/** @typedef {{ rows: Row[], sentence: string }} Strip */

const [STEP, LEFT, TOP, ROW] = [21, 100, 26, 26];
const [LEAST, ...MORE] = [5, 10, 20]; // rounds in a line

/** @type {(rounds: number) => number} */
const widthOf = (rounds) => LEFT + rounds * STEP + 6;

/**
 * An empty strip, until the signal ends it; `draw` takes `rows` (two, each with `name`, `moves`, `slips`), a `sentence`
 * and how many rounds the strip has room for.
 * @param {Words} words
 * @param {AbortSignal} signal
 */
export function exchangeStrip(words, signal) {
  const svg = make("svg", { role: "img", class: "bp-strip" });
  const key = make("p", { class: "bp-strip-key" }, words.strip_key);
  const node = make("div", {}, svg, key);
  const drawAt = (/** @type {[Strip, number]} */ [strip, length], /** @type {number} */ width) =>
    draw(svg, strip, length, MORE.findLast((rounds) => widthOf(rounds) <= width) ?? LEAST);
  const show = drawnToSize(node, signal, drawAt);
  return { node, draw: (/** @type {Strip} */ strip, /** @type {number} */ length) => show([strip, length]) };
}

/**
 * @param {Element} svg
 * @param {Strip} strip
 * @param {number} length
 * @param {number} perLine
 */
function draw(svg, { rows, sentence }, length, perLine) {
  const lines = Math.ceil(length / perLine);
  const tall = TOP + rows.length * ROW;
  svg.setAttribute("width", String(widthOf(perLine)));
  svg.setAttribute("height", String(lines * tall + 4));
  svg.setAttribute("aria-label", sentence);
  const all = Array.from({ length: lines }, (_, line) => oneLine(rows, line * perLine, perLine, line * tall, length));
  svg.replaceChildren(...all.flat());
}

/**
 * @param {Row[]} rows
 * @param {number} start the first round in it
 * @param {number} perLine
 * @param {number} top
 * @param {number} length
 */
function oneLine(rows, start, perLine, top, length) {
  const numbers = [0, 4, 9, 14, 19].filter((at) => at < perLine && start + at < length);
  const heads = numbers.map((at) =>
    make("text", { x: centre(at), y: top + 15, "text-anchor": "middle", class: "bp-strip-number" }, String(start + at + 1)),
  );
  return [...heads, ...rows.flatMap((row, at) => oneRow(row, start, perLine, top + TOP + at * ROW + ROW / 2, at ? "them" : "you"))];
}

/**
 * @param {Row} row
 * @param {number} start
 * @param {number} perLine
 * @param {number} y
 * @param {string} kind
 */
function oneRow({ name, moves, slips }, start, perLine, y, kind) {
  const shown = moves.slice(start, start + perLine);
  const style = `bp-kind-${kind}`;
  const path = (/** @type {boolean} */ give) => shown.map((gave, at) => (gave === give ? mark(give, centre(at), y) : "")).join("");
  const slipped = shown.map((_, at) => (slips[start + at] ? cross(centre(at), y) : "")).join("");
  return [
    make("text", { x: 0, y: y + 5, class: style }, name),
    make("path", { d: path(true), class: `bp-gave ${style}` }),
    make("path", { d: path(false), class: `bp-kept ${style}` }),
    make("path", { d: slipped, class: "bp-slipped" }),
  ];
}

const centre = (/** @type {number} */ at) => LEFT + at * STEP + STEP / 2;
/** @type {(give: boolean, x: number, y: number) => string} */
const mark = (give, x, y) => (give ? `M${x - 7} ${y}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z` : `M${x - 6} ${y - 6}h12v12h-12z`);
/** @type {(x: number, y: number) => string} */
const cross = (x, y) => `M${x - 9} ${y - 10}l18 20M${x + 9} ${y - 10}l-18 20`;
