// @ts-check
// Spaced review: questions that have come back, each answered once, and what is said to the answer.
import { button, radioGroup } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { lookWhenSeen } from "../parts/seen.js";

/** @import { Common, Model, Place, View, Words } from "../parts/types.js" */
/**
 * @typedef {{ question: string, choices: string[], order: number[], chosen: number, right: number, verdict: string }} Asked
 * @typedef {Common<{ summary: string, questions: Asked[], closing: string }> & { chosen: number[], looked: number }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const summary = make("p", { class: "bp-says" });
  const room = make("div", { class: "bp-review" });
  const closing = make("p", { class: "bp-says" });
  el.append(summary, room, closing);
  /** @type {ReturnType<typeof questionPart>[]} */
  let parts = [];
  let asked = "";
  const show = () => {
    const { summary: said, questions, closing: last } = model.get("picture");
    if (summary.textContent && summary.textContent !== said) page.say(said);
    summary.textContent = said;
    const now = JSON.stringify([said, questions.map(({ question }) => question)]);
    if (now !== asked) {
      parts = questions.map((told, place) => questionPart(told, place, model, words, page));
      room.replaceChildren(...parts.map(({ node }) => node));
      asked = now;
    }
    parts.forEach((part, place) => part.show(questions[place]));
    closing.textContent = last;
    closing.hidden = !last;
  };
  follow(model, ["picture"], show, signal);
  lookWhenSeen(model, el, signal);
}

/**
 * A question with its choices in their order; once it is answered, the right one is marked, and the one that was chosen.
 * @param {Asked} told
 * @param {number} place
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {Place} page
 */
function questionPart({ question, choices, order, chosen: kept }, place, model, words, page) {
  let chosen = kept;
  let pressed = false;
  const picks = choices.map(() => make("strong", {}));
  /** @type {[number, Node][]} */
  const options = order.map((index) => [index, make("span", {}, choices[index], picks[index])]);
  const write = (/** @type {number} */ choice) => {
    chosen = choice;
    answer.disabled = false;
  };
  const group = radioGroup({ legend: make("legend", {}, question), options, read: () => chosen, write });
  const answer = button(words.answer, () => {
    pressed = true;
    send(model, { chosen: [place, chosen] });
  });
  const verdict = make("p", { class: "bp-says", tabindex: "-1" });
  answer.disabled = true;
  group.node.append(answer, verdict);
  /** @param {Asked} now */
  const show = (now) => {
    const isAnswered = now.chosen >= 0;
    if (isAnswered) chosen = now.chosen;
    group.show();
    group.radios.forEach((radio) => (radio.disabled = isAnswered));
    const marks = (/** @type {number} */ index) =>
      (index === now.right ? `\u00a0✓ ${words.right}` : "") + (index === now.chosen ? `\u00a0← ${words.your_answer}` : "");
    picks.forEach((pick, index) => (pick.textContent = isAnswered ? marks(index) : ""));
    const isHere = [answer, document.body].includes(/** @type {HTMLElement} */ (document.activeElement));
    answer.hidden = isAnswered;
    verdict.hidden = !isAnswered;
    verdict.textContent = now.verdict;
    if (!isAnswered || !pressed) return;
    pressed = false;
    page.say(now.verdict);
    if (isHere) verdict.focus();
  };
  return { node: group.node, show };
}

export default { render };
