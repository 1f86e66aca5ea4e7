// @ts-check
// The negotiation table: the sheet, the conversation, what is on the table, the next message, and what it came to.
import { make } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { composer } from "./composer.js";
import { conversation } from "./conversation.js";
import { debrief } from "./debrief.js";
import { face } from "./face.js";
import { known } from "./known.js";
import { leave } from "./leave.js";
import { onTheTable } from "./on_the_table.js";
import { sheet } from "./sheet.js";

/** @import { Chart, Common, Issue, Plane, Table, View } from "../parts/types.js" */
/** @typedef {{ move: string, issue?: number, aspect?: string, importance?: string, wanted?: number }} Move */
/** @typedef {{ packages: number[][], says: Move[], manner: string }} Draft */
/** @typedef {{ worths: string[], says: string[], sounds: string, reason: string }} Preview */
/** @typedef {{ matter: string[], least: number | null, questions: (Move | null)[], opening: number[] }} Plan */
/** @typedef {{ options: number[], changed: number[], worth: string }} Offered */
/** @typedef {{ own: boolean, says: string[], offers: Offered[], face: string, look: string }} Message */
/**
 * @typedef {{
 *   log: Message[], face: string, look: string, open: Offered[], start: number[], planned: { move: Move, text: string }[],
 *   learnt: { name: string, level: number, sure: string, text: string }[], notes: Record<string, string>,
 *   ended: { findings: string[], plane: Plane, truth: Table, steps: Table, over_time: Chart[], dance: Table, transcript: string, written: string, file: string } | null, earlier: string, summary: string,
 * }} Picture
 */
/**
 * @typedef {Common<Picture> & {
 *   issues: Issue[], worth: number[][], plan: Plan, seated: boolean, said: object[], draft: Draft, typed: string, longest: number,
 *   person: { name: string, role: string, batna: string, floor: number, advice: string, sheet: boolean },
 *   preview: Preview, doing: { do?: string, which?: number },
 * }} Traits
 */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const { name, sheet: prepares } = model.get("person");
  const page = prepare({ model, el, signal }, words);
  let acted = false;
  const act = (/** @type {Traits["doing"]} */ doing) => ((acted = true), send(model, { doing }));
  const plan = sheet(model, words, () => (acted = true));
  const log = conversation(words, model.get("issues"), name);
  const mood = make("div", { class: "bp-mood" });
  const summary = make("p", { class: "bp-says", tabindex: "-1" });
  const open = onTheTable(model, words, act);
  const next = composer(model, words, signal, () => (acted = true));
  const leaving = leave(model, words, act);
  const after = debrief(model, words, signal, act);
  const side = known(model, words);
  const talk = make("div", {}, mood, log.node, summary, open.node, next.node, leaving.node, after.node);
  const seats = make("div", { class: "bp-seats" }, talk, make("div", {}, side.node));
  el.append(...(prepares ? [plan.node] : []), seats);
  const compose = () => next.show(model.get("picture"), model.get("preview"));
  const draw = () => {
    const data = model.get("picture");
    const [talking, over] = [model.get("seated"), Boolean(data.ended)];
    plan.show(data);
    seats.hidden = !talking;
    if (!talking) return;
    mood.replaceChildren(face(data.face, data.look), make("span", { "aria-hidden": "true" }, data.look));
    log.show(data.log);
    summary.textContent = data.summary;
    for (const { node } of [open, next, leaving]) node.hidden = over;
    for (const part of [open, leaving, after, side]) part.show(data);
    if (!over) page.say(data.summary);
    if (acted) (over ? summary : log.node).focus();
    acted = false;
  };
  follow(model, ["picture", "seated"], draw, signal);
  follow(model, ["draft", "preview", "picture"], compose, signal);
}

export default { render };
