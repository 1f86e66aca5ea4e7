// What is pressed, chosen and moved: buttons, radio buttons, sliders.
import { make, newId } from "./dom.js";
import { send } from "./model.js";

/** A button that does something at a click; `go` makes it the one to press next. */
export function button(text, click, { go = false } = {}) {
  return make("button", { type: "button", class: go ? "bp-go" : "", click }, text);
}

/** A group of radio buttons over one value; `options` are [value, text], show() brings it up to date. */
export function radioGroup({ label, options, read, write }) {
  const name = newId();
  const radios = options.map(([value]) => make("input", { type: "radio", name, change: () => write(value) }));
  const labels = options.map(([, text], at) => make("label", { class: "bp-choice" }, radios[at], text));
  const node = make("fieldset", {}, make("legend", {}, label), ...labels);
  const show = () => radios.forEach((radio, at) => (radio.checked = options[at][0] === read()));
  return { node, show };
}

/** A slider that moves a number of the model within its limits; show() brings it up to date. */
export function traitSlider(model, trait, { label, shown = String, describe = shown, colour }) {
  const { min = 0, max = min } = model.get("limits")[trait];
  const onInput = (value) => send(model, { [trait]: value });
  const made = slider({ label, value: model.get(trait), min, max, shown, describe, onInput, colour });
  return { node: made.node, setMax: made.setMax, show: () => made.show(model.get(trait)) };
}

/** A slider with its label and its number; `describe` turns the number into words for a screen reader. */
export function slider({ label, hidden = false, value, min = 0, max, describe = String, shown = String, onInput, colour }) {
  const id = newId();
  const number = make("output", { for: id, "aria-hidden": "true" });
  const input = make("input", { id, type: "range", min, max, step: 1, input: () => onInput(show(Number(input.value))) });
  if (colour) input.style.accentColor = `var(--bp-${colour})`;
  function show(now) {
    input.value = now;
    number.textContent = shown(now);
    input.setAttribute("aria-valuetext", describe(now));
    return now;
  }
  show(value);
  const caption = make("label", { for: id, class: hidden ? "bp-unseen" : "" }, label);
  const node = make("div", { class: "bp-slider" }, caption, input, number);
  return { node, show, setMax: (most) => input.setAttribute("max", most) };
}
