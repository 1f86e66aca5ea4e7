// @ts-check
// The concession dance: two sides come down, offer by offer, on the payoff plane.
import { button, radioGroup } from "../parts/controls.js";
import { slider, traitSlider } from "../parts/slider.js";
import { make } from "../parts/dom.js";
import { entry, send } from "../parts/model.js";
import { tablePlace } from "../parts/tables.js";
import { fill } from "../parts/sentences.js";
import { chart } from "../parts/chart.js";
import { payoffPlane } from "../parts/plane.js";
import { scene } from "../parts/scene.js";

/** @import { Chart, Common, Model, Plane, Said, Table, View, Words } from "../parts/types.js" */
/** @typedef {Plane & Said & { offers: number, by_chance: boolean, levels: Chart, deals: Table }} Picture */
/**
 * @typedef {Common<Picture> & {
 *   trades: boolean[], speeds: number[], shown: number, chance: number, knobs: string[], backdrop: Partial<Plane>,
 * }} Traits
 */

const PACE = 900; // milliseconds from one offer to the next
const LEVELS_HIGH = 220; // pixels: knobs, levels and plane are seen at once
const SIDES = ["you", "them"];

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const asked = model.get("knobs");
  const knobs = [
    ...(asked.includes("picking") ? pickings(model, words) : []),
    ...(asked.includes("speed") ? speeds(model, words) : []),
  ];
  const player = playback(model, words, signal);
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const fields = make("fieldset", { class: "bp-knobs" }, legend, ...knobs.map(({ node }) => node));
  const wanted = asked.includes("speed") ? [levels(signal)] : [];
  const controls = make("div", {}, fields, player.node, ...wanted.map(({ node }) => node));
  const plane = payoffPlane(words, signal);
  const deals = tablePlace(words.deals);
  const draw = (/** @type {Picture} */ data) => {
    [...knobs, player, ...wanted].forEach(({ show }) => show(data));
    plane.draw({ ...model.get("backdrop"), ...data });
    deals.show(data.deals);
  };
  scene({ model, el, signal }, { controls, picture: plane.node, draw, below: [deals.node] });
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function pickings(model, words) {
  /** @type {[boolean, string][]} */
  const options = [false, true].map((trade, at) => [trade, words.pickings[at]]);
  const labels = [words.your_picking, words.their_picking];
  return labels.map((label, side) => radioGroup({ legend: make("legend", {}, label), options, ...entry(model, "trades", side) }));
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function speeds(model, words) {
  const { max } = model.get("limits").speeds;
  const shown = (/** @type {number} */ place) => words.speeds[place];
  return [words.your_speed, words.their_speed].map((label, side) => {
    const { read, write } = entry(model, "speeds", side);
    const colour = SIDES[side];
    const made = slider({ label, value: read(), max, shown, describe: shown, onInput: write, colour });
    return { node: made.node, show: () => made.show(read()) };
  });
}

/** @param {AbortSignal} signal */
function levels(signal) {
  const lines = chart(signal, LEVELS_HIGH);
  return { node: lines.node, show: (/** @type {Picture} */ data) => lines.draw(data.levels) };
}

/**
 * Step, play and go back through the offers; who asked for less motion gets the last offer at once.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 */
function playback(model, words, signal) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const all = () => model.get("picture").offers;
  const go = (/** @type {number} */ offer) => send(model, { shown: offer });
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const pause = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = words.play;
  };
  signal.addEventListener("abort", pause);
  const step = () => {
    if (model.get("shown") < all()) go(model.get("shown") + 1);
    if (model.get("shown") >= all()) pause();
  };
  const start = () => {
    if (calm) return go(all());
    if (model.get("shown") >= all()) go(1);
    play.textContent = words.pause;
    timer = setInterval(step, PACE);
  };
  const play = button(words.play, () => (timer ? pause() : start()), { go: true });
  const next = button(words.step, () => (pause(), step()));
  const replay = button(words.replay, () => (pause(), go(1)));
  const fresh = button(words.fresh, () => (pause(), send(model, { chance: model.get("chance") + 1 })));
  const shown = (/** @type {number} */ n) => fill(words.offer_of, { n, all: all() });
  const place = traitSlider(model, "shown", { label: words.shown, shown, describe: shown, colour: "focus" });
  const legend = make("legend", {}, words.watch);
  const node = make("fieldset", { class: "bp-playback" }, legend, place.node, play, next, replay, fresh);
  const show = (/** @type {Picture} */ data) => {
    place.setMax(data.offers);
    place.show();
    next.disabled = model.get("shown") >= data.offers;
    replay.disabled = model.get("shown") === 1;
    fresh.hidden = !data.by_chance;
  };
  return { node, show };
}

export default { render };
