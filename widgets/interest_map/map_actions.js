// @ts-check
// What is done with a finished map: its links are checked, and it is saved as a picture or copied as text.
import { button } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { copyBox } from "../parts/copy_box.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Attempt, Picture, Traits } from "./map_types.js" */

const COPIED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight"];
const UNTIL_SAVED = 10_000; // milliseconds

/** @param {{ model: Model<Traits>, signal: AbortSignal, words: Words, svg: SVGSVGElement }} what */
export function mapActions({ model, signal, words, svg }) {
  const check = button("", () => send(model, { checks: model.get("attempts").length + 1 }), { go: true });
  const said = make("div", { role: "status" });
  const copy = copyBox({ words, title: words.as_text, label: words.text_label, rows: 9 });
  const save = button(words.save, () => download(svg, model.get("picture").title, signal));
  return {
    checks: make("div", {}, check, said),
    files: make("div", {}, copy.node, save),
    show(/** @type {Picture} */ data) {
      check.disabled = data.nodes.length < data.totals.own + data.totals.other;
      check.textContent = check.disabled ? words.hear_first : words.check;
      copy.show(data.text);
      said.replaceChildren(...attempts(model.get("attempts")));
    },
  };
}

/**
 * What came of each attempt, and of the last one in full.
 * @param {Attempt[]} all
 */
function attempts(all) {
  const list = (all.at(-1)?.findings ?? []).map((finding) => make("li", {}, finding));
  const sentences = all.map(({ sentence }) => make("p", { class: "bp-question" }, sentence));
  return all.length ? [make("div", { class: "bp-says" }, ...sentences, make("ul", {}, ...list))] : [];
}

/**
 * Save the drawing as a picture that needs nothing else: its colours and letters are written into it.
 * @param {SVGSVGElement} svg
 * @param {string} title
 * @param {AbortSignal} signal
 */
function download(svg, title, signal) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((node, index) => {
    const style = getComputedStyle(originals[index]);
    COPIED.forEach((name) => node.setAttribute(name, style.getPropertyValue(name)));
  });
  const ground = getComputedStyle(svg.closest(".biggerpie") ?? svg).backgroundColor;
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)) + 24);
  copy.setAttribute("viewBox", `-12 -12 ${width} ${height}`);
  copy.prepend(make("title", {}, title), make("rect", { x: -12, y: -12, width, height, fill: ground }));
  const file = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  const link = make("a", { href: URL.createObjectURL(file), download: "interest-map.svg" });
  link.click();
  const forget = () => (clearTimeout(timer), URL.revokeObjectURL(link.href));
  const timer = setTimeout(forget, UNTIL_SAVED);
  signal.addEventListener("abort", forget);
}
