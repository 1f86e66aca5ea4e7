// @ts-check
// A package that is put together: one list of options for each issue, and what it is worth to you.
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";
import { choose, numbered } from "./choose.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Traits } from "./negotiation_table.js" */

/**
 * A card with a list for each issue; `chosen` gets the whole package. With `open`, an issue may be left open (-1).
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {string} title
 * @param {(choices: number[]) => void} chosen
 * @param {{ open?: boolean, extra?: Node[] }} [more]
 */
export function packageCard(model, words, title, chosen, { open = false, extra = [] } = {}) {
  const worth = model.get("worth");
  const lists = model.get("issues").map(({ name, options }, row) => {
    const texts = options.map((option, at) => fill(words.option_worth, { option, points: worth[row][at] }));
    /** @type {[string, string][]} */
    const none = open ? [["-1", words.no_option]] : [];
    return choose(name, [...none, ...numbered(texts)], () => chosen(read()));
  });
  const read = () => lists.map(({ select }) => Number(select.value));
  const told = make("p", { class: "bp-hint" });
  const node = make("fieldset", { class: "bp-card" }, make("legend", {}, title), ...lists.map((list) => list.node), told, ...extra);
  return {
    node,
    first: lists[0].select,
    show(/** @type {number[]} */ choices, /** @type {string} */ sentence) {
      lists.forEach((list, row) => list.show(String(choices[row])));
      told.textContent = sentence;
    },
  };
}
