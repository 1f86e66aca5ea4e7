// @ts-check
// What the learner did, kept in this browser: the record's files by their names, in the page's own storage.

/** @typedef {Record<string, string | null>} Files a file's text, or null where there is no such file any more */

/**
 * The storage of a site, which may stand below a path that it has to itself.
 * @param {string} site
 */
export function keptAt(site) {
  const prefix = `biggerpie ${site} `;
  /** @type {Files} */
  let homeless = {}; // for which there was no room
  let isForgotten = false;
  /** @returns {Files} */
  const read = () => {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
      return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), localStorage.getItem(key)]));
    } catch {
      return {}; // the browser lets no page keep anything
    }
  };
  return {
    prefix,
    /** What is stored. */
    read,
    /** What is stored, and what should be. */
    latest: () => ({ ...read(), ...homeless }),
    isWhole: () => !Object.keys(homeless).length,
    /** Store the files, and return whether there was room for them; where there was none, `latest` has them. */
    write(/** @type {Files} */ files) {
      if (isForgotten) return true;
      homeless = { ...homeless, ...files };
      try {
        for (const [name, text] of Object.entries(homeless)) {
          if (text === null) localStorage.removeItem(prefix + name);
          else localStorage.setItem(prefix + name, text);
        }
        homeless = {};
        return true;
      } catch {
        return false;
      }
    },
    /** Forget everything, and whatever Python is still about to say. */
    forget() {
      isForgotten = true;
      homeless = {};
      for (const name of Object.keys(read())) localStorage.removeItem(prefix + name);
    },
    /** Give `react` what another tab wrote; this tab may have written over it by then. */
    follow: (/** @type {(files: Files) => void} */ react) =>
      addEventListener("storage", ({ key, newValue }) => {
        if (key === null || key.startsWith(prefix)) react(key && newValue ? { [key.slice(prefix.length)]: newValue } : {});
      }),
  };
}
