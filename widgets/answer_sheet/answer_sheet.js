// @ts-check
// An answer sheet: labelled controls for the lines of an answer, and the way into the answer's cell.
import { button } from "../parts/controls.js";
import { make, newId, setText } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { fill } from "../parts/sentences.js";
import { answerCell } from "../parts/answer_cell.js";

/** @import { Model, View, Words } from "../parts/types.js" */
/** @typedef {{ label: string, choices: [value: string, text: string][], number: boolean, longest: number }} Row */
/** @typedef {{ label: string, joined: boolean, rows: Row[] }} Block */
/** @typedef {{ id: string, control: HTMLInputElement | HTMLSelectElement }} Control */
/**
 * @typedef {{
 *   words: Words, blocks: Block[], values: string[][], text: string, answer: string,
 *   picture: { tallies: string[], summary: string, doubts: string[][] },
 * }} Traits
 */

const LONG = 40; // letters of a choice that needs the whole width, and that a list may cut off

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const blocks = model.get("blocks").map((block, place) => blockOf({ model, words, block, place, remove }));
  const summary = make("p", { class: "bp-question" });
  const rows = model.get("text").split("\n").length + 1;
  const cell = answerCell({ model, el, signal, words, page, rows: Math.max(4, rows) });
  // Without a form around them, Chromium lays out the page at each choice to look for controls that it could fill in.
  const looks = { class: "bp-sheet", autocomplete: "off", submit: (/** @type {Event} */ event) => event.preventDefault() };
  el.append(make("form", looks, ...blocks.map(({ node }) => node)), summary, cell.node);

  /** @param {number} place */
  function remove(place) {
    const values = model.get("values");
    const none = values[place].map(() => "");
    send(model, { values: [...values.slice(0, place), ...values.slice(place + 1), none] });
    blocks[place].focus();
  }

  const show = () => {
    const { tallies, summary: remark, doubts } = model.get("picture");
    const values = model.get("values");
    const sentence = [count(words, blocks, values), remark].filter(Boolean).join(" ");
    const open = values.findIndex((said) => !said.some(Boolean));
    const told = blocks.map(({ node, joined, show: tell }, place) => {
      node.hidden = joined && open >= 0 && place > open; // links are shown up to the first empty one
      return tell(values[place], tallies[place], doubts[place]);
    });
    if (summary.textContent !== sentence || told.some(Boolean)) page.say([...told.filter(Boolean), sentence].join(" "));
    setText(summary, sentence);
    cell.show(model.get("text"));
  };
  follow(model, ["values", "text", "picture"], show, signal);
}

/**
 * How much is filled in; rows that make a line together count as one.
 * @param {Words} words
 * @param {{ joined: boolean }[]} blocks
 * @param {string[][]} values
 */
function count(words, [{ joined }], values) {
  const rows = joined ? values.map((said) => said.every(Boolean)) : values.flat();
  return fill(joined ? words.joined : words.filled, { filled: rows.filter(Boolean).length, rows: rows.length });
}

/**
 * The controls of a block; show() returns what is new to tell of it.
 * @param {{ model: Model<Traits>, words: Words, block: Block, place: number, remove: (place: number) => void }} what
 */
function blockOf({ model, words, block, place, remove }) {
  const change = (/** @type {number} */ row, /** @type {string} */ value) => {
    const changed = (/** @type {string} */ old, /** @type {number} */ at) => (at === row ? value : old);
    send(model, { values: model.get("values").map((values, at) => (at === place ? values.map(changed) : values)) });
  };
  const controls = block.rows.map((row, at) => (row.choices.length ? choice : entry)(row, words, (value) => change(at, value)));
  const tally = make("p", { class: "bp-tally" });
  const clear = button(fill(words.remove, { number: place + 1 }), () => remove(place));
  const fulls = controls.map(() => make("p", { class: "bp-full", id: newId() }));
  const lines = controls.map(({ id, control }, at) => {
    return make("div", { class: "bp-line" }, make("label", { for: id }, block.rows[at].label), control, fulls[at]);
  });
  const legend = block.label ? [make("legend", {}, block.label)] : [];
  const long = block.rows.some(({ choices }) => choices.some(([, text]) => text.length > LONG));
  const looks = { class: `bp-block${long ? " bp-long" : ""}` };
  const node = make(block.label ? "fieldset" : "div", looks, ...legend, ...lines, tally, ...(block.joined ? [clear] : []));
  const show = (/** @type {string[]} */ values, /** @type {string} */ sentence, /** @type {string[]} */ doubts) => {
    const fresh = doubts.filter((doubt, at) => doubt && fulls[at].textContent !== doubt);
    controls.forEach(({ control }, at) => {
      if (control.value !== values[at]) control.value = values[at];
      const [, text] = block.rows[at].choices.find(([value]) => value === values[at]) ?? ["", ""];
      setText(fulls[at], doubts[at] || (text.length > LONG ? text : ""));
      if (block.rows[at].number) describe(control, fulls[at].id, Boolean(doubts[at]));
    });
    clear.hidden = !values.some(Boolean);
    const told = tally.textContent === sentence ? [] : [[block.label, sentence].filter(Boolean).join(": ")];
    setText(tally, sentence);
    return [...fresh, ...told].join(" ");
  };
  return { node, joined: block.joined, show, focus: () => controls[0].control.focus() };
}

/**
 * Tie a control to the sentence that says what is wrong with what stands in it.
 * @param {Element} control
 * @param {string} id
 * @param {boolean} wrong
 */
function describe(control, id, wrong) {
  control.setAttribute("aria-invalid", String(wrong));
  if (wrong) control.setAttribute("aria-describedby", id);
  else control.removeAttribute("aria-describedby");
}

/**
 * A list to choose from.
 * @param {Row} row
 * @param {Words} words
 * @param {(value: string) => void} write
 * @returns {Control}
 */
function choice({ choices }, words, write) {
  const id = newId();
  const options = [["", words.open_choice], ...choices].map(([value, text]) => make("option", { value }, text));
  const control = make("select", { id, change: () => write(control.value) }, ...options);
  return { id, control };
}

/**
 * A place for a number or a few words. A number is typed as text: a control for numbers drops what it does not know, a
 * comma or a percent sign, without a word.
 * @param {Row} row
 * @param {Words} _
 * @param {(value: string) => void} write
 * @returns {Control}
 */
function entry({ longest }, _, write) {
  const id = newId();
  const control = make("input", { id, type: "text", maxlength: longest, change: () => write(control.value) });
  return { id, control };
}

export default { render };
