// @ts-check
// The case editor: the text, all that is wrong with it, and once it is whole, what the case is like.
import { button } from "../parts/controls.js";
import { make, newId, whenChanged } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { payoffPlane } from "../parts/plane.js";
import { saveFile } from "../parts/saving.js";
import { fill } from "../parts/sentences.js";
import { tablePlace } from "../parts/tables.js";
import { written } from "../parts/written.js";

/** @import { Common, Plane, Table, View, Words } from "../parts/types.js" */
/** @typedef {{ checks: string[], hard: string, plane: Plane, parties: string[], table: Table, file: string }} Sound */
/** @typedef {{ says: string, line: number | null }} Problem */
/** @typedef {{ problems: Problem[], summary: string, sound: Sound | null }} Picture */
/** @typedef {Common<Picture> & { text: string, doing: string, longest: number }} Traits */

const ROWS = 18;

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const [id, hint] = [newId(), newId()];
  const area = make("textarea", { id, class: "bp-case-text", rows: ROWS, maxlength: model.get("longest"), spellcheck: "false", "aria-describedby": hint });
  const typed = written(area, model, "text", signal);
  const add = button(words.add_issue, () => (typed.now(), send(model, { doing: "issue" })));
  const save = button(words.save, () => saveFile(`${model.get("picture").sound?.file}.toml`, "application/toml", model.get("text"), signal));
  const summary = make("p", { class: "bp-says" });
  const problems = make("ul", { class: "bp-to-mend", "aria-label": words.to_mend });
  const like = whatItIsLike(words, signal);
  const help = make("p", { id: hint, class: "bp-hint" }, fill(words.help, { most: model.get("longest").toLocaleString(words.language) }));
  const saving = make("p", { class: "bp-hint" }, words.save_hint);
  el.append(make("label", { for: id }, words.your_case), area, help, add, summary, problems, like.node, save, saving);
  const draw = () => {
    const { problems: wrong, summary: told, sound } = model.get("picture");
    summary.textContent = told;
    problems.hidden = !wrong.length;
    problems.replaceChildren(...wrong.map(({ says, line }) => make("li", {}, ...(line ? [toLine(line, words, area), " "] : []), says)));
    like.node.hidden = !sound;
    save.hidden = saving.hidden = !sound;
    if (sound) like.show(sound);
    page.say([told, wrong[0]?.says].join(" "));
  };
  follow(model, ["picture"], draw, signal);
}

/**
 * A button that goes to a line of the text and selects it.
 * @param {number} line from 1
 * @param {Words} words
 * @param {HTMLTextAreaElement} area
 */
function toLine(line, words, area) {
  return button(fill(words.line, { line }), () => {
    const lines = area.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    area.scrollTop = (area.scrollHeight * (line - 1)) / lines.length - area.clientHeight / 2;
  });
}

/**
 * What a case is like: its checks, how hard it is, its payoff plane and its issues.
 * @param {Words} words
 * @param {AbortSignal} signal
 */
function whatItIsLike(words, signal) {
  const checks = make("ul", { class: "bp-case-checks", "aria-label": words.checks });
  const hard = make("p", {});
  const room = make("div", {});
  const kinds = tablePlace(words.kinds);
  let plane = payoffPlane(words, signal);
  const name = whenChanged((/** @type {string} */ first, /** @type {string} */ second) => {
    const [axis_you, axis_them] = [first, second].map((party) => fill(words.axis_of, { party }));
    const [floor_you, floor_them] = [first, second].map((party) => fill(words.floor_of, { party }));
    plane = payoffPlane({ ...words, axis_you, axis_them, floor_you, floor_them }, signal);
    room.replaceChildren(plane.node);
  });
  return {
    node: make("div", {}, checks, hard, room, kinds.node),
    show: whenChanged((/** @type {Sound} */ sound) => {
      checks.replaceChildren(...sound.checks.map((text) => make("li", {}, text)));
      hard.textContent = sound.hard;
      name(sound.parties[0], sound.parties[1]);
      plane.draw(sound.plane);
      kinds.show(sound.table);
    }),
  };
}

export default { render };
