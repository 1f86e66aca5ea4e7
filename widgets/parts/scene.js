// @ts-check
// The page of a simulation: the bet, knobs beside a picture, what the picture says, and its table twin.
import { bet } from "./bet.js";
import { heightKeeper, make } from "./dom.js";
import { follow } from "./model.js";
import { prepare } from "./place.js";
import { tableTwin } from "./tables.js";

/** @import { Common, Said, View } from "./types.js" */

/**
 * Lay a simulation out and keep it up to date with the trait `picture`, which holds `summary`, `table` and what `draw`
 * draws. All but the bet waits until it has run. `below` are nodes between the summary and the table twin; who has put
 * a `summary` node of its own into the picture reads it there. A screen reader is told `says`, or else the summary.
 * @template {Said} Picture
 * @param {View<Common<Picture>>} view
 * @param {{
 *   controls: Node, picture: Node, draw: (data: Picture) => void, below?: Node[], summary?: HTMLElement,
 * }} parts
 */
export function scene({ model, el, signal }, { controls, picture, draw, below = [], summary: own }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  if (model.get("bet").question) el.append(bet(model, words, page, signal));
  const summary = own ?? make("div", { class: "bp-says" });
  const keepHeight = heightKeeper(summary);
  const twin = tableTwin(words.as_table);
  const stage = make("div", { class: "bp-stage" }, controls, make("div", { class: "bp-picture" }, picture));
  const shown = make("div", {}, stage, ...(own ? [] : [summary]), ...below, twin.node);
  el.append(shown);
  const redraw = () => {
    const data = model.get("picture");
    const locked = Boolean(model.get("bet").question) && !model.get("ran");
    shown.hidden = locked || !data.summary; // Run is heard here before Python has drawn
    if (shown.hidden) return;
    draw(data);
    summary.textContent = data.summary;
    keepHeight();
    twin.show(data.table);
    page.say(data.says ?? data.summary);
  };
  follow(model, ["picture", "ran"], redraw, signal);
}
