// @ts-check
// The options of one issue, to choose from.
import { radioGroup } from "./controls.js";
import { make } from "./dom.js";
import { entry } from "./model.js";

/** @import { Issue, Model } from "./types.js" */

/**
 * Radio buttons for the options of the issue in this row; a choice goes to the trait `choices`. show() takes what each
 * option is worth, in words, and where wanted a mark for each option and a note on the issue.
 * @param {Model<{ choices: number[] }>} model
 * @param {Issue} issue
 * @param {number} row
 */
export function issueOptions(model, { name, question, options }, row) {
  const worths = options.map(() => make("span", { class: "bp-worth" }));
  const signs = options.map(() => make("span", { class: "bp-option-mark" }));
  /** @type {[number, Node][]} */
  const choices = options.map((option, index) => [index, make("span", {}, option, make("br"), worths[index], signs[index])]);
  const aside = make("span", { class: "bp-issue-note" });
  const legend = make("legend", {}, `${name} `, make("span", { class: "bp-asked" }, question), aside);
  const looks = { group: "bp-issue", room: "bp-options", choice: "bp-option" };
  const group = radioGroup({ legend, options: choices, ...entry(model, "choices", row), looks });
  const show = (/** @type {string[]} */ worth, /** @type {string[]} */ marks = [], note = "") => {
    group.show();
    worths.forEach((node, index) => (node.textContent = worth[index]));
    signs.forEach((node, index) => (node.textContent = marks[index] ?? ""));
    aside.textContent = note;
  };
  return { node: group.node, show };
}
