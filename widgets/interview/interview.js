// @ts-check
// The interview: ask, say back, see what you believe of the other side, and make one offer.
import { button } from "../parts/controls.js";
import { conversation } from "../parts/conversation.js";
import { traitSlider } from "../parts/slider.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { tablePlace } from "../parts/tables.js";
import { scene } from "../parts/scene.js";

/** @import { Common, Model, Said, Table, View, Words } from "../parts/types.js" */
/** @import { Turn } from "../parts/conversation.js" */
/**
 * @typedef {{
 *   name: string, offer_text: string, moved: boolean, you: number, them: number, before: number, truth: number | null,
 *   you_text: string, them_text: string,
 * }} Issue
 */
/** @typedef {{ name: string, expected: number, came: number | null, text: string }} Created */
/**
 * @typedef {Said & {
 *   left: string, questions: { text: string, can: boolean }[], log: Turn[], issues: Issue[], created: Created[],
 *   debrief: Table | null,
 * }} Picture
 */
/**
 * @typedef {Common<Picture> & {
 *   moves: number[], misheard: number, offered: boolean, seed: number, may_mishear: boolean,
 * }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const move = (/** @type {number} */ place) => send(model, { moves: [...model.get("moves"), place] });
  const table = desk(model, words, move);
  const log = conversation(words, words.say_back, move);
  const beliefs = make("figure", { class: "bp-weighs" });
  const created = make("figure", { class: "bp-weighs bp-created" });
  const debrief = tablePlace(words.debrief);
  const draw = (/** @type {Picture} */ data) => {
    const follows = table.show(data);
    log.show(data.log, follows || log.node.contains(document.activeElement));
    beliefs.replaceChildren(...believed(words, data));
    created.replaceChildren(...creating(words, data));
    debrief.node.hidden = !data.debrief;
    if (data.debrief) debrief.show({ title: words.debrief, ...data.debrief });
  };
  const summary = make("div", { class: "bp-says" }); // above the bars, so that it is seen while asking
  const picture = make("div", {}, log.node, summary, beliefs);
  scene({ model, el, signal }, { controls: table.node, picture, draw, summary, below: [created, debrief.node] });
}

/**
 * The questions, the offer and the next conversation; show() says whether a question has just been asked by button.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(place: number) => void} move
 */
function desk(model, words, move) {
  const percent = (/** @type {number} */ value) => `${value}\u00a0%`;
  const ears = traitSlider(model, "misheard", { label: words.misheard, shown: percent, colour: "focus" });
  const knobs = make("div", {}, ears.node, make("p", { class: "bp-hint" }, words.sealed));
  const left = make("p", { class: "bp-question" });
  const asks = model.get("picture").questions.map(({ text }, place) => button(text, () => move(place)));
  const offer = button(words.offer, () => send(model, { offered: true }), { go: true });
  const restart = (/** @type {number} */ seed) => send(model, { moves: [], offered: false, seed });
  const again = button(words.again, () => restart(model.get("seed")));
  const other = button(words.somebody_else, () => restart(model.get("seed") + 1));
  const list = make("div", { class: "bp-asks", role: "group", "aria-label": words.questions }, ...asks);
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  return {
    node: make("fieldset", { class: "bp-knobs" }, legend, knobs, left, list, offer, again, other),
    show(/** @type {Picture} */ { left: sentence, questions }) {
      const [moves, offered, focus] = [model.get("moves"), model.get("offered"), document.activeElement];
      ears.show();
      ears.input.disabled = moves.length > 0 || offered;
      knobs.hidden = !model.get("may_mishear");
      left.textContent = sentence;
      questions.forEach(({ can }, place) => (asks[place].disabled = !can));
      offer.disabled = offered;
      again.disabled = !moves.length && !offered;
      if (focus === offer && offered) again.focus();
      if (focus === again && again.disabled) asks[0].focus();
      return asks.some((ask) => ask === focus);
    },
  };
}

/**
 * How much each issue matters to you, and how much you take it to matter to them.
 * @param {Words} words
 * @param {Picture} picture
 */
function believed(words, { issues, summary }) {
  const most = Math.max(...issues.flatMap(({ you, them, before, truth }) => [you, them, before, truth ?? 0]));
  const at = (/** @type {number} */ value) => `left:${(100 * value) / most}%`;
  const rows = issues.map((issue) => {
    const marks = [];
    if (issue.moved) marks.push(make("i", { class: "bp-before", style: at(issue.before) }));
    if (issue.truth !== null) marks.push(make("i", { class: "bp-truth", style: at(issue.truth) }));
    return make(
      "li",
      {},
      make("div", {}, make("b", {}, issue.name), make("span", { class: "bp-hint" }, ` ${issue.offer_text}`)),
      bar("you", (100 * issue.you) / most, issue.you_text),
      bar("them", (100 * issue.them) / most, issue.them_text, marks),
    );
  });
  return [make("figcaption", {}, words.believed), make("ul", { "aria-label": summary }, ...rows), make("p", { class: "bp-hint" }, words.marks)];
}

/**
 * What three offers create: who assumes, who asks nothing, and yours.
 * @param {Words} words
 * @param {Picture} picture
 */
function creating(words, { created }) {
  const rows = created.map(({ name, expected, came, text }, row) => {
    const marks = came === null ? [] : [make("i", { class: "bp-truth", style: `left:${Math.max(0, came)}%` })];
    return make("li", {}, make("div", {}, name), bar(row < 2 ? "quiet" : "best", expected, text, marks));
  });
  return [make("figcaption", {}, words.created), make("ul", {}, ...rows)];
}

/**
 * @param {string} kind
 * @param {number} percent
 * @param {string} text
 * @param {Node[]} marks
 */
function bar(kind, percent, text, marks = []) {
  const fill = make("div", { class: "bp-fill", style: `width:${percent}%` });
  const track = make("div", { class: "bp-track", "aria-hidden": "true" }, fill, ...marks);
  return make("div", { class: `bp-weigh bp-weigh-${kind}` }, track, make("span", {}, text));
}

export default { render };
