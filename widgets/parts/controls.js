// @ts-check
// What is pressed and chosen: buttons and radio buttons.
import { make, newId } from "./dom.js";

/** @import { Children, Entry } from "./types.js" */

/**
 * A button that does something at a click; `go` makes it the one to press next.
 * @param {string} text
 * @param {() => unknown} click
 * @param {{ go?: boolean }} [looks]
 */
export function button(text, click, { go = false } = {}) {
  return make("button", { type: "button", class: go ? "bp-go" : "", click }, text);
}

/**
 * A group of radio buttons over one value, under a legend. `options` are [value, …what its label holds]; the looks are
 * the classes of the group, of each label and, where the labels need a room of their own, of that. show() brings the
 * group up to date; `radios` are its buttons.
 * @template Value
 * @param {Entry<Value> & {
 *   legend: HTMLElement,
 *   options: [value: Value, ...held: Children][],
 *   looks?: { group?: string, choice?: string, room?: string },
 * }} group
 */
export function radioGroup({ legend, options, read, write, looks: { group = "", choice = "bp-choice", room = "" } = {} }) {
  const name = newId();
  const radios = options.map(([value]) => make("input", { type: "radio", name, value: String(value), change: () => write(value) }));
  const labels = options.map(([, ...held], at) => make("label", { class: choice }, radios[at], ...held));
  const node = make("fieldset", { class: group || false }, legend, ...(room ? [make("div", { class: room }, ...labels)] : labels));
  const show = () => radios.forEach((radio, at) => (radio.checked = options[at][0] === read()));
  return { node, show, radios };
}
