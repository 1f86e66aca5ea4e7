// @ts-check
// How it feels: rate a deal for oneself, guess it for the other side, and see where the two lie apart.
import { radioGroup } from "../parts/controls.js";
import { make, newId, whenChanged } from "../parts/dom.js";
import { entry, follow } from "../parts/model.js";
import { fill } from "../parts/sentences.js";
import { scene } from "../parts/scene.js";
import { written } from "../parts/written.js";

/** @import { Common, Model, Said, View, Words } from "../parts/types.js" */
/**
 * @typedef {Common<Said> & {
 *   mine: number[], theirs: number[], my_words: string, their_words: string, longest: number,
 * }} Traits
 */

const ITEMS = ["outcome", "treatment", "again", "self"];
const SIDES = /** @type {const} */ ([
  { trait: "mine", text: "my_words", legend: "about_me", sentence: "my_sentence" },
  { trait: "theirs", text: "their_words", legend: "about_them", sentence: "their_sentence" },
]);

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const sides = SIDES.map((side) => sideQuestions(model, words, side, signal));
  const controls = make("div", { class: "bp-feels" }, ...sides.map(({ node }) => node));
  const picture = feelingPicture(words, ratingsOf(model, "mine"));
  scene({ model, el, signal }, { controls, picture: picture.node, draw: picture.say });
  const show = () => {
    sides.forEach((side) => side.show());
    picture.draw(model.get("mine"), model.get("theirs"));
  };
  follow(model, ["mine", "theirs", "my_words", "their_words"], show, signal);
}

/**
 * The ratings that may be given, from 1 on: 0 is none yet.
 * @type {(model: Model<Traits>, trait: "mine" | "theirs") => number[]}
 */
const ratingsOf = (model, trait) => Array.from({ length: model.get("limits")[trait].max }, (_, at) => at + 1);

/**
 * The four statements as one side would say them, and a sentence in own words.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {typeof SIDES[number]} side
 * @param {AbortSignal} signal
 */
function sideQuestions(model, words, { trait, text, legend, sentence }, signal) {
  const rows = ITEMS.map((item, row) => ratingRow(model, words.items[item][trait], trait, row));
  const box = sentenceBox(model, words, text, words[sentence], signal);
  const heading = make("legend", {}, words[legend], make("span", { class: "bp-feels-scale" }, words.scale));
  return {
    node: make("fieldset", {}, heading, ...rows.map(({ node }) => node), box),
    show: () => rows.forEach(({ show }) => show()),
  };
}

/**
 * @param {Model<Traits>} model
 * @param {string} statement
 * @param {"mine" | "theirs"} trait
 * @param {number} row
 */
function ratingRow(model, statement, trait, row) {
  const legend = make("legend", { class: "bp-statement" }, statement);
  /** @type {[number, string][]} */
  const options = ratingsOf(model, trait).map((rating) => [rating, String(rating)]);
  const looks = { group: "bp-rated", room: "bp-ratings", choice: "bp-rating" };
  return radioGroup({ legend, options, ...entry(model, trait, row), looks });
}

/**
 * What the learner writes is shown as text only.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {"my_words" | "their_words"} trait
 * @param {string} question
 * @param {AbortSignal} signal
 */
function sentenceBox(model, words, trait, question, signal) {
  const [id, note] = [newId(), newId()];
  const longest = model.get("longest");
  const box = make("textarea", { id, rows: 2, maxlength: longest, "aria-describedby": note });
  written(box, model, trait, signal);
  const limit = make("p", { id: note, class: "bp-feels-note" }, fill(words.characters, { longest }));
  return make("div", { class: "bp-rated" }, make("label", { for: id }, question), box, limit);
}

const [WIDTH, ROW, TOP, LEFT, RIGHT, LEGEND] = [290, 84, 54, 26, 30, 24];

/**
 * Each statement as a scale of ratings: a dot for you above the line, a square for the other side below it. The marks
 * are the learner's own ratings, so they need not wait for what Python says of them.
 * @param {Words} words
 * @param {number[]} ratings
 */
function feelingPicture(words, ratings) {
  const height = TOP + ITEMS.length * ROW;
  const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", class: "bp-feeling" });
  const rows = ITEMS.map((item, at) => scaleRow(words.items[item].short, TOP + at * ROW, ratings));
  svg.append(...legendMarks(words), ...rows.map(({ node }) => node));
  return {
    node: svg,
    draw: (/** @type {number[]} */ mine, /** @type {number[]} */ theirs) => rows.forEach(({ draw }, at) => draw(mine[at], theirs[at])),
    say: (/** @type {Said} */ { summary }) => svg.setAttribute("aria-label", summary),
  };
}

/** @param {Words} words */
function legendMarks(words) {
  return [
    ...mark("you", LEFT, LEGEND / 2, words.you),
    ...mark("them", LEFT, LEGEND * 1.5, words.their_guess),
  ];
}

/**
 * A statement's scale; draw() puts both ratings on it, of which 0 stands nowhere yet.
 * @param {string} name
 * @param {number} top
 * @param {number[]} ratings
 */
function scaleRow(name, top, ratings) {
  const x = (/** @type {number} */ rating) => LEFT + ((rating - 1) / (ratings.length - 1)) * (WIDTH - LEFT - RIGHT);
  const line = top + 52;
  const ticks = ratings.map((rating) => `M${x(rating)} ${line - 4}v8`).join("");
  const said = make("text", { x: LEFT - 8, y: top + 18, class: "bp-feeling-name" }, name);
  const scale = make("path", { d: `M${x(1)} ${line}H${x(ratings.length)}${ticks}`, class: "bp-feeling-scale" });
  const marks = make("g");
  const draw = whenChanged((/** @type {number} */ you, /** @type {number} */ them) => {
    const own = you ? mark("you", x(you), line - 13, String(you)) : [];
    marks.replaceChildren(...own, ...(them ? mark("them", x(them), line + 13, String(them)) : []));
  });
  return { node: make("g", {}, said, scale, marks), draw };
}

/**
 * A side's mark and a word or number beside it.
 * @param {"you" | "them"} side
 * @param {number} x
 * @param {number} y
 * @param {string} text
 */
function mark(side, x, y, text) {
  const shape =
    side === "you" ? make("circle", { cx: x, cy: y, r: 7 }) : make("rect", { x: x - 6.5, y: y - 6.5, width: 13, height: 13 });
  shape.setAttribute("class", `bp-feeling-${side}`);
  return [shape, make("text", { x: x + 12, y: y + 5, class: `bp-feeling-${side}` }, text)];
}

export default { render };
