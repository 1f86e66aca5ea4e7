// @ts-check
// Leaving without a deal, asked for twice.
import { button } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Traits } from "./negotiation_table.js" */

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(doing: Traits["doing"]) => void} act
 */
export function leave(model, words, act) {
  const go = button(words.leave, () => (ask(true), stay.focus()));
  const sure = button(words.leave_sure, () => act({ do: "leave" }));
  const stay = button(words.leave_not, () => (ask(false), go.focus()));
  const asked = make("div", { class: "bp-leave" }, make("p", {}, fill(words.leave_ask, { floor: model.get("person").floor })), stay, sure);
  const ask = (/** @type {boolean} */ now) => ((asked.hidden = !now), (go.hidden = now));
  ask(false);
  return { node: make("div", {}, go, asked), show: () => ask(false) };
}
