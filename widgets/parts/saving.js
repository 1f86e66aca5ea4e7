// @ts-check
// Saving something as a file of the learner's own: a text, or a drawing that needs nothing else.
import { make } from "./dom.js";

const UNTIL_SAVED = 10_000; // milliseconds
const MARGIN = 12; // pixels
const COPIED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "opacity", "display", "text-anchor", "font-family", "font-size", "font-weight"];

/**
 * @param {string} name of the file
 * @param {string} type such as "text/plain"
 * @param {string} text
 * @param {AbortSignal} signal
 */
export function saveFile(name, type, text, signal) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  const forget = () => (clearTimeout(timer), URL.revokeObjectURL(link.href));
  const timer = setTimeout(forget, UNTIL_SAVED);
  signal.addEventListener("abort", forget);
}

/**
 * Save a drawing as it looks now: its colours and letters are written into it, and where it has axes, their names.
 * @param {SVGSVGElement} svg
 * @param {{ title: string, name: string, axes?: [up: string, across: string] }} what
 * @param {AbortSignal} signal
 */
export function saveDrawing(svg, { title, name, axes }, signal) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((node, index) => {
    const style = getComputedStyle(originals[index]);
    COPIED.forEach((property) => node.setAttribute(property, style.getPropertyValue(property)));
  });
  const { backgroundColor, color, fontFamily } = getComputedStyle(svg.closest(".biggerpie") ?? svg);
  const margin = axes ? 2 * MARGIN : MARGIN;
  const [width, height] = sizeOf(svg);
  const [whole, high] = [width + 2 * margin, height + 2 * margin];
  const ground = make("rect", { x: -margin, y: -margin, width: whole, height: high, fill: backgroundColor });
  const letters = { fill: color, "font-family": fontFamily, "font-size": 14 };
  copy.setAttribute("viewBox", `${-margin} ${-margin} ${whole} ${high}`);
  copy.prepend(make("title", {}, title), ground);
  if (axes) copy.append(make("text", { x: 0, y: -4, ...letters }, axes[0]));
  if (axes) copy.append(make("text", { x: width, y: height + MARGIN, "text-anchor": "end", ...letters }, axes[1]));
  saveFile(name, "image/svg+xml", new XMLSerializer().serializeToString(copy), signal);
}

/** @type {(svg: SVGSVGElement) => [width: number, height: number]} */
function sizeOf(svg) {
  const { width, height } = svg.viewBox.baseVal ?? { width: 0, height: 0 };
  return width ? [width, height] : [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
}
