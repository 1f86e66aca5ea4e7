// @ts-check
// Whether anything runs behind a widget: where nothing does, its controls rest, a sentence says so, a button wakes the page.
import { make } from "./dom.js";
import { hold } from "./hold.js";

/** @import { Common, Place, View, Words } from "./types.js" */

const ENDED = ["restarting", "autorestarting", "terminating", "dead"];

/**
 * The sentence and the button, whose command Jupyter runs. Jupyter tells the widget when its connection ends, but of a
 * kernel that died or was restarted by its server only the kernel itself tells. Elsewhere than in Jupyter nobody tells,
 * and it stays awake.
 * @param {View<Common<any>>} view
 * @param {Words} words
 * @param {Place} page
 */
export function sleeper({ model, el, signal }, words, page) {
  const run = { "data-commandlinker-command": "notebook:run-all-cells" };
  const wake = make("button", { class: "bp-go", ...run, click: () => hold(wake) }, words.wake);
  const node = make("div", { class: "bp-asleep", hidden: true }, make("p", {}, words.asleep), wake);
  const sleep = () => {
    if (!node.hidden) return;
    node.hidden = false;
    wake.hidden = !el.closest(".jp-Notebook");
    page.say(words.asleep);
    if (el.contains(document.activeElement)) wake.focus();
    for (const control of el.querySelectorAll("button, input, select, textarea")) {
      if (control !== wake) control.setAttribute("disabled", "");
    }
  };
  const keepStill = (/** @type {any} */ event) => {
    if (!node.hidden && !event.target.closest(".bp-asleep, summary, a")) event.stopImmediatePropagation();
  };
  for (const touched of ["pointerdown", "mousedown", "click", "keydown"]) {
    el.addEventListener(touched, keepStill, { capture: true, signal });
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => el.closest(".jupyter-widgets-disconnected") && sleep();
  const lookSoon = () => (timer = setTimeout(look));
  const changed = (/** @type {any} */ _, status = "dead") => ENDED.includes(status) && sleep();
  const { statusChanged, disposed } = model.widget_manager?.kernel ?? {};
  model.on("comm_live_update", lookSoon);
  for (const told of [statusChanged, disposed]) told?.connect(changed);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    model.off("comm_live_update", lookSoon);
    for (const told of [statusChanged, disposed]) told?.disconnect(changed);
  });
  lookSoon();
  return node;
}
