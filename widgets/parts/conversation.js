// @ts-check
// What was said, turn by turn, each with a button that comes back to it while that may be done.
import { button } from "./controls.js";
import { make } from "./dom.js";

/** @import { Words } from "./types.js" */
/** @typedef {{ you: string, them: string, can: boolean, place: number }} Turn */

/**
 * The turns of a talk; one that has just come can have the focus, as the button that brought it is gone.
 * @param {Words} words
 * @param {string} back what the button of a turn says
 * @param {(place: number) => void} comeBack
 */
export function conversation(words, back, comeBack) {
  const node = make("ol", { class: "bp-talk", "aria-label": words.conversation });
  const turn = (/** @type {Turn} */ { you, them, can, place }) => {
    const buttons = can ? [button(back, () => comeBack(place))] : [];
    const said = [make("p", {}, make("b", {}, words.you_say), " ", you), make("p", { class: "bp-them" }, make("b", {}, words.they_say), " ", them)];
    return make("li", { tabindex: "-1" }, ...said, ...buttons);
  };
  /** @type {Turn[] | undefined} */
  let shown;
  return {
    node,
    show(/** @type {Turn[]} */ log, /** @type {boolean} */ focus) {
      if (JSON.stringify(log) === JSON.stringify(shown)) return; // what has the focus in it keeps it
      const [before, turns] = [shown ?? [], log.map(turn)];
      node.replaceChildren(...(turns.length ? turns : [make("li", { class: "bp-hint" }, words.nothing_said)]));
      const fresh = log.findIndex(({ you, place }, at) => before[at]?.you !== you || before[at]?.place !== place);
      // In the next frame: at once, the focus would lay the whole notebook out before anything is drawn.
      if (focus && log.length > before.length) requestAnimationFrame(() => turns[fresh].focus());
      shown = log;
    },
  };
}
