// @ts-check
// What Python would answer to one move, read from the recording; website/recording.py says how that is written.

/** @import { State } from "./host.js" */

/** @typedef {{ bets: { stored: State, ran: State }[], knobs: Record<string, Record<string, State>> }} Recording */

/**
 * What the recorded widget answers; null where it was not recorded.
 * @param {Recording} recording
 * @param {State} start the state in the beginning
 * @param {State} now the state as it is, with what was sent
 * @param {State} sent
 * @returns {State | null}
 */
export function recorded({ bets, knobs }, start, now, sent) {
  const [name, more] = Object.keys(sent);
  if (more !== undefined) return null;
  if (name === "prediction") return bets[sent.prediction]?.stored ?? null;
  if (name === "ran") return bets[now.prediction]?.ran ?? null;
  if (bets.length && !now.ran) return null;
  const base = { ...start, ...bets[0]?.stored, ...bets[0]?.ran };
  const alone = Object.keys(knobs).every((knob) => knob === name || same(now[knob], base[knob]));
  const changed = alone ? knobs[name]?.[JSON.stringify(sent[name])] : undefined;
  return changed ? { ...before(knobs[name], base), ...changed } : null;
}

/**
 * The knob's own traits as they are in the beginning: another position of it may have changed more than this one.
 * @param {Record<string, State>} positions
 * @param {State} base
 */
function before(positions, base) {
  const names = new Set(Object.values(positions).flatMap(Object.keys));
  return Object.fromEntries([...names].map((name) => [name, base[name]]));
}

/**
 * @param {any} one
 * @param {any} other
 */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
