// What is pressed, chosen and moved: buttons, radio buttons, sliders.
import { make, newId } from "./dom.js";
import { send } from "./model.js";

/** A button that does something at a click; `go` makes it the one to press next. */
export function button(text, click, { go = false } = {}) {
  return make("button", { type: "button", class: go ? "bp-go" : "", click }, text);
}

/**
 * A group of radio buttons over one value, under a legend. `options` are [value, …what its label holds]; the looks are
 * the classes of the group, of each label and, where the labels need a room of their own, of that. show() brings the
 * group up to date; `radios` are its buttons.
 */
export function radioGroup({ legend, options, read, write, looks: { group = "", choice = "bp-choice", room = "" } = {} }) {
  const name = newId();
  const radios = options.map(([value]) => make("input", { type: "radio", name, change: () => write(value) }));
  const labels = options.map(([, ...held], at) => make("label", { class: choice }, radios[at], ...held));
  const node = make("fieldset", { class: group || false }, legend, ...(room ? [make("div", { class: room }, ...labels)] : labels));
  const show = () => radios.forEach((radio, at) => (radio.checked = options[at][0] === read()));
  return { node, show, radios };
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
