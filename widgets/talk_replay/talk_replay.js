// @ts-check
// A kept talk: loaded from a file or a text, and gone through again message by message.
import { make } from "../parts/dom.js";
import { follow } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { loader } from "./loader.js";
import { stage } from "./stage.js";

/** @import { Chart, Common, Issue, Plane, Table, View } from "../parts/types.js" */
/** @import { Message } from "../negotiation_table/negotiation_table.js" */
/**
 * @typedef {{
 *   last: number, summary: string, chairs: string[], title: string, name: string, issues: Issue[], at: number, stage: string,
 *   log: Message[], face: string, look: string, note: string, plane: Plane, over_time: Chart[], dance: Table,
 *   findings: string[], seen_from: string,
 * }} Picture
 */
/** @typedef {Common<Picture> & { at: number, side: number, given: string, refused: string, longest: number }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const load = loader(model, words);
  const nothing = make("p", { class: "bp-hint" }, words.nothing_yet);
  const talk = stage(model, words, signal);
  el.append(load.node, nothing, talk.node);
  const draw = () => {
    const data = model.get("picture");
    nothing.hidden = data.last > 0;
    talk.node.hidden = data.last === 0;
    if (!data.last) return;
    talk.show(data);
    page.say(data.summary);
  };
  follow(model, ["picture"], draw, signal);
  follow(model, ["refused"], load.show, signal);
}

export default { render };
