// @ts-check
// The blame spiral: how anger feeds on anger, and what one reframed turn wins.
import { button } from "../parts/controls.js";
import { traitSlider } from "../parts/slider.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { chart } from "../parts/chart.js";
import { scene } from "../parts/scene.js";

/** @import { Chart, Common, Said, View } from "../parts/types.js" */
/** @typedef {Chart & Said & { button: string, pressed: string }} Picture */
/** @typedef {Common<Picture> & { persistence: number, reactivity: number, turn: number, reframed: number[], knobs: string[] }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const percent = (/** @type {number} */ value) => `${value}\u00a0%`;
  const shares = [
    traitSlider(model, "persistence", { label: words.persistence, shown: percent }),
    traitSlider(model, "reactivity", { label: words.reactivity, shown: percent }),
  ];
  const when = traitSlider(model, "turn", { label: words.choose_turn, colour: "focus" });
  const toggle = () => {
    const [turn, reframed] = [model.get("turn"), model.get("reframed")];
    send(model, { reframed: reframed.includes(turn) ? reframed.filter((other) => other !== turn) : [...reframed, turn] });
  };
  const reframe = button("", toggle, { go: true });
  const again = button(words.none_reframed, () => send(model, { reframed: [] }));
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  /** @type {Record<string, Node[]>} */
  const groups = { shares: shares.map(({ node }) => node), reframing: [when.node, reframe, again] };
  const asked = model.get("knobs").flatMap((name) => groups[name]);
  const controls = make("fieldset", { class: "bp-knobs" }, legend, ...asked);
  const lines = chart(signal);
  const draw = (/** @type {Picture} */ data) => {
    [...shares, when].forEach(({ show }) => show());
    reframe.textContent = data.button;
    reframe.setAttribute("aria-pressed", data.pressed);
    again.disabled = !model.get("reframed").length;
    lines.draw(data);
  };
  scene({ model, el, signal }, { controls, picture: lines.node, draw });
}

export default { render };
