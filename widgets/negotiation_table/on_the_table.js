// @ts-check
// What is on the table: the other side's open packages, each to be accepted.
import { button } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";
import { offered } from "./conversation.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Picture, Traits } from "./negotiation_table.js" */

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(doing: Traits["doing"]) => void} act
 */
export function onTheTable(model, words, act) {
  const node = make("div", { class: "bp-open" });
  const { name } = model.get("person");
  return {
    node,
    show(/** @type {Picture} */ { open }) {
      const rows = open.map((offer, which) => {
        const text = open.length > 1 ? fill(words.accept_n, { n: which + 1 }) : words.accept;
        const title = open.length > 1 ? fill(words.offer_n, { n: which + 1 }) : fill(words.on_the_table, { name });
        return make("div", {}, offered(offer, words, model.get("issues"), title), button(text, () => act({ do: "accept", which })));
      });
      node.replaceChildren(...(rows.length ? rows : [make("p", { class: "bp-hint" }, fill(words.nothing_open, { name }))]));
    },
  };
}
