// @ts-check
// A cell that stays where it is on the screen while all cells run: Jupyter goes to the last one then.

/**
 * Hold the cell around a node in its place until somebody does something, or for twenty seconds: so long the outputs
 * above it may take.
 * This function stands in the page's own words, too (widgets/fallback.py), so it uses nothing from outside of it.
 * @param {Element} node
 */
export function hold(node) {
  const page = node.closest(".jp-WindowedPanel-outer, .jp-Notebook");
  const cell = node.closest(".jp-Cell");
  if (!page || !cell) return;
  const place = cell.getBoundingClientRect().top;
  let end = performance.now() + 20000;
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    window.addEventListener(moved, () => (end = 0), { once: true, capture: true });
  }
  const stay = () => {
    page.scrollTop += cell.getBoundingClientRect().top - place;
    if (performance.now() < end) requestAnimationFrame(stay);
  };
  stay();
}
