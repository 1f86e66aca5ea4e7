// @ts-check
// What is known of the other side: bars as long as an issue seems to matter, full where it was told, hatched where guessed.
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Picture, Traits } from "./negotiation_table.js" */

const LONGEST = 3;

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 */
export function known(model, words) {
  const { name, role, floor } = model.get("person");
  const list = make("ul", { class: "bp-known" });
  const alternatives = [fill(words.your_floor, { floor }), fill(words.their_floor, { name })].map((text) => make("p", { class: "bp-hint" }, text));
  const heading = make("p", { class: "bp-question" }, fill(words.known, { name }));
  const show = (/** @type {Picture} */ { learnt, ended }) => {
    list.replaceChildren(...learnt.map(row));
    alternatives[1].hidden = Boolean(ended);
  };
  return { node: make("div", {}, make("p", {}, fill(words.opposite, { role })), ...alternatives, heading, list), show };
}

/** @param {Picture["learnt"][0]} issue */
function row({ name, level, sure, text }) {
  const filled = make("div", { class: "bp-fill", style: `width:${(100 * level) / LONGEST}%` });
  const track = make("div", { class: `bp-track bp-sure-${sure}`, "aria-hidden": "true" }, filled);
  return make("li", {}, make("b", {}, name), track, make("span", { class: "bp-hint" }, text));
}
