// Keys in a widget where Jupyter takes them on their way down, as Notebook 7 does: there an arrow would leave the
// widget, and d pressed twice would delete its cell.

const MARK = "data-lm-suppress-shortcuts"; // Jupyter's own sign for a place that has no shortcuts
const saves = ({ key, ctrlKey, metaKey }) => (ctrlKey || metaKey) && key.toLowerCase() === "s";

/** Keep Jupyter's shortcuts out of a place, all but the one that saves; return a function that ends it. */
export function keepShortcutsOut(place) {
  const mark = (event) => place.contains(event.target) && event.target.toggleAttribute(MARK, !saves(event));
  window.addEventListener("keydown", mark, true);
  return () => window.removeEventListener("keydown", mark, true);
}
