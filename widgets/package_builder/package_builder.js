// @ts-check
// The package builder: one option for every issue, what that is worth to you and, where allowed, to the other side.
import { make } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { tablePlace, tableTwin } from "../parts/tables.js";
import { answerCell } from "../parts/answer_cell.js";
import { issueOptions } from "../parts/options.js";
import { payoffPlane } from "../parts/plane.js";

/** @import { Common, Issue, Model, Plane, Table, View, Words } from "../parts/types.js" */
/** @typedef {{ plane: Plane, findings: string[], losses: Table, table: Table }} Diagnosis */
/**
 * @typedef {{
 *   worth: string[][], total_sentence: string, filled: number, floor: number, complete: boolean, answer: string,
 * } & Partial<Diagnosis>} Picture
 */
/**
 * @typedef {Common<Picture> & {
 *   choices: number[], issues: Issue[], answer: string, may_reveal: boolean, revealed: boolean,
 * }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const options = model.get("issues").map((issue, row) => issueOptions(model, issue, row));
  const total = make("p", { class: "bp-question" });
  const filled = make("div", { class: "bp-bar-fill" });
  const floor = make("div", { class: "bp-bar-floor" });
  const bar = make("div", { class: "bp-bar", "aria-hidden": "true" }, filled, floor);
  const key = make("p", { class: "bp-key" }, words.floor);
  const cell = answerCell({ model, el, signal, words, page, rows: options.length + 1 });
  const told = diagnosis(model, words, signal);
  cell.node.hidden = model.get("may_reveal") && !model.get("answer");
  const choosing = make("div", { class: "bp-choosing" }, ...options.map(({ node }) => node), total, bar, key, told.ask);
  const stage = make("div", { class: "bp-stage" }, choosing, told.plane.node);
  el.append(stage, told.node, cell.node);
  const draw = () => {
    const data = model.get("picture");
    options.forEach(({ show }, row) => show(data.worth[row]));
    total.textContent = data.total_sentence;
    filled.style.width = `${data.filled}%`;
    floor.style.left = `${data.floor}%`;
    cell.show(data.answer);
    stage.classList.toggle("bp-alone", !data.plane);
    told.show(data);
    page.say([data.total_sentence, ...(data.findings ?? [])].join(" "));
  };
  follow(model, ["picture"], draw, signal);
}

/**
 * What the package leaves on the table, shown when the learner asks for it.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 */
function diagnosis(model, words, signal) {
  const ask = make("button", { type: "button", class: "bp-go", click: () => send(model, { revealed: true }) }, words.reveal);
  const hint = make("span", {}, words.settle_first);
  const findings = make("ul", { class: "bp-says" });
  const plane = payoffPlane(words, signal);
  const losses = tablePlace(words.issue_by_issue);
  const twin = tableTwin(words.as_table);
  const shown = make("div", {}, findings, losses.node, twin.node);
  return {
    node: shown,
    ask: make("div", {}, ask, hint),
    plane,
    show(/** @type {Picture} */ data) {
      ask.hidden = !model.get("may_reveal") || Boolean(data.plane);
      ask.disabled = !data.complete;
      hint.hidden = ask.hidden || data.complete;
      shown.hidden = plane.node.hidden = !data.plane;
      if (data.plane) plane.draw(data.plane);
      findings.replaceChildren(...(data.findings ?? []).map((sentence) => make("li", {}, sentence)));
      if (data.losses) losses.show(data.losses);
      if (data.table) twin.show(data.table);
    },
  };
}

export default { render };
