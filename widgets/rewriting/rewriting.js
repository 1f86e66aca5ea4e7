// @ts-check
// Rewriting: sort the parts of a sentence that blames, write an own version, and have it looked at.
import { button, radioGroup } from "../parts/controls.js";
import { make, newId } from "../parts/dom.js";
import { entry, follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { tableTwin } from "../parts/tables.js";
import { fill } from "../parts/sentences.js";
import { written } from "../parts/written.js";

/** @import { Common, Model, Table, View, Words } from "../parts/types.js" */
/**
 * @typedef {{
 *   said: string[], ready: boolean, findings: { mark: string, text: string }[], summary: string, version: string,
 *   table: Table,
 * }} Picture
 */
/**
 * @typedef {Common<Picture> & {
 *   parts: string[], sorted_as: number[], draft: string, text: string, most: number, compared: boolean,
 * }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const parts = model.get("parts").map((text, number) => partToSort(model, words, text, number));
  const wait = make("p", { class: "bp-key" }, words.first_sort);
  const own = ownVersion(model, words, signal);
  const told = whatWasFound(model, words);
  const story = make("p", {}, words.story);
  const heading = make("p", { class: "bp-question" }, words.sort);
  el.append(story, heading, ...parts.map(({ node }) => node), wait, own.node, told.node);
  let before = false; // what was there already is not announced
  const draw = () => {
    const data = model.get("picture");
    const answers = parts.map(({ show }, number) => show(data.said[number])).filter(Boolean);
    wait.hidden = data.ready;
    own.node.hidden = !data.ready;
    own.show();
    const news = told.show(data);
    if (before && (answers.length || news)) page.say([...answers, news].join(" ").trim());
    before = true;
  };
  follow(model, ["picture"], draw, signal);
}

/**
 * One part of the sentence: attack, concern or both? show() returns what is said anew.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {string} text
 * @param {number} number
 */
function partToSort(model, words, text, number) {
  /** @type {[number, string][]} */
  const options = [words.attack, words.concern, words.both].map((place, at) => [at, place]);
  const legend = make("legend", { class: "bp-part" }, text);
  const group = radioGroup({ legend, options, ...entry(model, "sorted_as", number), looks: { room: "bp-places" } });
  const said = make("p", { class: "bp-says" });
  group.node.append(said);
  return {
    node: group.node,
    show(/** @type {string} */ answer) {
      group.show();
      const news = said.textContent === answer ? "" : answer;
      said.textContent = answer;
      return news;
    },
  };
}

/**
 * The place for the learner's own version, which is looked at when they ask for it.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 */
function ownVersion(model, words, signal) {
  const [id, hint] = [newId(), newId()];
  const area = make("textarea", { id, rows: 4, maxlength: model.get("most"), "aria-describedby": hint, input: () => show() });
  const go = button(words.look, () => (draft.now(), send(model, { text: area.value.trim() })), { go: true });
  const changed = make("span", {});
  const about = make("p", { id: hint, class: "bp-key" }, fill(words.write_here, { most: model.get("most") }));
  const label = make("label", { for: id, class: "bp-question" }, words.rewrite);
  const draft = written(area, model, "draft", signal);
  function show() {
    const [now, looked] = [area.value.trim(), model.get("text")];
    go.disabled = !now;
    changed.textContent = looked && now !== looked ? words.changed : "";
  }
  follow(model, ["draft"], show, signal);
  return { node: make("div", { class: "bp-own" }, label, about, area, go, changed), show };
}

/**
 * The four looks at the learner's version, and another version for those who ask; show() returns what is said anew.
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function whatWasFound(model, words) {
  /** @type {Record<string, string>} */
  const marks = { yes: words.mark_yes, no: words.mark_no, judging: words.mark_judging };
  const list = make("ul", { class: "bp-says bp-looks" });
  const summary = make("p", { class: "bp-question" });
  const compare = button(words.compare, () => send(model, { compared: true }));
  const version = make("div", { class: "bp-says" });
  const twin = tableTwin(words.what_it_seeks);
  const honest = make("p", { class: "bp-key" }, words.honest);
  const node = make("div", {}, summary, list, honest, twin.node, compare, version);
  let before = "";
  return {
    node,
    show(/** @type {Picture} */ data) {
      node.hidden = !data.findings.length;
      const lines = data.findings.map(({ mark, text }) => `${marks[mark]} ${text}`);
      summary.textContent = data.summary;
      list.replaceChildren(...lines.map((line) => make("li", {}, line)));
      twin.show(data.table);
      compare.hidden = Boolean(data.version);
      const shown = data.version ? `${words.one_version} ${data.version}` : "";
      version.textContent = shown;
      const now = shown || [data.summary, ...lines].join(" ").trim();
      const news = now === before ? "" : now;
      before = now;
      return news;
    },
  };
}

export default { render };
