// @ts-check
// The cells of an exercise's page: text fields for answers, checks below them, and the way to another case.
import { say, tellAll, words } from "./running.js";

/** @import { Ask } from "./running.js" */

const PAUSE = 400; // milliseconds after the last letter until an answer is read

/**
 * Fill in what was answered before, and let everything be used from now on.
 * @param {{ shown: Record<string, string>, texts: Record<string, string>, number: number, earlier: string }} begun
 * @param {Ask} ask
 */
export function offerAnswers({ shown, texts, number, earlier }, ask) {
  for (const [cell, html] of Object.entries(shown)) show(cell, html);
  for (const field of all("textarea[data-cell]")) answerIn(/** @type {HTMLTextAreaElement} */ (field), texts, ask);
  for (const place of all("[data-test-of]")) testIn(place, ask);
  by("earlier").hidden = !earlier;
  /** @type {HTMLElement} */ (by("earlier").lastElementChild).textContent = earlier;
  const another = /** @type {HTMLButtonElement | null} */ (document.getElementById("another"));
  if (!another) return;
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

const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

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
 * @param {HTMLTextAreaElement & { cell?: import("../../widgets/parts/types.js").Cell }} field
 * @param {Record<string, string>} texts
 * @param {Ask} ask
 */
function answerIn(field, texts, ask) {
  const cell = /** @type {string} */ (field.dataset.cell);
  const first = field.dataset.answer ? `%%answer ${field.dataset.answer}\n` : "";
  const read = () => ask("write", cell, field.value);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const later = () => (clearTimeout(soon), (soon = setTimeout(read, PAUSE)));
  const early = field.dataset.written ? field.value : ""; // written before Python came
  field.value = [texts[cell], early].filter((text, at, both) => text && !(at && both[0]?.includes(text))).join("\n\n");
  if (early) later();
  field.disabled = false;
  field.addEventListener("input", later);
  field.addEventListener("change", () => (clearTimeout(soon), read()));
  field.cell = cellOf(field, first, later, async () => (clearTimeout(soon), Boolean(await read())));
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} first the line above the field's text
 * @param {() => void} changed
 * @param {() => Promise<boolean>} run
 * @returns {import("../../widgets/parts/types.js").Cell}
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
    const here = /** @type {any} */ (field);
    here.cell = cellOf(here, "", () => {}, async () => false);
  }
}

/**
 * The check below an answer.
 * @param {HTMLElement & { cell?: import("../../widgets/parts/types.js").Cell }} place
 * @param {Ask} ask
 */
function testIn(place, ask) {
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  const checked = /** @type {HTMLElement} */ (place.querySelector(".checked"));
  const run = async () => {
    for (const field of all("textarea[data-answer]")) await /** @type {any} */ (field).cell.run();
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
