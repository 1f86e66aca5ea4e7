// @ts-check
// The exchange game: three rules for giving, with hands that slip now and then, and one game round by round.
import { button, radioGroup } from "../parts/controls.js";
import { traitSlider } from "../parts/slider.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { chart } from "../parts/chart.js";
import { exchangeStrip } from "./exchange_strip.js";
import { scene } from "../parts/scene.js";

/** @import { Chart, Common, Said, View } from "../parts/types.js" */
/** @import { Strip } from "./exchange_strip.js" */
/** @typedef {Chart & Said & { strip: Strip, length: number }} Picture */
/** @typedef {Common<Picture> & { errors: number, strategy: string, game: number }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const shown = (/** @type {number} */ value) => `${value}\u00a0%`;
  const options = Object.entries(words.names);
  const read = () => model.get("strategy");
  const write = (/** @type {string} */ strategy) => send(model, { strategy });
  const knobs = [
    traitSlider(model, "errors", { label: words.errors, shown }),
    radioGroup({ legend: make("legend", {}, words.whose_game), options, read, write }),
  ];
  const again = button(words.another, () => send(model, { game: model.get("game") + 1 }));
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const controls = make("fieldset", { class: "bp-knobs" }, legend, ...knobs.map(({ node }) => node), again);
  const lines = chart(signal);
  const played = exchangeStrip(words, signal);
  const says = make("p", {});
  const game = make("div", {}, make("p", { class: "bp-question" }, words.one_game), played.node, says);
  const draw = (/** @type {Picture} */ data) => {
    knobs.forEach(({ show }) => show());
    lines.draw(data);
    played.draw(data.strip, data.length);
    says.textContent = data.strip.sentence;
  };
  scene({ model, el, signal }, { controls, picture: lines.node, draw, below: [game] });
}

export default { render };
