// @ts-check
// A question to think about: choose, then read what is said to that choice.
import { bet } from "../parts/bet.js";
import { prepare } from "../parts/place.js";

/** @import { Common, View } from "../parts/types.js" */

/** @param {View<Common<{}>>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  el.append(bet(model, words, page, signal));
}

export default { render };
