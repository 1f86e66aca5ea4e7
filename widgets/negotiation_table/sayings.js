// @ts-check
// What to ask, to tell and to say back in one turn.
import { button } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";
import { choose, numbered } from "./choose.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Draft, Move, Picture, Preview, Traits } from "./negotiation_table.js" */

/** How strength is written in a message. @type {Record<string, string>} */
const STRENGTHS = { most: "most of all", much: "a good deal", little: "a little" };

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(part: Partial<Draft>) => void} write
 */
export function sayings(model, words, write) {
  const says = () => model.get("draft").says;
  const put = (/** @type {Move} */ move) => write({ says: [...says(), move] });
  const making = maker(model, words);
  const add = button(words.add, () => put(making.read()));
  const planned = make("div", {});
  const list = make("ul", { class: "bp-to-say", "aria-label": words.you_will_say });
  const group = make("fieldset", { class: "bp-part" }, make("legend", {}, words.ask_or_tell), planned, making.node, add, list);
  let shown = "";
  return {
    node: group,
    show(/** @type {Picture} */ data, /** @type {Preview} */ preview) {
      const open = data.planned.filter(({ move }) => !says().some((said) => JSON.stringify(said) === JSON.stringify(move)));
      const now = JSON.stringify([open, preview.says]);
      if (now === shown) return;
      shown = now;
      planned.replaceChildren(...open.map(({ move, text }) => button(text, () => (put(move), add.focus()))));
      list.replaceChildren(...preview.says.map((text, at) => saying(text, fill(words.take_back, { text }), () => (write({ says: says().filter((_, other) => other !== at) }), add.focus()))));
    },
    now: () => {},
  };
}

/** A thing that is about to be said, and the button that takes it back. */
function saying(/** @type {string} */ text, /** @type {string} */ label, /** @type {() => void} */ away) {
  const cross = make("button", { type: "button", "aria-label": label, click: away }, "×");
  return make("li", {}, text, " ", cross);
}

/**
 * The lists from which one thing to say is put together; those that it does not need are hidden.
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function maker(model, words) {
  const issues = model.get("issues");
  const kind = choose(words.what_kind, Object.entries(words.kinds), () => show());
  const issue = choose(words.about_issue, numbered(issues.map(({ name }) => name)), () => show());
  const strength = choose(words.how_strongly, Object.entries(words.strengths));
  const option = choose(words.which_option, []);
  const show = () => {
    const [move, what] = parted(kind.select.value);
    issue.node.hidden = what === "most";
    strength.node.hidden = move === "ask" || what !== "importance";
    option.node.hidden = move === "ask" || what !== "wanted";
    option.offer(numbered(issues[Number(issue.select.value)].options));
  };
  show();
  return {
    node: make("div", { class: "bp-making" }, kind.node, issue.node, strength.node, option.node),
    read() {
      const [move, what] = parted(kind.select.value);
      const about = Number(issue.select.value);
      if (move === "ask") return what === "most" ? { move, aspect: what } : { move, aspect: what, issue: about };
      const named = { move: move === "back" ? "say back" : move, issue: about };
      return what === "wanted" ? { ...named, wanted: Number(option.select.value) } : { ...named, importance: STRENGTHS[strength.select.value] };
    },
  };
}

/** A kind of saying as its move and what it is about. */
function parted(/** @type {string} */ kind) {
  const at = kind.indexOf(" ");
  return [kind.slice(0, at), kind.slice(at + 1)];
}
