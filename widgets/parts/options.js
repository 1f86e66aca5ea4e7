// The options of one issue, to choose from.
import { make, newId } from "./dom.js";
import { send } from "./model.js";

/**
 * Radio buttons for the options of the issue in this row; a choice goes to the trait `choices`. show() takes what each
 * option is worth, in words, and where wanted a mark for each option and a note on the issue.
 */
export function issueOptions(model, { name, question, options }, row) {
  const group = newId();
  const choose = (index) => () => {
    send(model, { choices: model.get("choices").map((old, at) => (at === row ? index : old)) });
  };
  const radios = options.map((_, index) => make("input", { type: "radio", name: group, change: choose(index) }));
  const worths = options.map(() => make("span", { class: "bp-worth" }));
  const signs = options.map(() => make("span", { class: "bp-option-mark" }));
  const labels = options.map((option, index) =>
    make("label", { class: "bp-option" }, radios[index], make("span", {}, option, make("br"), worths[index], signs[index])),
  );
  const aside = make("span", { class: "bp-issue-note" });
  const legend = make("legend", {}, `${name} `, make("span", { class: "bp-asked" }, question), aside);
  const show = (worth, marks = [], note = "") => {
    radios.forEach((radio, index) => (radio.checked = model.get("choices")[row] === index));
    worths.forEach((node, index) => (node.textContent = worth[index]));
    signs.forEach((node, index) => (node.textContent = marks[index] ?? ""));
    aside.textContent = note;
  };
  return { node: make("fieldset", { class: "bp-issue" }, legend, make("div", { class: "bp-options" }, ...labels)), show };
}
