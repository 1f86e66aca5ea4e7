// @ts-check
// One orange: two cooks, two positions, and a "Why?" behind each.
import { button } from "../parts/controls.js";
import { slider } from "../parts/slider.js";
import { make, setText } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { payoffPlane } from "../parts/plane.js";
import { scene } from "../parts/scene.js";

/** @import { Common, Model, Plane, Said, View, Words } from "../parts/types.js" */
/** @typedef {Plane & Said & { answers: Record<string, string> }} Picture */
/** @typedef {Common<Picture> & { shares: number[], heard: string[] }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const cooks = ["you", "them"].map((side) => cook(model, words, side));
  const whole = share(model, words.whole, () => model.get("shares")[0], (tenths) => send(model, { shares: [tenths, tenths] }));
  const juice = share(model, words.of_juice, () => model.get("shares")[0], (n) => send(model, { shares: [n, model.get("shares")[1]] }));
  const peel = share(model, words.of_peel, () => model.get("shares")[1], (n) => send(model, { shares: [model.get("shares")[0], n] }));
  const forget = button(words.forget, () => send(model, { heard: [] }));
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const sliders = [whole, juice, peel].map(({ node }) => node);
  const controls = make("fieldset", { class: "bp-knobs" }, legend, ...cooks.map(({ node }) => node), ...sliders, forget);
  const plane = payoffPlane(words, signal);
  const draw = (/** @type {Picture} */ data) => {
    const asked = model.get("heard").length > 0;
    cooks.forEach(({ show }) => show(data));
    [whole, juice, peel].forEach(({ show }) => show());
    whole.node.hidden = asked;
    juice.node.hidden = peel.node.hidden = forget.hidden = !asked;
    plane.draw(data);
  };
  scene({ model, el, signal }, { controls, picture: plane.node, draw });
}

/**
 * A cook's position, and the answer to the question behind it.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {string} side
 */
function cook(model, words, side) {
  const answer = make("p", { class: "bp-answer" });
  const ask = button(words[`why_${side}`], () => send(model, { heard: [...model.get("heard"), side] }), { go: true });
  const says = make("p", {}, make("strong", {}, words[`cook_${side}`]), ` ${words[`wants_${side}`]}`);
  const show = (/** @type {Picture} */ { answers }) => {
    setText(answer, answers[side]);
    ask.hidden = Boolean(answers[side]);
  };
  return { node: make("div", { class: `bp-cook bp-cook-${side}`, "aria-live": "polite" }, says, answer, ask), show };
}

/**
 * A slider of parts, tenths by Python's measure.
 * @param {Model<Traits>} model
 * @param {string} label
 * @param {() => number} read
 * @param {(parts: number) => void} onInput
 */
function share(model, label, read, onInput) {
  const { max } = model.get("limits").shares;
  const made = slider({ label, value: read(), max, shown: (part) => `${part}/${max}`, onInput, colour: "you" });
  return { node: made.node, show: () => made.show(read()) };
}

export default { render };
