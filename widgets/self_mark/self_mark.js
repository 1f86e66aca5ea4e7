// @ts-check
// The items of a mark scheme, each judged by the one who wrote, and the total of all parts.
import { radioGroup } from "../parts/controls.js";
import { make, setText } from "../parts/dom.js";
import { entry, follow } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { fill } from "../parts/sentences.js";

/** @import { Common, View } from "../parts/types.js" */
/** @typedef {Common<{ summary: string, total: string }> & { steps: number[][], given: number[] }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const items = model.get("steps").map((steps, at) => {
    const legend = make("legend", {}, fill(words.item, { number: at + 1, most: steps[steps.length - 1] }));
    /** @type {[number, string][]} */
    const options = steps.map((points) => [points, String(points)]);
    return radioGroup({ legend, options, ...entry(model, "given", at), looks: { group: "bp-item", room: "bp-steps" } });
  });
  const summary = make("p", { class: "bp-question" });
  const total = make("p", { class: "bp-says" });
  el.append(make("p", {}, words.how), ...items.map(({ node }) => node), summary, total);
  const show = () => {
    const told = model.get("picture");
    items.forEach((item) => item.show());
    if (summary.textContent !== told.summary || total.textContent !== told.total) page.say(`${told.summary} ${told.total}`);
    setText(summary, told.summary);
    setText(total, told.total);
    total.hidden = !told.total;
  };
  follow(model, ["given", "picture"], show, signal);
}

export default { render };
