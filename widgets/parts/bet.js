// @ts-check
// A bet: a question that is answered before anything runs.
import { radioGroup } from "./controls.js";
import { make } from "./dom.js";
import { follow, send } from "./model.js";
import { fill } from "./sentences.js";

/** @import { Common, Model, Place, Words } from "./types.js" */

/**
 * A question whose answer is stored before anything runs, its choices in the bet's order; the traits are `bet`, `prediction`, `ran`, `verdict` and `right`.
 * Afterwards the choice that came out is marked, and the one that was bet on.
 * @param {Model<Common<any>>} model
 * @param {Words} words
 * @param {Place} place
 * @param {AbortSignal} signal
 */
export function bet(model, words, { say }, signal) {
  const { question, choices, order } = model.get("bet");
  const picks = choices.map(() => make("strong", {}));
  /** @type {[number, Node][]} */
  const options = order.map((index) => [index, make("span", {}, choices[index], picks[index])]);
  const read = () => model.get("prediction");
  const write = () => (store.disabled = model.get("ran"));
  const group = radioGroup({ legend: make("legend", {}, question), options, read, write });
  const picked = () => order[group.radios.findIndex((radio) => radio.checked)];
  const store = make("button", { type: "button", disabled: true, click: () => send(model, { prediction: picked() }) });
  const run = make("button", { type: "button", class: "bp-go", click: () => runNow() });
  store.textContent = words.store;
  run.textContent = words.run;
  const hint = make("p", {});
  const verdict = make("div", { class: "bp-says", tabindex: "-1" });
  const marksOf = (/** @type {number} */ index) => {
    const right = index === model.get("right") ? `\u00a0✓ ${words.came_out}` : "";
    return right + (index === model.get("prediction") ? `\u00a0← ${words.your_prediction}` : "");
  };
  let pressed = false;
  const runNow = () => {
    pressed = true;
    send(model, { ran: true });
  };
  const show = () => {
    const [prediction, ran] = [model.get("prediction"), model.get("ran")];
    group.show();
    if (prediction < 0) store.disabled = true;
    group.radios.forEach((radio) => (radio.disabled = ran));
    picks.forEach((pick, index) => (pick.textContent = ran ? marksOf(index) : ""));
    store.hidden = run.hidden = ran;
    run.disabled = prediction < 0;
    hint.textContent = ran ? "" : prediction < 0 ? words.bet_first : fill(words.stored, { choice: choices[prediction] });
    verdict.textContent = model.get("verdict");
    if (ran) say(model.get("verdict"));
    else if (prediction >= 0) say(hint.textContent);
    if (pressed && verdict.textContent) {
      pressed = false;
      if (!movedOnFrom(node)) bringToResult(group.node, verdict);
    }
  };
  const node = make("div", {}, group.node, store, run, hint, verdict);
  follow(model, ["prediction", "ran", "verdict", "right"], show, signal);
  return node;
}

/**
 * Whether the learner is elsewhere on the page by now; a button that is gone leaves the focus to what holds it.
 * @param {HTMLElement} node
 */
function movedOnFrom(node) {
  const at = document.activeElement;
  return at !== null && !at.contains(node) && !node.contains(at);
}

/**
 * Take the learner, whose button is gone, to the answer: it has the focus, and the question stands on top of the page.
 * @param {HTMLElement} question
 * @param {HTMLElement} answer
 */
function bringToResult(question, answer) {
  answer.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  question.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}
