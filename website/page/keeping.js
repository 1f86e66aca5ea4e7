// @ts-check
// Storing the record that Python has, beside what other tabs of the site store: no tab overwrites what it hasn't read.

/** @import { Files } from "./kept.js" */

/**
 * @param {ReturnType<typeof import("./kept.js").keptAt>} kept
 * @param {(there: Files) => Promise<unknown>} take brings Python's record together with what is stored
 * @param {(whole: boolean) => void} tell hears whether there was room for everything
 */
export function keeping(kept, take, tell) {
  /** @type {Files} */
  let newest = {};
  let known = kept.read();
  const alone = (/** @type {() => Promise<void>} */ act) =>
    navigator.locks ? navigator.locks.request(kept.prefix, act) : act();
  const meet = async () => {
    for (let there = kept.read(); JSON.stringify(there) !== JSON.stringify(known); there = kept.read()) {
      await take(there);
      known = there;
    }
  };
  const store = async () => {
    await meet();
    tell(kept.write(newest)); // at once after the last look at what is stored
    newest = {};
    known = kept.read();
  };
  return {
    /** What Python has read. */
    known: () => known,
    /** What is stored now, for a Python that is only about to begin and reads it then. */
    given: () => (known = kept.read()),
    /** Note what the record's files hold now; Python tells it in its order. */
    hear: (/** @type {Files} */ files) => void Object.assign(newest, files),
    /** Store what was noted. */
    keep: async () => void (Object.keys(newest).length && (await alone(store))),
    /** Let Python read what other tabs wrote since it began. */
    catchUp: () => alone(store),
    /** Let Python read what another tab wrote and what is stored now, and store what comes of it. */
    follow: (/** @type {Files} */ written) => alone(async () => {
      await take(written);
      await store();
    }),
  };
}
