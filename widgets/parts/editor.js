// @ts-check
// The editors of the cells in the notebook around a widget, and what a cell's own model says of it.

/**
 * CodeMirror's views of the cells of a kind, "Code" or "Markdown", in the notebook in which the widget stands; cells
 * far out of sight have none.
 * @param {Element} el
 * @param {"Code" | "Markdown"} kind
 * @returns {any[]}
 */
export function editors(el, kind) {
  const contents = el.closest(".jp-Notebook")?.querySelectorAll(`.jp-${kind}Cell .jp-InputArea .cm-content`) ?? [];
  return [...contents].map(viewOf).filter(Boolean);
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
export const textOf = (view) => view?.state.doc.toString() ?? "";

/**
 * @param {any} view
 * @returns {boolean}
 */
export const isLocked = (view) => view.state.readOnly || view.contentDOM.contentEditable === "false";

/**
 * The name by which nbgrader knows a cell; it stands in the cell's shared model, to which the editor's text is bound.
 * @param {any} view
 * @returns {string | undefined}
 */
export function gradeId(view) {
  const bound = view.plugins?.find((/** @type {any} */ plugin) => plugin.value?.conf?.ytext);
  return bound?.value.conf.ytext.parent?.get("metadata")?.toJSON?.().nbgrader?.grade_id;
}

/**
 * Let a cell hold this text. Only what differs is changed, so that undo and people who write along keep the rest.
 * @param {any} view
 * @param {string} text
 */
export function putText(view, text) {
  const old = textOf(view);
  let from = 0;
  while (from < Math.min(old.length, text.length) && old[from] === text[from]) from += 1;
  let [to, end] = [old.length, text.length];
  while (Math.min(to, end) > from && old[to - 1] === text[end - 1]) [to, end] = [to - 1, end - 1];
  if (halves(old, from) || halves(text, from)) from -= 1;
  if (halves(old, to) || halves(text, end)) [to, end] = [to + 1, end + 1];
  if (from < to || from < end) view.dispatch({ changes: { from, to, insert: text.slice(from, end) } });
}

/**
 * Whether a place lies within a character that is written as two, as many signs are.
 * @param {string} text
 * @param {number} at
 */
const halves = (text, at) => /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
