// @ts-check
// A text that is to be copied to another place, folded away.
import { button } from "./controls.js";
import { make, newId, setText } from "./dom.js";

/** @import { Words } from "./types.js" */

/**
 * A text to copy; `title` is what unfolds it, `label` says what it is for.
 * @param {{ words: Words, title: string, label: string, rows: number }} what
 */
export function copyBox({ words, title, label, rows }) {
  const id = newId();
  const text = make("textarea", { id, readonly: true, rows, spellcheck: "false" });
  const done = make("span", { role: "status" });
  const copy = async () => {
    text.select();
    const copied = navigator.clipboard?.writeText(text.value) ?? Promise.reject(new Error("no clipboard"));
    done.textContent = await copied.then(() => words.copied, () => words.copy_by_hand);
  };
  const caption = make("label", { for: id }, label);
  const node = make("details", {}, make("summary", {}, title), caption, text, button(words.copy, copy), done);
  const show = (/** @type {string} */ now) => {
    if (text.value !== now) text.value = now;
    setText(done, "");
  };
  return { node, show };
}
