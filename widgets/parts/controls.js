// @ts-check
// What is pressed, chosen and moved: buttons, radio buttons, sliders.
import { make, newId } from "./dom.js";
import { send } from "./model.js";

/** @import { Children, Entry, Model } from "./types.js" */

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
  const radios = options.map(([value]) => make("input", { type: "radio", name, change: () => write(value) }));
  const labels = options.map(([, ...held], at) => make("label", { class: choice }, radios[at], ...held));
  const node = make("fieldset", { class: group || false }, legend, ...(room ? [make("div", { class: room }, ...labels)] : labels));
  const show = () => radios.forEach((radio, at) => (radio.checked = options[at][0] === read()));
  return { node, show, radios };
}

/**
 * A slider that moves a number of the model within its limits; show() brings it up to date.
 * @template Traits
 * @param {Model<Traits & { limits: any }>} model
 * @param {keyof Traits & string} trait
 * @param {{ label: string, shown?: (value: number) => string, describe?: (value: number) => string, colour?: string }} looks
 */
export function traitSlider(model, trait, { label, shown = String, describe = shown, colour }) {
  const now = () => /** @type {number} */ (model.get(trait));
  const { min = 0, max = min } = model.get("limits")[trait];
  const onInput = (/** @type {number} */ value) => send(model, /** @type {any} */ ({ [trait]: value }));
  const made = slider({ label, value: now(), min, max, shown, describe, onInput, colour });
  return { node: made.node, input: made.input, setMax: made.setMax, show: () => made.show(now()) };
}

/**
 * A slider with its label and its number; `describe` turns the number into words for a screen reader.
 * @param {{
 *   label: string, hidden?: boolean, value: number, min?: number, max: number, onInput: (value: number) => void,
 *   describe?: (value: number) => string, shown?: (value: number) => string, colour?: string,
 * }} what
 */
export function slider({ label, hidden = false, value, min = 0, max, describe = String, shown = String, onInput, colour }) {
  const id = newId();
  const number = make("output", { for: id, "aria-hidden": "true" });
  const input = make("input", { id, type: "range", min, max, step: 1, input: () => onInput(show(Number(input.value))) });
  if (colour) input.style.accentColor = `var(--bp-${colour})`;
  /** @param {number} now */
  function show(now) {
    input.value = String(now);
    number.textContent = shown(now);
    input.setAttribute("aria-valuetext", describe(now));
    return now;
  }
  show(value);
  const caption = make("label", { for: id, class: hidden ? "bp-unseen" : "" }, label);
  const node = make("div", { class: "bp-slider" }, caption, input, number);
  return { node, input, show, setMax: (/** @type {number} */ most) => input.setAttribute("max", String(most)) };
}
