// @ts-check
// Choosing one of several things from a list that opens.
import { make, newId } from "../parts/dom.js";

/**
 * A list with its label; `choices` are [value, text]. `chosen` gets what somebody chose.
 * @param {string} label
 * @param {[value: string, text: string][]} choices
 * @param {(value: string) => void} [chosen]
 */
export function choose(label, choices, chosen = () => {}) {
  const id = newId();
  const select = make("select", { id, change: () => chosen(select.value) });
  const offer = (/** @type {[string, string][]} */ list) =>
    select.replaceChildren(...list.map(([value, text]) => make("option", { value }, text)));
  offer(choices);
  const node = make("div", { class: "bp-choose" }, make("label", { for: id }, label), select);
  return { node, select, offer, show: (/** @type {string} */ value) => (select.value = value) };
}

/** Numbers of a list, as values of choices. */
export const numbered = (/** @type {string[]} */ texts) => texts.map((text, at) => /** @type {[string, string]} */ ([String(at), text]));
