// @ts-check
// My negotiation: rows of a sheet to write in; the whole sheet can be printed on one page.
import { button } from "../parts/controls.js";
import { make, newId } from "../parts/dom.js";
import { follow } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { lookWhenSeen } from "../parts/seen.js";
import { fill } from "../parts/sentences.js";
import { written } from "../parts/written.js";
import { printSheet } from "./print_sheet.js";

/** @import { Common, Model, View, Words } from "../parts/types.js" */
/**
 * @typedef {Common<{}> & { rows: string[], whole: boolean, about: string, longest: number, looked: number } & Record<string, any>} Traits
 */

const REPORT = "happened"; // the first row that is written after the talk

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  prepare({ model, el, signal }, words);
  const [rows, whole] = [model.get("rows"), model.get("whole")];
  const about = make("p", { class: "bp-own-about" });
  const fields = rows.map((row) => rowField(row, model, words, signal));
  if (whole) {
    const report = rows.indexOf(REPORT);
    const part = (/** @type {string} */ name, /** @type {HTMLElement[]} */ nodes) =>
      make("fieldset", { class: "bp-own" }, make("legend", {}, name), ...nodes);
    el.append(part(words.before_the_talk, fields.slice(0, report)), part(words.after_the_talk, fields.slice(report)));
    el.append(button(words.print, () => printSheet(model, words, el, signal)));
  } else {
    el.append(about, make("div", { class: "bp-own" }, ...fields));
  }
  const show = () => {
    about.hidden = !model.get("about");
    about.textContent = fill(words.about, { talk: model.get("about") });
  };
  follow(model, ["about"], show, signal);
  lookWhenSeen(model, el, signal);
}

/**
 * A row: its name, what it asks, and the field to write in.
 * @param {string} row
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 */
function rowField(row, model, words, signal) {
  const [id, asks] = [newId(), newId()];
  const field = make("textarea", { id, rows: 2, maxlength: model.get("longest"), "aria-describedby": asks });
  written(field, model, row, signal);
  const name = make("label", { for: id, class: "bp-question" }, words[row]);
  return make("div", { class: "bp-own-row" }, make("div", {}, name, make("p", { id: asks }, words[`${row}_asks`])), field);
}

export default { render };
