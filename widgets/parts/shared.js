// What every widget needs: making elements, keeping keys to itself, saying what changed, betting before running.
import { keepShortcutsOut } from "./keys.js";

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "g", "path", "line", "rect", "text", "circle", "polygon", "defs", "pattern", "title"]);

/** Make an element; a function among the attributes listens to the event of that name. */
export function make(tag, attributes = {}, ...children) {
  const node = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Let a node say this; one that says it already is left alone, so that nothing is laid out again. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Put the names of `values` into a sentence: fill("{n} more", {n: 3}). */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The function, but called again with the same data it does nothing. */
export function whenChanged(draw) {
  let last;
  return (...data) => {
    const now = JSON.stringify(data);
    if (now === last) return;
    last = now;
    draw(...data);
  };
}

let serial = 0;

/** A new id, for a label and what it labels. */
export function newId() {
  serial += 1;
  return `bp-${serial}-${Math.random().toString(36).slice(2, 8)}`;
}

/**
 * Prepare the widget's place: its class, the language in which a voice reads it, and no key leaves it but the one that
 * saves. A sentence says how to wake it where nothing runs any more.
 */
export function prepare(place, words) {
  place.classList.add("biggerpie");
  place.lang = words.language;
  place.append(make("p", { class: "bp-asleep" }, words.asleep));
  const letShortcutsIn = keepShortcutsOut(place);
  const live = make("div", { class: "bp-unseen", role: "status" });
  place.append(live);
  let timer;
  return {
    /** Tell a screen reader what changed, once the learner pauses. */
    say(sentence) {
      clearTimeout(timer);
      timer = setTimeout(() => (live.textContent = sentence), 300);
    },
    stop: () => (clearTimeout(timer), letShortcutsIn()),
  };
}

/** Set traits and send them to Python. */
export function send(model, traits) {
  for (const [name, value] of Object.entries(traits)) model.set(name, value);
  model.save_changes();
}

/** Call `react` now and whenever one of the traits changes; return a function that ends it. */
export function follow(model, traits, react) {
  const events = traits.map((trait) => `change:${trait}`);
  for (const event of events) model.on(event, react);
  react();
  return () => events.forEach((event) => model.off(event, react));
}

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

/** A slider that moves a number of the model; show() brings it up to date. */
export function traitSlider(model, trait, { label, min = 0, max, shown = String, describe = shown, colour }) {
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

/** A table from its caption, column heads and rows; the first cell of a row names it. */
export function dataTable({ title, head, rows }) {
  const cells = ([first, ...rest]) => [
    make("th", { scope: "row" }, first),
    ...rest.map((text) => make("td", {}, text)),
  ];
  return make(
    "table",
    {},
    ...(title ? [make("caption", {}, title)] : []),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...cells(row)))),
  );
}

/** A place for a table that scrolls by keyboard where it is too wide. */
export function tablePlace(name) {
  const node = make("div", { class: "bp-table", tabindex: "0", role: "region", "aria-label": name });
  return { node, show: whenChanged((data) => node.replaceChildren(dataTable(data))) };
}

/** A table twin of a picture, folded away. */
export function tableTwin(title) {
  const place = tablePlace(title);
  return { node: make("details", {}, make("summary", {}, title), place.node), show: place.show };
}

/** A question whose answer is stored before anything runs; the traits are `bet`, `prediction`, `ran`, `verdict`. */
export function bet(model, words, { say }) {
  const { question, choices } = model.get("bet");
  const name = newId();
  const radios = choices.map((text, index) =>
    make("input", { type: "radio", name, value: index, change: () => (store.disabled = model.get("ran")) }),
  );
  const picked = () => radios.findIndex((radio) => radio.checked);
  const store = make("button", { type: "button", disabled: true, click: () => send(model, { prediction: picked() }) });
  const run = make("button", { type: "button", class: "bp-go", click: () => send(model, { ran: true }) });
  store.textContent = words.store;
  run.textContent = words.run;
  const hint = make("p", {});
  const verdict = make("div", { class: "bp-says" });
  const picks = choices.map(() => make("strong", {}));
  const labels = choices.map((text, index) => make("label", { class: "bp-choice" }, radios[index], text, picks[index]));
  const group = make("fieldset", {}, make("legend", {}, question), ...labels);
  const unfollow = follow(model, ["prediction", "ran", "verdict"], () => {
    const [prediction, ran] = [model.get("prediction"), model.get("ran")];
    radios.forEach((radio, index) => {
      if (prediction >= 0) radio.checked = index === prediction;
      radio.disabled = ran;
      picks[index].textContent = ran && index === prediction ? `\u00a0← ${words.your_prediction}` : "";
    });
    store.hidden = run.hidden = ran;
    run.disabled = prediction < 0;
    hint.textContent = ran ? "" : prediction < 0 ? words.bet_first : fill(words.stored, { choice: choices[prediction] });
    verdict.textContent = model.get("verdict");
    if (ran) say(model.get("verdict"));
    else if (prediction >= 0) say(hint.textContent);
  });
  return { node: make("div", {}, group, store, run, hint, verdict), unfollow };
}
