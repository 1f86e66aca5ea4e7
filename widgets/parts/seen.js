// @ts-check
// Looking again: what was done on other pages stands in the record.
import { send } from "./model.js";

/** @import { Model } from "./types.js" */

/**
 * Let Python look again whenever the widget comes into view, and whenever the learner comes back to its window, which
 * may have stood beside the other page all the time.
 * @param {Model<any>} model whose trait `looked` counts how often that was
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export function lookWhenSeen(model, place, signal) {
  const look = () => send(model, { looked: model.get("looked") + 1 });
  let seen = true; // it was just drawn
  const watch = new IntersectionObserver(([{ isIntersecting }]) => {
    if (isIntersecting && !seen) look();
    seen = isIntersecting;
  });
  watch.observe(place);
  signal.addEventListener("abort", () => watch.disconnect());
  document.addEventListener("visibilitychange", () => seen && !document.hidden && look(), { signal });
  window.addEventListener("focus", () => seen && look(), { signal });
}
