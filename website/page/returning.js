// @ts-check
// Where the reader was: a page that is loaded again, or gone back to, stands there again.
import { keepInTab, readInTab } from "./in_tab.js";

/** @typedef {{ y: number, heights: number[] }} Left in pixels */

const KEY = `biggerpie stood ${location.pathname}`;

/**
 * Go where the reader was, in room that is as high as what will be drawn there; and keep where the page is left.
 * @param {HTMLElement[]} nodes which something is written or drawn in
 * @returns {() => void} takes the room back, once that stands there
 */
export function returned(nodes) {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  /** @type {Left | null} */
  const left = ["reload", "back_forward"].includes(visit?.type) ? readInTab(KEY) : null;
  addEventListener("pagehide", () => keepInTab(KEY, { y: scrollY, heights: nodes.map((node) => node.getBoundingClientRect().height) }));
  if (left?.heights?.length !== nodes.length) return () => {};
  history.scrollRestoration = "manual"; // the browser would go there before there is room, and then be moved on
  nodes.forEach(({ style }, at) => (style.minHeight = `${left.heights[at]}px`));
  const go = () => scrollTo({ top: left.y, behavior: "instant" });
  go();
  const reached = scrollY;
  return () => {
    history.scrollRestoration = "auto"; // for links within the page
    nodes.forEach(({ style }) => (style.minHeight = ""));
    if (Math.abs(scrollY - reached) < 2) go(); // where the page was too short before, and nobody has scrolled since
  };
}
