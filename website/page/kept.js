// @ts-check
// What the learner did, kept in this browser: the record's files by their names, in the page's own storage.

/** @typedef {Record<string, string | null>} Files a file's text, or null where there is no such file any more */

/**
 * The storage of a site, which may stand below a path that it has to itself.
 * @param {string} site
 */
export function keptAt(site) {
  const prefix = `biggerpie ${site} `;
  const names = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  /** @type {Files} */
  let homeless = {}; // for which there was no room
  const read = () => {
    try {
      return Object.fromEntries(names().map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? ""]));
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
    forget() {
      homeless = {};
      names().forEach((key) => localStorage.removeItem(key));
    },
    /** Call `react` where another tab wrote. */
    follow: (/** @type {() => void} */ react) =>
      addEventListener("storage", ({ key }) => (key === null || key.startsWith(prefix)) && react()),
  };
}
