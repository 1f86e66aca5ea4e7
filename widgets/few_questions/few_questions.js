// @ts-check
// A short talk: choose what to ask, hear the answer, come back to one of them; each question stands in the cell at once.
import { answerCell } from "../parts/answer_cell.js";
import { button } from "../parts/controls.js";
import { conversation } from "../parts/conversation.js";
import { make, setText } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";

/** @import { Turn } from "../parts/conversation.js" */
/** @import { Common, View } from "../parts/types.js" */
/**
 * @typedef {{
 *   left: string, questions: { text: string, can: boolean }[], log: Turn[], answer: string,
 * }} Picture
 */
/** @typedef {Common<Picture> & { asked: number[], again: number, answer: string }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const cell = answerCell({ model, el, signal, words, page, rows: 8 });
  const ask = (/** @type {number} */ issue) => (send(model, { asked: [...model.get("asked"), issue] }), cell.keep());
  const log = conversation(words, words.come_back, (issue) => (send(model, { again: issue }), cell.keep()));
  const asks = model.get("picture").questions.map(({ text }, issue) => button(text, () => ask(issue)));
  const list = make("div", { class: "bp-asks", role: "group", "aria-label": words.questions }, ...asks);
  const left = make("p", { class: "bp-question" });
  el.append(left, make("div", { class: "bp-few" }, list, log.node), cell.node);
  const draw = () => {
    const data = model.get("picture");
    const follows = asks[model.get("asked").at(-1) ?? -1] === document.activeElement || log.node.contains(document.activeElement);
    const fresh = data.log.find(({ you }) => !said.includes(you));
    said = data.log.map(({ you }) => you);
    data.questions.forEach(({ can }, issue) => (asks[issue].disabled = !can));
    log.show(data.log, follows);
    setText(left, data.left);
    cell.show(data.answer);
    if (fresh) page.say(`${fresh.them} ${data.left}`);
  };
  /** @type {string[]} */
  let said = [];
  follow(model, ["picture"], draw, signal);
}

export default { render };
