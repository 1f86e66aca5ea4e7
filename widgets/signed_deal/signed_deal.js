// @ts-check
// The signed deal: change it in mind, see what that does to both sides, and propose it while the signature stays.
import { button } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { tablePlace } from "../parts/tables.js";
import { issueOptions } from "../parts/options.js";
import { payoffPlane } from "../parts/plane.js";
import { scene } from "../parts/scene.js";

/** @import { Common, Issue, Model, Plane, Said, Table, View, Words } from "../parts/types.js" */
/**
 * @typedef {Said & {
 *   worth: string[][], marks: string[], signed_at: number[], first: number[], trying: string, reply: string,
 *   hint: string, may_propose: boolean, may_hint: boolean, may_undo: boolean, plane?: Plane, losses?: Table,
 * }} Picture
 */
/**
 * @typedef {Common<Picture> & {
 *   choices: number[], proposals: number[][], issues: Issue[], hinted: boolean, revealed: boolean, may_reveal: boolean,
 * }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const issues = model.get("issues").map((issue, row) => issueOptions(model, issue, row));
  const plane = payoffPlane(words, signal);
  const desk = proposalDesk(model, words);
  const losses = tablePlace(words.issue_by_issue);
  const controls = make("div", { class: "bp-choosing" }, ...issues.map(({ node }) => node));
  const draw = (/** @type {Picture} */ data) => {
    issues.forEach(({ show }, row) => {
      const signed = data.worth[row].map((_, option) => (option === data.signed_at[row] ? words.signed : ""));
      show(data.worth[row], signed, data.marks[row]);
    });
    plane.node.hidden = !data.plane;
    if (data.plane) plane.draw(data.plane);
    desk.show(data);
    const told = model.get("may_reveal") ? data.losses : undefined;
    losses.node.hidden = !told;
    if (told) losses.show(told);
  };
  const picture = make("div", { class: "bp-desk" }, plane.node, desk.node);
  scene({ model, el, signal }, { controls, picture, draw, below: [losses.node] });
}

/**
 * What the change would do, the buttons, and what the other side answers.
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function proposalDesk(model, words) {
  const trying = make("p", { class: "bp-question" });
  const reply = make("div", { class: "bp-says" });
  const hint = make("div", { class: "bp-says" });
  const press = {
    propose: button(words.propose, () => send(model, { proposals: [...model.get("proposals"), model.get("choices")] }), { go: true }),
    reset: button(words.reset, () => send(model, { choices: model.get("picture").signed_at })),
    hint: button(words.hint_button, () => send(model, { hinted: true })),
    reveal: button(words.reveal, () => send(model, { revealed: true })),
    undo: button(words.undo, () => send(model, { proposals: [], choices: model.get("picture").first })),
  };
  const buttons = make("div", {}, ...Object.values(press));
  return {
    node: make("div", {}, trying, buttons, reply, hint),
    show(/** @type {Picture} */ data) {
      trying.textContent = data.trying;
      reply.textContent = data.reply;
      hint.textContent = data.hint;
      press.propose.disabled = press.reset.disabled = !data.may_propose;
      press.hint.disabled = !data.may_hint;
      press.undo.disabled = !data.may_undo;
      press.reveal.hidden = !model.get("may_reveal") || model.get("revealed");
    },
  };
}

export default { render };
