// @ts-check
// The cells of an exercise's page: text fields for answers, checks below them, and the way to another case.
import { tellAll, unheard, words } from "./running.js";
import { alarm, reload, say } from "./saying.js";

/** @import { Ask } from "./running.js" */

const PAUSE = 400; // milliseconds after the last letter until an answer is read

/** @typedef {import("../../widgets/parts/types.js").Cell} Cell */
/** @typedef {HTMLTextAreaElement & { cell?: Cell, known?: string }} Field `known` is what Python has read of it */

/**
 * Fill in what was answered before, and let everything be used from now on.
 * @param {{ shown: Record<string, string>, texts: Record<string, string>, number: number, earlier: string }} begun
 * @param {Ask} ask
 */
export function offerAnswers({ shown, texts, number, earlier }, ask) {
  for (const [cell, html] of Object.entries(shown)) show(cell, html);
  for (const field of fields()) answerIn(field, texts, ask);
  for (const place of all("[data-test-of]")) testIn(place, ask);
  by("earlier").hidden = !earlier;
  /** @type {HTMLElement} */ (by("earlier").lastElementChild).textContent = earlier;
  const another = /** @type {HTMLButtonElement | null} */ (document.getElementById("another"));
  if (!another) return;
  numbered = number;
  by("number").textContent = words.number.replace("{number}", String(number));
  another.disabled = false;
  another.onclick = async () => {
    if (!confirm(words.another_sure)) return;
    if (await ask("another")) {
      scrollTo(0, 0);
      location.reload();
    }
  };
}

let numbered = 0; // the case's number, 0 where there is one case only

/**
 * Show what another tab wrote, except where something else is written here, and stop where it went on to another case.
 * @param {{ texts: Record<string, string>, number: number }} taken
 */
export function takeAnswers({ texts, number }) {
  const isElsewhere = Boolean(numbered) && number !== numbered;
  if (isElsewhere) alarm("elsewhere", words.elsewhere, words.reload, reload);
  for (const field of fields()) {
    const text = texts[/** @type {string} */ (field.dataset.cell)];
    if (isElsewhere) {
      field.disabled = true;
      if (field.cell) field.cell.isLocked = () => true;
    } else if (text !== undefined && text !== field.value && field.value === field.known) {
      field.value = text;
      field.cell?.run();
    }
  }
}

const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
const fields = () => /** @type {Field[]} */ (all("textarea[data-cell]"));

/**
 * Show what a cell of this case shows in place of what the page came with.
 * @param {string} cell
 * @param {string} html
 */
function show(cell, html) {
  const place = document.querySelector(`[data-shows="${cell}"]`) ?? document.querySelector(`[data-cell="${cell}"] .checked`);
  if (place && place.innerHTML !== html) place.innerHTML = html;
}

/**
 * The text field of an answer; forms find the cell that it stands for at the field.
 * @param {Field} field
 * @param {Record<string, string>} texts
 * @param {Ask} ask
 */
function answerIn(field, texts, ask) {
  const cell = /** @type {string} */ (field.dataset.cell);
  const first = field.dataset.answer ? `%%answer ${field.dataset.answer}\n` : "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const read = async () => {
    clearTimeout(soon);
    const text = field.value;
    if (text === field.known) return true;
    if (!(await ask("write", cell, text))) return false;
    field.known = text;
    if (field.value === text) unheard.read(cell);
    return true;
  };
  const later = () => {
    unheard.write(cell, field.value, field.known ?? "");
    clearTimeout(soon);
    soon = setTimeout(read, PAUSE);
  };
  const draft = unheard.draft(cell);
  field.value = draft ? together(draft, texts[cell] ?? "") : (texts[cell] ?? "");
  field.known = texts[cell] ?? "";
  if (draft) later();
  field.disabled = false;
  field.addEventListener("input", later);
  field.addEventListener("change", read);
  field.cell = cellOf(field, first, later, read);
}

/**
 * A draft and what Python has read: the draft alone where it was written on that.
 * @param {import("./unheard.js").Draft} draft
 * @param {string} read
 */
function together({ text, known }, read) {
  return known === read || !read || text.includes(read) ? text : `${read}\n\n${text}`;
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} first the line above the field's text
 * @param {() => void} changed
 * @param {() => Promise<boolean>} run
 * @returns {Cell}
 */
function cellOf(field, first, changed, run) {
  return {
    node: field,
    kept: words.kept_here,
    text: () => first + field.value,
    put: (text) => ((field.value = text.slice(text.startsWith(first) ? first.length : 0)), changed()),
    isLocked: () => false,
    run,
    shown: async () => "",
  };
}

/** Let written answers be written at once; Python reads them when it comes. */
export function offerWriting() {
  for (const field of all("textarea[data-written]")) {
    const [here, cell] = [/** @type {Field} */ (field), field.dataset.cell ?? ""];
    const { text, known } = unheard.draft(cell) ?? { text: "", known: "" };
    here.value = text;
    here.cell = cellOf(here, "", () => unheard.write(cell, here.value, known), async () => false);
  }
}

/**
 * The check below an answer.
 * @param {HTMLElement & { cell?: Cell }} place
 * @param {Ask} ask
 */
function testIn(place, ask) {
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  const checked = /** @type {HTMLElement} */ (place.querySelector(".checked"));
  const run = async () => {
    for (const field of fields()) if (field.dataset.answer) await field.cell?.run();
    const answered = await ask("test", place.dataset.cell);
    if (!answered) return false;
    checked.innerHTML = answered.html;
    tellAll(answered.news);
    say(words.checked);
    return true;
  };
  button.disabled = false;
  button.onclick = run;
  place.cell = {
    node: place,
    text: () => "",
    put: () => {},
    isLocked: () => true,
    run,
    shown: async () => checked.textContent?.replace(/\s+/g, " ").trim() ?? "",
  };
}
