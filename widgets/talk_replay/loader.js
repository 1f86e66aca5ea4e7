// @ts-check
// Where a kept talk is chosen as a file or pasted, and what is said where it is none.
import { button } from "../parts/controls.js";
import { make, newId } from "../parts/dom.js";
import { send } from "../parts/model.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Traits } from "./talk_replay.js" */

const BYTES_OF_A_LETTER = 4;

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 */
export function loader(model, words) {
  const [chooses, pastes] = [newId(), newId()];
  const refused = make("p", { role: "alert", class: "bp-refused" });
  const refuse = (/** @type {string} */ sentence) => (refused.textContent = sentence);
  const load = (/** @type {string} */ text) => {
    refuse("");
    send(model, { refused: "", given: text }); // unless it was taken back, the same refusal again is no change
  };
  const choose = async () => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    if (file.size > BYTES_OF_A_LETTER * model.get("longest")) refuse(words.too_large);
    else load(await file.text());
  };
  const input = make("input", { id: chooses, type: "file", accept: ".json,application/json", change: choose });
  const area = make("textarea", { id: pastes, rows: 4, spellcheck: "false" });
  const paste = button(words.load_pasted, () => load(area.value));
  const pasted = make("details", { class: "bp-pasted" }, make("summary", {}, words.paste), make("label", { for: pastes }, words.pasted), area, paste);
  const legend = make("legend", {}, words.load);
  const file = make("div", { class: "bp-choose" }, make("label", { for: chooses }, words.file), input);
  return {
    node: make("fieldset", { class: "bp-part" }, legend, file, pasted, refused),
    show: () => refuse(model.get("refused")),
  };
}
