// @ts-check
// Saving the learner's record to a file, loading one, and deleting all of it.
import { saveAs } from "./save.js";
import { forgetUnheard } from "./unheard.js";

const RECORD = "my-record.json";

/**
 * @param {ReturnType<typeof import("./kept.js").keptAt>} kept
 * @param {Record<string, string>} words
 * @param {(text: string) => Promise<string>} load gives the name of the sentence that says what is wrong, "" for nothing
 */
export function offerRecord(kept, words, load) {
  const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const say = (/** @type {string} */ sentence) => (by("kept-says").textContent = sentence);
  const chooser = /** @type {HTMLInputElement} */ (by("kept-file"));
  by("kept").hidden = false;
  by("kept-save").onclick = () => {
    const text = kept.latest()[RECORD];
    if (text) saveAs(RECORD, text);
    else say(words.kept_empty);
  };
  by("kept-load").onclick = () => chooser.click();
  chooser.onchange = async () => {
    const file = chooser.files?.[0];
    if (!file) return;
    const fault = await load(await file.text());
    say(words[fault || "kept_loaded"]);
    chooser.value = "";
    if (!fault) location.reload();
  };
  by("kept-delete").onclick = () => {
    if (!confirm(words.kept_sure)) return;
    kept.forget();
    forgetUnheard();
    say(words.kept_deleted);
    location.reload();
  };
}
