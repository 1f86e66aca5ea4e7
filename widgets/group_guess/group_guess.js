// @ts-check
// Guessing by the group: two curves that overlap, and a hundred people met.
import { button } from "../parts/controls.js";
import { traitSlider } from "../parts/slider.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { fill } from "../parts/sentences.js";
import { chart } from "../parts/chart.js";
import { scene } from "../parts/scene.js";

/** @import { Chart, Common, Said, View, Words } from "../parts/types.js" */
/** @typedef {{ title: string, wrong: number, right: number, said: string }} Field */
/** @typedef {Chart & Said & { in_words: string, button: string, fields: Field[] }} Picture */
/** @typedef {Common<Picture> & { apart: number, misheard: number, met: number, asks: boolean }} Traits */

const ROW = 10;
const CELL = 20;

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const tenths = (/** @type {number} */ value) => (value / 10).toFixed(1).replace(".", words.decimal_mark);
  const knobs = [
    traitSlider(model, "apart", {
      label: words.apart,
      shown: tenths,
      describe: (value) => fill(words.deviations, { distance: tenths(value) }),
      colour: "focus",
    }),
  ];
  if (model.get("asks")) {
    knobs.push(traitSlider(model, "misheard", { label: words.misheard, shown: (value) => `${value}\u00a0%` }));
  }
  const inWords = make("p", { class: "bp-in-words" });
  const meet = button("", () => send(model, { met: model.get("met") + 1 }), { go: true });
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const controls = make("fieldset", { class: "bp-knobs" }, legend, ...knobs.map(({ node }) => node), inWords, meet);
  const curves = chart(signal);
  const fields = make("div", { class: "bp-fields" });
  const draw = (/** @type {Picture} */ data) => {
    knobs.forEach(({ show }) => show());
    inWords.textContent = data.in_words;
    meet.textContent = data.button;
    curves.draw(data);
    fields.replaceChildren(...data.fields.map((field) => peopleField(field, words)));
  };
  scene({ model, el, signal }, { controls, picture: curves.node, draw, below: [fields] });
}

/**
 * The people met, those judged wrongly first: a cross each, and a ring for everybody else.
 * @param {Field} field
 * @param {Words} words
 */
function peopleField({ title, wrong, right, said }, words) {
  const places = Array.from({ length: wrong + right }, (_, at) => [(at % ROW) * CELL + 10, Math.floor(at / ROW) * CELL + 10]);
  const cross = (/** @type {number[]} */ [x, y]) => `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`;
  const ring = (/** @type {number[]} */ [x, y]) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`;
  const size = ROW * CELL;
  const height = Math.ceil(places.length / ROW) * CELL;
  const marks = [
    make("path", { d: places.slice(0, wrong).map(cross).join(""), class: "bp-field-wrong" }),
    make("path", { d: places.slice(wrong).map(ring).join(""), class: "bp-field-right" }),
  ];
  const field = make("svg", { viewBox: `0 0 ${size} ${height}`, role: "img", "aria-label": said }, ...marks);
  const key = make("p", { class: "bp-in-words" }, fill(words.field_key, { wrong, right }));
  return make("div", { class: "bp-field" }, make("p", { class: "bp-question" }, title), field, key);
}

export default { render };
