// @ts-check
// First and last: the first bets beside the last ones, and below them the first deal beside the last.
import { make } from "../parts/dom.js";
import { follow } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { lookWhenSeen } from "../parts/seen.js";
import { tablePlace } from "../parts/tables.js";

/** @import { Common, Table, View } from "../parts/types.js" */
/**
 * @typedef {{ question: string, said: string, sign: string }} MadeBet
 * @typedef {Common<{ summary: string, bets: { title: string, bets: MadeBet[] }[], missing: string[], table: Table }> & { looked: number }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const summary = make("p", { class: "bp-says" });
  const bets = make("div", { class: "bp-ends" });
  const missing = make("div", {});
  const table = tablePlace(words.deals);
  const deals = make("p", { class: "bp-question" }, words.deals);
  el.append(summary, bets, deals, missing, table.node, make("p", { class: "bp-ends-caveat" }, words.caveat));
  const show = () => {
    const picture = model.get("picture");
    if (summary.textContent) page.say(picture.summary);
    summary.textContent = picture.summary;
    bets.replaceChildren(...picture.bets.map(betsNode));
    missing.replaceChildren(...picture.missing.map((sentence) => make("p", {}, sentence)));
    table.node.hidden = !picture.table.rows.length;
    table.show(picture.table);
  };
  follow(model, ["picture"], show, signal);
  lookWhenSeen(model, el, signal);
}

/** @param {{ title: string, bets: MadeBet[] }} column */
function betsNode({ title, bets }) {
  const items = bets.map(({ question, said, sign }) => {
    const mark = make("span", { class: "bp-ends-sign", "aria-hidden": "true" }, sign);
    return make("li", {}, make("p", {}, question), make("p", { class: sign ? false : "bp-ends-not" }, mark, said));
  });
  return make("section", {}, make("p", { class: "bp-question" }, title), make("ol", {}, ...items));
}

export default { render };
