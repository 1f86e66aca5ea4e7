// @ts-check
// Keys pressed in a widget stay in it: in a notebook an arrow would leave it, and d pressed twice would delete its cell.

const MARK = "data-lm-suppress-shortcuts"; // Jupyter's own sign for a place that has no shortcuts

/**
 * Whether the learner saves the notebook: the one key that a widget hands on.
 * @param {KeyboardEvent} event
 */
const saves = ({ key, ctrlKey, metaKey }) => (ctrlKey || metaKey) && key.toLowerCase() === "s";

/**
 * Keep all keys in a place but those that save, until the signal ends it. Notebook 7 takes its shortcuts on their way
 * down, where the mark alone holds them off, JupyterLab on their way up.
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export function keepShortcutsOut(place, signal) {
  for (const type of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
    place.addEventListener(type, (event) => saves(event) || event.stopPropagation(), { signal });
  }
  /** @param {KeyboardEvent} event */
  const mark = (event) => {
    const { target } = event;
    if (target instanceof Element && place.contains(target)) target.toggleAttribute(MARK, !saves(event));
  };
  window.addEventListener("keydown", mark, { capture: true, signal });
}
