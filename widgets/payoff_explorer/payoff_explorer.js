// @ts-check
// The payoff explorer: how much each side cares about each issue → what can be agreed.
import { slider } from "../parts/slider.js";
import { make } from "../parts/dom.js";
import { entry, send } from "../parts/model.js";
import { capital, fill } from "../parts/sentences.js";
import { tablePlace } from "../parts/tables.js";
import { payoffPlane } from "../parts/plane.js";
import { scene } from "../parts/scene.js";

/** @import { Common, Entry, Model, Plane, Said, Table, View, Words } from "../parts/types.js" */
/** @typedef {Plane & Said & { most: number[], here_sentence: string, walk: Table }} Picture */
/**
 * @typedef {Common<Picture> & {
 *   yours: number[], theirs: number[], alternatives: number[], stop: number, issues: string[], knobs: string[],
 * }} Traits
 */
/**
 * @typedef {Entry<number> & {
 *   label: string, max: number, most?: () => number, hidden?: boolean, colour?: string,
 *   describe?: (value: number) => string, shown?: (value: number) => string,
 * }} Knob
 */
/** @typedef {(into: Element, knob: Knob) => void} Add */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const controls = make("fieldset", { class: "bp-knobs" }, make("legend", { class: "bp-unseen" }, words.knobs));
  const shows = knobSet(model, words, controls);
  const plane = payoffPlane(words, signal);
  const walked = tablePlace(words.walked);
  const draw = (/** @type {Picture} */ data) => {
    shows.forEach((show) => show());
    plane.draw(data);
    walked.show(data.walk);
  };
  scene({ model, el, signal }, { controls, picture: plane.node, draw, below: [walked.node] });
}

/**
 * Make the sliders that the lesson asks for; return functions that bring them up to date.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {Element} place
 */
function knobSet(model, words, place) {
  const asked = model.get("knobs");
  /** @type {(() => void)[]} */
  const shows = [];
  /** @type {Add} */
  const add = (into, options) => {
    const made = slider({ ...options, value: options.read(), onInput: options.write });
    into.append(made.node);
    shows.push(() => (options.most && made.setMax(options.most()), made.show(options.read())));
  };
  if (asked.includes("importance")) place.append(importanceKnobs(model, words, add));
  if (asked.includes("alternatives")) {
    const block = make("div", { class: "bp-block" }, make("p", { class: "bp-question" }, words.alternatives));
    [words.your_alternative, words.their_alternative].forEach((label, side) =>
      add(block, {
        label,
        ...entry(model, "alternatives", side),
        max: 0,
        most: () => model.get("picture").most[side],
        colour: ["you", "them"][side],
      }),
    );
    place.append(block);
  }
  const block = make("div", { class: "bp-block" }, make("p", { class: "bp-question" }, words.walk));
  const stops = () => model.get("picture").frontier.length - 1;
  // The best packages begin with your best, which lies farthest to the right: the slider counts from the other end.
  const read = () => stops() - Math.min(model.get("stop"), stops());
  const write = (/** @type {number} */ at) => send(model, { stop: stops() - at });
  const describe = () => model.get("picture").here_sentence;
  const shown = (/** @type {number} */ at) => {
    const { frontier } = model.get("picture");
    const [you, them] = frontier[Math.max(0, stops() - at)];
    return fill(words.walk_shown, { you, them });
  };
  add(block, { label: words.walk_label, read, write, max: 0, most: stops, describe, shown, colour: "focus" });
  place.append(block);
  return shows;
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {Add} add
 */
function importanceKnobs(model, words, add) {
  const heads = [words.issue, words.to_you, words.to_them].map((text) => make("span", { class: "bp-question" }, capital(text)));
  const grid = make("div", { class: "bp-importance" }, ...heads);
  const limits = model.get("limits");
  model.get("issues").forEach((issue, row) => {
    grid.append(make("span", {}, issue));
    /** @type {const} */ (["yours", "theirs"]).forEach((trait, side) => {
      const who = [words.to_you, words.to_them][side];
      const label = `${issue}, ${who}`;
      add(grid, { label, hidden: true, max: limits[trait].max, colour: ["you", "them"][side], ...entry(model, trait, row) });
    });
  });
  return make("div", { class: "bp-block" }, make("p", { class: "bp-question" }, words.importance), grid);
}

export default { render };
