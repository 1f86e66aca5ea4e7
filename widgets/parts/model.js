// @ts-check
// Setting and following the traits that Python holds.

/** @import { Entry, Model } from "./types.js" */

/**
 * Set traits and send them to Python.
 * @template Traits
 * @param {Model<Traits>} model
 * @param {Partial<Traits>} traits
 */
export function send(model, traits) {
  for (const name in traits) model.set(name, /** @type {Traits[typeof name]} */ (traits[name]));
  model.save_changes();
}

/**
 * Read and write one entry of a list that the model holds.
 * @template Traits
 * @param {Model<Traits>} model
 * @param {keyof Traits} trait the name of a list
 * @param {number} index
 * @returns {Entry<any>}
 */
export function entry(model, trait, index) {
  const list = () => /** @type {any[]} */ (model.get(trait));
  return {
    read: () => list()[index],
    write: (value) => send(model, /** @type {any} */ ({ [trait]: list().map((old, at) => (at === index ? value : old)) })),
  };
}

/**
 * Call `react` now and whenever one of the traits changes, until the signal ends it.
 * @template Traits
 * @param {Model<Traits>} model
 * @param {(keyof Traits & string)[]} traits
 * @param {() => void} react
 * @param {AbortSignal} signal
 */
export function follow(model, traits, react, signal) {
  const events = traits.map((trait) => `change:${trait}`);
  for (const event of events) model.on(event, react);
  signal.addEventListener("abort", () => events.forEach((event) => model.off(event, react)));
  react();
}
