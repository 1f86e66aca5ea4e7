// @ts-check
// An answer's cell in the notebook around a widget: what a form holds is kept there, and checked at the press of a button.
import { answerCellOf, testCellOf } from "./cells.js";
import { button } from "./controls.js";
import { make, newId } from "./dom.js";
import { follow, send } from "./model.js";
import { fill } from "./sentences.js";
import { copyBox } from "./copy_box.js";

/** @import { Place, View, Words } from "./types.js" */

const BETWEEN_LOOKS = 300; // milliseconds
const PAUSE = 800; // milliseconds after a choice until it stands in the cell, too
const LONGEST_SAID = 400; // letters of a check that a screen reader is told
const [LOCKED, NOT_FOUND] = ["locked", "not_found"];

/**
 * Buttons that write the answer into its cell and read it from there, and the answer as text to copy where that cannot
 * be done. What was written is run, with the check below it, unless it was only to be kept, as it is whenever something
 * was chosen or typed: who leaves without a press loses nothing. Without an `answer` only the text. Once the cell is
 * there, what is still open is filled in from it.
 * @param {View<any> & { words: Words, page: Place, rows: number }} what
 */
export function answerCell({ model, el, signal, words, page, rows }) {
  const name = model.get("answer");
  const copy = copyBox({ words, title: words.as_answer, label: words.answer_label, rows });
  const said = make("p", { class: "bp-says" });
  const say = (/** @type {string} */ sentence) => sentence && page.say((said.textContent = sentence));
  const tell = (/** @type {string} */ outcome, more = "") => {
    const written = outcome !== LOCKED && outcome !== NOT_FOUND;
    say([fill(words[outcome], { name }), more].filter(Boolean).join(" "));
    copy.node.open ||= !written;
    return written;
  };
  /** @type {string | undefined} */
  let id;
  let seen = ""; // what stood in the cell when it was last asked about
  let checks = true; // whether what is written is run, with the check below it
  const textThere = () => answerCellOf(el, name)?.text() ?? "";
  const ask = (/** @type {string} */ what) => send(model, { request: { id: (id = newId()), what, source: (seen = textThere()) } });
  const begin = () => timer && answerCellOf(el, name) && (stopWaiting(), ask("begin"));
  const stopWaiting = () => (clearInterval(timer), (timer = undefined));
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer = name && setInterval(begin, BETWEEN_LOOKS);
  const showReply = () => {
    const reply = model.get("reply");
    if (!id || reply.id !== id) return; // asked by another view of this widget
    id = undefined;
    if (reply.blank) (put(reply.blank, el, name), ask("written"), say(reply.says));
    else if (!reply.text) say(reply.says);
    else if (textThere() !== seen) ask("write"); // somebody typed there meanwhile
    else wrote(put(reply.text, el, name), reply.says);
  };
  const wrote = (/** @type {string} */ outcome, /** @type {string} */ more) => {
    if (!checks && outcome.startsWith("written")) (ask("written"), (said.textContent = more));
    else if (tell(outcome, more)) (ask("written"), check(more));
  };
  /** Run the cell and its check, as long as nobody went elsewhere; where Jupyter does not hear it, it is left to do. */
  const check = async (/** @type {string} */ more) => {
    const test = testCellOf(el, name);
    const ran = (await answerCellOf(el, name)?.run()) && (await test?.run());
    // Running in a notebook takes the focus along; who went on in the form meanwhile keeps it.
    if (el.closest(".jp-Notebook") && !el.contains(document.activeElement)) write.focus({ preventScroll: true });
    if (!test || !ran) return;
    test.node.scrollIntoView({ block: "nearest" });
    said.textContent = [words.checked, more].filter(Boolean).join(" ");
    page.say(`${said.textContent} ${(await test.shown()).slice(0, LONGEST_SAID)}`);
  };
  follow(model, ["reply"], showReply, signal);
  let emptied = model.get("emptied");
  const empty = () => emptied !== model.get("emptied") && ((emptied = model.get("emptied")), stop(), ask("empty"));
  follow(model, ["emptied"], empty, signal);
  const putDown = (/** @type {boolean} */ checked) => (stop(), (checks = checked), ask("write"));
  const write = button(words.write, () => putDown(true), { go: true });
  const read = button(words.read_cell, () => (answerCellOf(el, name) ? ask("read") : tell(NOT_FOUND)));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  const stop = () => (stopWaiting(), clearTimeout(later));
  const keep = () => answerCellOf(el, name)?.isLocked() === false && putDown(false);
  const changed = () => ((said.textContent = ""), clearTimeout(later), (later = name && setTimeout(keep, PAUSE)));
  el.addEventListener("change", changed, { signal });
  signal.addEventListener("abort", stop);
  return { node: make("div", {}, ...(name ? [write, read, said] : []), copy.node), show: copy.show, keep: () => name && putDown(false) };
}

/**
 * Write the text into its cell, and return the name of the sentence that tells what came of it.
 * @param {string} text
 * @param {Element} el
 * @param {string} name
 */
function put(text, el, name) {
  const cell = answerCellOf(el, name);
  if (!cell) return NOT_FOUND;
  if (cell.isLocked()) return LOCKED;
  cell.put(text);
  const below = el.compareDocumentPosition(cell.node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return below ? "written_below" : "written_above";
}
