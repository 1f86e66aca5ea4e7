// @ts-check
// An answer's cell in the notebook around a widget: written at the press of a button, and read.
import { button } from "./controls.js";
import { make, newId } from "./dom.js";
import { follow, send } from "./model.js";
import { fill } from "./sentences.js";
import { copyBox } from "./copy_box.js";

/** @import { Place, View, Words } from "./types.js" */

const BETWEEN_LOOKS = 300; // milliseconds
const [LOCKED, NOT_FOUND] = ["locked", "not_found"];

/**
 * Buttons that write the answer into its cell and read it from there, and the answer as text to copy where that cannot
 * be done; without an `answer` only the text. Once the cell is there, what is still open is filled in from it.
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
  const ask = (/** @type {string} */ what) => send(model, { request: { id: (id = newId()), what, source: (seen = textOf(editorOf(el, name))) } });
  const begin = () => timer && editorOf(el, name) && (stopWaiting(), ask("begin"));
  const stopWaiting = () => (clearInterval(timer), (timer = undefined));
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer = name && setInterval(begin, BETWEEN_LOOKS);
  const showReply = () => {
    const reply = model.get("reply");
    if (!id || reply.id !== id) return; // asked by another view of this widget
    id = undefined;
    if (!reply.text) say(reply.says);
    else if (textOf(editorOf(el, name)) !== seen) ask("write"); // somebody typed there meanwhile
    else if (tell(put(reply.text, el, name), reply.says)) ask("written");
  };
  follow(model, ["reply"], showReply, signal);
  const write = button(words.write, () => (stopWaiting(), ask("write")), { go: true });
  const read = button(words.read_cell, () => (editorOf(el, name) ? ask("read") : tell(NOT_FOUND)));
  el.addEventListener("change", () => (said.textContent = ""), { signal });
  signal.addEventListener("abort", stopWaiting);
  return { node: make("div", {}, ...(name ? [write, read, said] : []), copy.node), show: copy.show };
}

/**
 * Write the text into its cell, and return the name of the sentence that tells what came of it.
 * @param {string} text
 * @param {Element} el
 * @param {string} name
 */
function put(text, el, name) {
  const editor = editorOf(el, name);
  if (!editor) return NOT_FOUND;
  if (isLocked(editor)) return LOCKED;
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  const below = el.compareDocumentPosition(editor.dom) & Node.DOCUMENT_POSITION_FOLLOWING;
  return below ? "written_below" : "written_above";
}

/**
 * The editor of the cell that begins with `%%answer NAME`, in the notebook in which the widget stands.
 * @param {Element} el
 * @param {string} name
 */
function editorOf(el, name) {
  const contents = el.closest(".jp-Notebook")?.querySelectorAll(".jp-CodeCell .jp-InputArea .cm-content") ?? [];
  return [...contents].map(viewOf).find((view) => view && answerIn(view) === name);
}

/**
 * CodeMirror's view of its own content; its place has changed from `cmView` to `cmTile`.
 * @param {any} content
 * @returns {any}
 */
const viewOf = ({ cmTile, cmView }) => cmTile?.root?.view ?? cmTile?.view ?? cmView?.view;
/**
 * @param {any} view
 * @returns {string}
 */
const textOf = (view) => view?.state.doc.toString() ?? "";
/** @param {any} view */
const answerIn = (view) => /^\s*%%answer[ \t]+(.*?)\s*(\n|$)/.exec(textOf(view))?.[1];
/**
 * @param {any} view
 * @returns {boolean}
 */
const isLocked = (view) => view.state.readOnly || view.contentDOM.contentEditable === "false";
