// @ts-check
// Running a cell of the notebook around a widget, by the keys that a person would press in it.

const TO_NOTICE = 2_000; // milliseconds until Jupyter has noticed where the focus is, or which keys were pressed
const TO_RUN = 30_000; // milliseconds for a cell to have run
const BETWEEN_LOOKS = 50; // milliseconds
const KEYS = { key: "Enter", code: "Enter", keyCode: 13, which: 13, ctrlKey: true, bubbles: true, cancelable: true, composed: true };

/**
 * Whether something comes true within a time.
 * @param {() => boolean} holds
 * @param {number} time
 */
async function comes(holds, time) {
  const end = Date.now() + time;
  while (!holds() && Date.now() < end) await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
  return holds();
}

/** @param {any} view */
const promptOf = (view) => view.dom.closest(".jp-Cell")?.querySelector(".jp-InputPrompt")?.textContent ?? "";

/**
 * Run the cell of an editor, and return whether Jupyter began to. Until the notebook is in the mode in which one writes
 * in this cell, the keys would mean something else, so they are not pressed before.
 * @param {any} view
 */
export async function run(view) {
  const cell = view.dom.closest(".jp-Cell");
  if (!cell) return false;
  view.focus();
  const writing = () => Boolean(cell.matches(".jp-mod-active") && cell.closest(".jp-Notebook.jp-mod-editMode"));
  if (!(await comes(writing, TO_NOTICE))) return false;
  const before = promptOf(view);
  view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", KEYS));
  return comes(() => promptOf(view) !== before, TO_NOTICE);
}

/**
 * Wait until a cell that was run has its number, and return what it shows; "" where that takes too long.
 * @param {any} view
 */
export async function shown(view) {
  if (!(await comes(() => /\d/.test(promptOf(view)), TO_RUN))) return "";
  const output = view.dom.closest(".jp-Cell").querySelector(".jp-OutputArea-output");
  return output?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
