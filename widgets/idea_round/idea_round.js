// @ts-check
// The round of ideas: how many, judged at once or later → the best one found, and how the chances add up.
import { button, radioGroup } from "../parts/controls.js";
import { traitSlider } from "../parts/slider.js";
import { make, whenChanged } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { payoffPlane } from "../parts/plane.js";
import { chart } from "../parts/chart.js";
import { scene } from "../parts/scene.js";

/** @import { Chart, Common, Model, Plane, Said, View, Words } from "../parts/types.js" */
/** @typedef {Said & { finished: boolean, in_words: string, plane: Plane, chance: Chart, marks: Chart }} Picture */
/** @typedef {Common<Picture> & { ideas: number, told: number, way: string, seed: number }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const number = traitSlider(model, "ideas", { label: words.choose_number });
  const ways = wayChoice(model, words);
  const one = button(words.invent_one, () => send(model, { told: Math.min(model.get("told") + 1, model.get("ideas")) }));
  const all = button(words.invent_all, () => send(model, { told: model.get("ideas") }), { go: true });
  const another = button(words.another, () => send(model, { seed: model.get("seed") + 1, told: 0 }));
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const inWords = make("p", {});
  const controls = make("fieldset", { class: "bp-knobs" }, legend, number.node, ways.node, another, one, all, inWords);
  const plane = payoffPlane(words, signal);
  const drawPlane = whenChanged(plane.draw);
  const charts = [titledChart(words.chance_title, signal), titledChart(words.marks_title, signal)];
  const draw = (/** @type {Picture} */ data) => {
    number.show();
    ways.show();
    one.disabled = all.disabled = data.finished;
    inWords.textContent = data.in_words;
    drawPlane(data.plane);
    charts[0].draw(data.chance);
    charts[1].draw(data.marks);
  };
  const two = make("div", { class: "bp-two" }, ...charts.map(({ node }) => node));
  scene({ model, el, signal }, { controls, picture: plane.node, draw, below: [two, make("p", { class: "bp-note" }, words.caveat)] });
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function wayChoice(model, words) {
  /** @type {[string, string][]} */
  const options = [["at_once", words.judge_at_once], ["later", words.judge_later]];
  const read = () => model.get("way");
  return radioGroup({ legend: make("legend", {}, words.ways), options, read, write: (way) => send(model, { way }) });
}

/**
 * A chart under its question, with what it says below it.
 * @param {string} title
 * @param {AbortSignal} signal
 */
function titledChart(title, signal) {
  const lines = chart(signal);
  const said = make("p", {});
  return {
    node: make("div", {}, make("p", { class: "bp-question" }, title), lines.node, said),
    draw: (/** @type {Chart} */ data) => (lines.draw(data), (said.textContent = data.summary)),
  };
}

export default { render };
