// @ts-check
// What is done with a finished map: its links are checked, and it is saved as a picture or copied as text.
import { button } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { copyBox } from "../parts/copy_box.js";
import { saveDrawing } from "../parts/saving.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Attempt, Picture, Traits } from "./map_types.js" */

/** @param {{ model: Model<Traits>, signal: AbortSignal, words: Words, svg: SVGSVGElement }} what */
export function mapActions({ model, signal, words, svg }) {
  const check = button("", () => send(model, { checks: model.get("attempts").length + 1 }), { go: true });
  const said = make("div", { role: "status" });
  const copy = copyBox({ words, title: words.as_text, label: words.text_label, rows: 9 });
  const save = button(words.save, () => saveDrawing(svg, { title: model.get("picture").title, name: "interest-map.svg" }, signal));
  return {
    checks: make("div", {}, check, said),
    files: make("div", {}, copy.node, save),
    show(/** @type {Picture} */ data) {
      check.disabled = data.nodes.length < data.totals.own + data.totals.other;
      check.textContent = check.disabled ? words.hear_first : words.check;
      copy.show(data.text);
      said.replaceChildren(...attempts(model.get("attempts")));
    },
  };
}

/**
 * What came of each attempt, and of the last one in full.
 * @param {Attempt[]} all
 */
function attempts(all) {
  const list = (all.at(-1)?.findings ?? []).map((finding) => make("li", {}, finding));
  const sentences = all.map(({ sentence }) => make("p", { class: "bp-question" }, sentence));
  return all.length ? [make("div", { class: "bp-says" }, ...sentences, make("ul", {}, ...list))] : [];
}
