// @ts-check
// The idea pad: own ideas in own words, with prompts; nothing can be judged until the inventing is done.
import { button } from "../parts/controls.js";
import { make, newId } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { fill } from "../parts/sentences.js";
import { written } from "../parts/written.js";

/** @import { Common, Model, Place, View, Words } from "../parts/types.js" */
/**
 * @typedef {Common<{}> & {
 *   prompts: Record<string, string>[], prompt: number, target: number, most: number, longest: number,
 *   ideas: string[], draft: string, kept: number[], done: boolean,
 * }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const prompts = promptBox(model, words, page);
  const entry = entryBox(model, words, signal);
  const list = make("ol", { class: "bp-ideas" });
  const count = make("p", {});
  let pressed = false; // the button that was pressed goes
  const turn = (/** @type {boolean} */ over) => {
    pressed = true;
    send(model, { done: over });
  };
  const done = button(words.done, () => turn(true), { go: true });
  const goOn = button(words.go_on, () => turn(false));
  const judge = make("p", { class: "bp-question" }, words.judge);
  const inventing = make("div", {}, prompts.node, entry.node);
  el.append(inventing, judge, list, count, done, goOn);
  const show = () => {
    const [ideas, over] = [model.get("ideas"), model.get("done")];
    inventing.hidden = done.hidden = over;
    judge.hidden = goOn.hidden = !over;
    done.disabled = !ideas.length;
    prompts.show();
    entry.show();
    showIdeas(model, words, list, entry.input);
    count.textContent = countSentence(model, words);
    page.say(count.textContent);
    if (pressed) (over ? goOn : entry.input).focus();
    pressed = false;
  };
  follow(model, ["ideas", "done", "kept", "prompt"], show, signal);
}

/**
 * One prompt at a time; the button goes round the five.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {Place} page
 */
function promptBox(model, words, page) {
  const text = make("p", { class: "bp-says" });
  const sentence = () => (model.get("prompt") < 0 ? "" : fill(words.prompt, model.get("prompts")[model.get("prompt")]));
  const next = () => {
    send(model, { prompt: (model.get("prompt") + 1) % model.get("prompts").length });
    page.say(sentence());
  };
  const ask = button(words.ask, next);
  const show = () => {
    text.textContent = sentence();
    ask.textContent = model.get("prompt") < 0 ? words.ask : words.another_prompt;
  };
  return { node: make("div", {}, ask, text), show };
}

/**
 * A line to write in; Enter or the button writes the idea down.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 */
function entryBox(model, words, signal) {
  const id = newId();
  const input = make("input", { id, type: "text", maxlength: model.get("longest"), autocomplete: "off" });
  const add = () => {
    const [text, ideas] = [input.value.trim(), model.get("ideas")];
    if (ideas.length >= model.get("most")) return; // what is written stays, until there is room
    if (text) send(model, { ideas: [...ideas, text] });
    draft.clear();
    input.focus();
  };
  const draft = written(input, model, "draft", signal);
  input.addEventListener("keydown", ({ key }) => key === "Enter" && add());
  const press = button(words.add, add);
  const show = () => (press.disabled = model.get("ideas").length >= model.get("most"));
  const line = make("div", { class: "bp-entry" }, input, press);
  return { node: make("div", {}, make("label", { for: id }, words.write), line), input, show };
}

/**
 * The ideas: while inventing each may be removed, afterwards each may be ticked.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {Element} list
 * @param {HTMLElement} input
 */
function showIdeas(model, words, list, input) {
  const [ideas, over, kept] = [model.get("ideas"), model.get("done"), model.get("kept")];
  if (over && list.children.length === ideas.length && list.querySelector("input")) return;
  list.replaceChildren(...ideas.map((idea, at) => make("li", {}, over ? tick(at, idea) : removable(at, idea))));

  /**
   * @param {number} at
   * @param {string} idea
   */
  function removable(at, idea) {
    const remove = button(words.remove, () => {
      send(model, { ideas: ideas.filter((_, other) => other !== at) });
      input.focus();
    });
    remove.setAttribute("aria-label", fill(words.remove_named, { number: at + 1 }));
    return make("span", { class: "bp-idea-line" }, make("span", {}, idea), remove);
  }

  /**
   * @param {number} at
   * @param {string} idea
   */
  function tick(at, idea) {
    const box = make("input", { type: "checkbox", value: at });
    box.checked = kept.includes(at);
    box.addEventListener("change", () => {
      const others = model.get("kept").filter((other) => other !== at);
      send(model, { kept: box.checked ? [...others, at] : others });
    });
    return make("label", { class: "bp-choice" }, box, make("span", {}, idea));
  }
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function countSentence(model, words) {
  const [ideas, kept] = [model.get("ideas"), model.get("kept")];
  const numbers = { count: ideas.length, target: model.get("target"), kept: kept.length };
  if (model.get("done")) return fill(kept.length ? words.kept : words.none_kept, numbers);
  if (!ideas.length) return words.nothing_yet;
  const reached = ideas.length < model.get("target") ? words.count : words.reached;
  return fill(ideas.length < model.get("most") ? reached : words.full, numbers);
}

export default { render };
