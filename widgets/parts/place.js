// @ts-check
// The widget's place in the page: it keeps keys to itself and says what changed.
import { sleeper } from "./awake.js";
import { make } from "./dom.js";
import { keepShortcutsOut } from "./keys.js";
import { recordFoot } from "./record.js";
import { keepStill } from "./still.js";

/** @import { Common, Place, View, Words } from "./types.js" */

/**
 * Prepare the widget's place: its classes, the language in which a voice reads it, and no key leaves it but the one that
 * saves, until the signal ends it. A sentence says how to wake it where nothing runs any more, and a still is kept of it.
 * The foot comes last, below what the widget puts there now.
 * @param {View<Common<any>>} view
 * @param {Words} words
 * @returns {Place}
 */
export function prepare(view, words) {
  const { el: place, signal } = view;
  place.classList.add(...["biggerpie", view.model.get("scope")].filter(Boolean));
  place.lang = words.language;
  keepShortcutsOut(place, signal);
  const live = make("div", { class: "bp-unseen", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  signal.addEventListener("abort", () => clearTimeout(timer));
  const page = {
    /** Tell a screen reader what changed, once the learner pauses. */
    say(/** @type {string} */ sentence) {
      clearTimeout(timer);
      timer = setTimeout(() => (live.textContent = sentence), 300);
    },
  };
  place.append(sleeper(view, words, page), live);
  keepStill(view);
  queueMicrotask(() => place.append(recordFoot(view, words, page)));
  return page;
}
