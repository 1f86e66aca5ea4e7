// @ts-check
// Making elements, and changing only what has changed.

/** @import { Children } from "./types.js" */

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "g", "path", "line", "rect", "text", "circle", "polygon", "defs", "pattern", "title"]);

/**
 * Make an element; a function among the attributes listens to the event of that name.
 * @template {keyof HTMLElementTagNameMap | keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {Children} children
 * @returns {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : Tag extends keyof SVGElementTagNameMap ? SVGElementTagNameMap[Tag] : never}
 */
export function make(tag, attributes = {}, ...children) {
  const node = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return /** @type {any} */ (node);
}

/**
 * Let a node say this; one that says it already is left alone, so that nothing is laid out again.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * A function that lets a node keep the greatest height that it had at its width, so that what is below does not jump.
 * It is measured just before the next frame, when everything is laid out anyway.
 * @param {HTMLElement} node
 */
export function heightKeeper(node) {
  let [width, height, frame] = [0, 0, 0];
  const keep = () => {
    frame = 0;
    if (node.clientWidth !== width) [width, height, node.style.minHeight] = [node.clientWidth, 0, ""];
    height = Math.max(height, node.offsetHeight);
    node.style.minHeight = `${height}px`;
  };
  return () => (frame ||= requestAnimationFrame(keep));
}

/**
 * The function, but called again with the same data it does nothing.
 * @template {any[]} Data
 * @param {(...data: Data) => void} draw
 * @returns {(...data: Data) => void}
 */
export function whenChanged(draw) {
  /** @type {string} */
  let last;
  return (...data) => {
    const now = JSON.stringify(data);
    if (now === last) return;
    last = now;
    draw(...data);
  };
}

let serial = 0;

/** A new id, for a label and what it labels. */
export function newId() {
  serial += 1;
  return `bp-${serial}-${Math.random().toString(36).slice(2, 8)}`;
}
