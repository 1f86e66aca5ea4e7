// @ts-check
// Where a page stands: loaded again, or gone back to, where the reader was; opened by a link, at what that names.
import { keepInTab, readInTab } from "./in_tab.js";

/** @typedef {{ y: number, heights: number[] }} Left in pixels */

const KEY = `biggerpie stood ${location.pathname}`;
const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
const isAgain = ["reload", "back_forward"].includes(visit?.type);

/**
 * Go where the reader was, in room that is as high as what will be drawn there; and keep where the page is left.
 * @param {HTMLElement[]} nodes which something is written or drawn in
 * @returns {() => void} takes the room back, once that stands there
 */
export function returned(nodes) {
  /** @type {Left | null} */
  const left = isAgain ? readInTab(KEY) : null;
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

/** Put the section that a link named at the window's top, once the page is long enough for that. */
export function showSection() {
  const section = isAgain ? null : document.querySelector(":target");
  const top = section?.getBoundingClientRect().top ?? -1;
  if (top > 0 && top < innerHeight) section?.scrollIntoView(); // else somebody has scrolled on
}
