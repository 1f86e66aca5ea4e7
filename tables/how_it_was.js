// @ts-check
// How it was, once a talk is over: what one felt, what one guesses the other felt, and a memo for the instructor.
import { button } from "../widgets/parts/controls.js";
import { make, newId } from "../widgets/parts/dom.js";
import { choose } from "../widgets/negotiation_table/choose.js";

/** @import { Words } from "../widgets/parts/types.js" */

/**
 * @param {Words} words
 * @param {{ ratings: number[], longest: number }} form the ratings that may be given, and letters of a memo
 * @param {(doing: object) => void} act
 */
export function howItWas(words, { ratings, longest }, act) {
  const id = newId();
  /** @type {[string, string][]} */
  const choices = [["", words.no_answer], ...ratings.map((one) => /** @type {[string, string]} */ ([String(one), String(one)]))];
  const [treated, guessed] = [choose(words.treated, choices), choose(words.guessed, choices)];
  const memo = make("textarea", { id, rows: 4, maxlength: longest });
  const rating = (/** @type {HTMLSelectElement} */ { value }) => (value ? Number(value) : undefined);
  const handIn = () => act({ do: "hand in", treated: rating(treated.select), guessed: rating(guessed.select), memo: memo.value });
  const form = make("fieldset", { class: "bp-part" }, make("legend", {}, words.form), treated.node, guessed.node, make("label", { for: id }, words.memo), memo, button(words.hand_in, handIn, { go: true }));
  const done = make("p", { role: "status" });
  const node = make("div", {}, make("p", {}, words.debrief_follows), form, done);
  return {
    node,
    show(/** @type {boolean} */ ended, /** @type {boolean} */ handedIn) {
      node.hidden = !ended;
      form.hidden = handedIn;
      done.textContent = handedIn ? words.handed_in : "";
    },
  };
}
