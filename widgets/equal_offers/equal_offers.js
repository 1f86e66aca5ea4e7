// @ts-check
// Three equal offers: equal for you, unlike each other → what it tells which of them the other side likes best.
import { button } from "../parts/controls.js";
import { traitSlider } from "../parts/slider.js";
import { make, newId } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { tablePlace } from "../parts/tables.js";
import { fill } from "../parts/sentences.js";
import { scene } from "../parts/scene.js";

/** @import { Common, Model, Said, Table, View, Words } from "../parts/types.js" */
/** @typedef {{ name: string, bars: { kind: string, share: number, text: string }[] }} Issue */
/** @typedef {Said & { offers: Table, average: string, bars: Issue[], sent: boolean }} Picture */
/** @typedef {Common<Picture> & { level: number, gives: number[], sent: boolean, issues: string[] }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const level = traitSlider(model, "level", { label: words.level });
  const picks = model.get("gives").map((_, offer) => issuePick(model, words, offer));
  const go = button(words.send, () => send(model, { sent: true }), { go: true });
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const controls = make("fieldset", {}, legend, level.node, ...picks.map(({ node }) => node), go);
  const offers = tablePlace(words.offers);
  const average = make("p", {});
  const bars = make("div", { class: "bp-bars" });
  const draw = (/** @type {Picture} */ data) => {
    level.show();
    picks.forEach(({ show }) => show());
    go.disabled = data.sent;
    offers.show(data.offers);
    average.textContent = data.average;
    bars.replaceChildren(...data.bars.map(barRow));
  };
  const title = make("p", { class: "bp-question" }, words.bars);
  const below = [average, title, barKey(words), bars, make("p", { class: "bp-small" }, words.caveat)];
  scene({ model, el, signal }, { controls, picture: offers.node, draw, below });
}

/**
 * Choose the issue on which an offer gives way; if another offer has it already, the two change places.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {number} offer
 */
function issuePick(model, words, offer) {
  const id = newId();
  const choose = () => {
    const gives = [...model.get("gives")];
    const other = gives.indexOf(Number(select.value));
    if (other >= 0) gives[other] = gives[offer];
    gives[offer] = Number(select.value);
    send(model, { gives });
  };
  const options = model.get("issues").map((issue, value) => make("option", { value }, issue));
  const select = make("select", { id, change: choose }, ...options);
  const label = make("label", { for: id }, fill(words.give_way, { number: offer + 1 }));
  return { node: make("div", { class: "bp-pick" }, label, select), show: () => (select.value = String(model.get("gives")[offer])) };
}

/**
 * One issue with a bar for each state of knowledge; the numbers stand beside the bars.
 * @param {Issue} issue
 */
function barRow({ name, bars }) {
  const lines = bars.map(({ kind, share, text }) => {
    const bar = make("div", { class: `bp-share bp-share-${kind}` });
    bar.style.width = `${share}%`;
    return make("div", { class: "bp-share-line" }, make("div", { class: "bp-share-room" }, bar), make("span", {}, text));
  });
  return make("div", { class: "bp-share-row" }, make("span", { class: "bp-share-name" }, name), make("div", {}, ...lines));
}

/** @param {Words} words */
function barKey(words) {
  const names = { before: words.bar_before, alone: words.bar_alone, three: words.bar_three };
  const entries = Object.entries(names).map(([kind, name]) =>
    make("span", {}, make("span", { class: `bp-share bp-share-${kind}`, "aria-hidden": "true" }), name),
  );
  return make("p", { class: "bp-share-key" }, ...entries);
}

export default { render };
