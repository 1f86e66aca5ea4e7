// @ts-check
// The cells around a widget that hold an answer: of a notebook in Jupyter, or of the site's page of an exercise.
import { editors, gradeId, isLocked, putText, textOf } from "./editor.js";
import { run, shown } from "./run_cell.js";

/** @import { Cell } from "./types.js" */

const CHECK = /^check(_\w+)?\(/;

/**
 * The cell of the answer with this name.
 * @param {Element} el
 * @param {string} name
 * @returns {Cell | undefined}
 */
export const answerCellOf = (el, name) => onPage(el, `[data-answer="${name}"]`) ?? inNotebook(editorOf(el, name));

/**
 * The test cell that follows the answer's, and begins with the check of an answer.
 * @param {Element} el
 * @param {string} name
 * @returns {Cell | undefined}
 */
export function testCellOf(el, name) {
  const all = editors(el, "Code");
  const test = all[all.indexOf(editorOf(el, name)) + 1];
  return onPage(el, `[data-test-of="${name}"]`) ?? (CHECK.test(textOf(test)) ? inNotebook(test) : undefined);
}

/**
 * The cell of a written answer, by the name that nbgrader knows it by.
 * @param {Element} el
 * @param {string} name
 * @returns {Cell | undefined}
 */
export function writtenCellOf(el, name) {
  return onPage(el, `[data-written="${name}"]`) ?? inNotebook(editors(el, "Markdown").find((one) => gradeId(one) === name));
}

/**
 * The page of an exercise keeps at its own cells what a widget may do with them.
 * @param {Element} el
 * @param {string} selector
 * @returns {Cell | undefined}
 */
const onPage = (el, selector) => /** @type {any} */ (el.closest("[data-exercise]")?.querySelector(selector))?.cell;

/**
 * @param {any} editor CodeMirror's view of the cell
 * @returns {Cell | undefined}
 */
function inNotebook(editor) {
  return editor && {
    node: editor.dom.closest(".jp-Cell") ?? editor.dom,
    text: () => textOf(editor),
    put: (/** @type {string} */ text) => putText(editor, text),
    isLocked: () => isLocked(editor),
    run: () => run(editor),
    shown: () => shown(editor),
  };
}

/**
 * The editor of the cell that begins with `%%answer NAME`, in the notebook in which the widget stands.
 * @param {Element} el
 * @param {string} name
 */
const editorOf = (el, name) => editors(el, "Code").find((view) => answerIn(view) === name);

/** @param {any} view */
const answerIn = (view) => /^\s*%%answer[ \t]+(.*?)\s*(\n|$)/.exec(textOf(view))?.[1];
