// @ts-check
// A still of a simulation, sent to Python whenever the learner pauses, for whoever only opens the notebook later.
import { follow } from "./model.js";

/** @import { Common, View } from "./types.js" */

const [PAUSE, LONGEST] = [1500, 5000]; // milliseconds without a change, and with changes all the time
const LEFT_OUT = ".bp-asleep, .bp-record, .bp-unseen, .bp-told";

/**
 * Send what is to be seen in the widget's place once nothing has changed there for a moment, until the signal ends it.
 * @param {View<Common<any>>} view
 */
export function keepStill({ model, el, signal }) {
  let last = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let since = 0;
  const take = () => {
    timer = undefined;
    if (!model.get("wants_still") || !el.clientWidth || el.querySelector(".bp-asleep:not([hidden])")) return;
    const still = stillOf(el, /** @type {any} */ (model).get("_css"));
    if (still !== last) model.send({ still: (last = still) });
  };
  const soon = () => {
    const now = performance.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    timer = setTimeout(take, Math.min(PAUSE, Math.max(0, since + LONGEST - now)));
  };
  const watch = new MutationObserver(soon);
  watch.observe(el, { subtree: true, childList: true, attributes: true, characterData: true });
  el.addEventListener("input", soon, { signal });
  follow(model, ["wants_still"], soon, signal); // Python may ask for stills after the widget is there
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    watch.disconnect();
  });
}

/**
 * A picture of the place as it looks now, which needs nothing from outside of itself.
 * @param {HTMLElement} el
 * @param {string} css
 */
function stillOf(el, css) {
  const copy = /** @type {HTMLElement} */ (el.cloneNode(true));
  const copies = copy.querySelectorAll("*");
  el.querySelectorAll("*").forEach((node, at) => keepLooks(node, copies[at]));
  copy.querySelectorAll(LEFT_OUT).forEach((node) => node.remove());
  const { width, height } = el.getBoundingClientRect();
  copy.style.cssText = `color-scheme: ${getComputedStyle(el).colorScheme}; width: ${width}px; margin: 0`;
  const looks = document.createElement("style");
  looks.textContent = css.replace(/\s+/g, " ");
  copy.prepend(looks);
  const page = new XMLSerializer().serializeToString(copy);
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><foreignObject width="100%" height="100%">${page}</foreignObject></svg>`;
}

/**
 * Write what stands in a field, and how far a text is scrolled, into the markup of the copy, which takes neither along.
 * @param {any} node
 * @param {any} copy
 */
function keepLooks(node, copy) {
  if (node.localName === "textarea") copy.textContent = node.value;
  else if (node.localName === "select") copy.options[node.selectedIndex]?.setAttribute("selected", "");
  else if (["checkbox", "radio"].includes(node.type)) copy.toggleAttribute("checked", node.checked);
  else if (node.localName === "input") copy.setAttribute("value", node.value);
  else if (node.scrollTop) {
    copy.style.overflow = "hidden";
    for (const child of copy.children) child.style.transform = `translateY(-${node.scrollTop}px)`;
  }
}
