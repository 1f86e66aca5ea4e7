// @ts-check
// A slider that moves a number.
import { make, newId } from "./dom.js";
import { send } from "./model.js";

/** @import { Model } from "./types.js" */

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
