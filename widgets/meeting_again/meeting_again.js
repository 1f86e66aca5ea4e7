// @ts-check
// Meeting again: what grabbing today costs, the likelier another deal follows.
import { traitSlider } from "../parts/slider.js";
import { make } from "../parts/dom.js";
import { chart } from "../parts/chart.js";
import { scene } from "../parts/scene.js";

/** @import { Chart, Common, Said, View } from "../parts/types.js" */
/** @typedef {Common<Chart & Said> & { again: number, grabbed: number }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const knobs = [
    traitSlider(model, "again", { label: words.again, shown: (value) => `${value}\u00a0%`, colour: "focus" }),
    traitSlider(model, "grabbed", { label: words.grabbed, colour: "them" }),
  ];
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const controls = make("fieldset", { class: "bp-knobs" }, legend, ...knobs.map(({ node }) => node));
  const lines = chart(signal);
  const draw = (/** @type {Chart} */ data) => {
    knobs.forEach(({ show }) => show());
    lines.draw(data);
  };
  scene({ model, el, signal }, { controls, picture: lines.node, draw });
}

export default { render };
