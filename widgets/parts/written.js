// @ts-check
// What somebody is writing: sent while they write, so that it is kept, and never rewritten under their hands.
import { follow, send } from "./model.js";

/** @import { Model } from "./types.js" */

const PAUSE = 300; // milliseconds

/**
 * Let a field and a trait hold the same text. `now` sends at once what was written; `clear` empties both. Whoever
 * comes back to the field, also from another window, goes on with what was written there meanwhile.
 * @template Traits
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {Model<Traits>} model
 * @param {keyof Traits & string} trait
 * @param {AbortSignal} signal
 */
export function written(field, model, trait, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let writing = false;
  const forget = () => (clearTimeout(timer), (timer = undefined));
  const now = () => timer && (forget(), send(model, /** @type {any} */ ({ [trait]: field.value })));
  field.addEventListener("input", () => (forget(), (writing = true), (timer = setTimeout(now, PAUSE))));
  field.addEventListener("change", now);
  field.addEventListener("blur", () => (now(), (writing = false)));
  signal.addEventListener("abort", now);
  const show = () => writing || timer || (field.value = /** @type {any} */ (model.get(trait)));
  follow(model, [trait], show, signal);
  const clear = () => (forget(), (field.value = ""), send(model, /** @type {any} */ ({ [trait]: "" })));
  return { now, clear };
}
