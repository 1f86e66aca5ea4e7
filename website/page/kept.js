// @ts-check
// What the learner did, kept in this browser: the record's files by their names, in the page's own storage.

/** @typedef {Record<string, string>} Files */

/**
 * The storage of a site, which may stand below a path that it has to itself.
 * @param {string} site
 */
export function keptAt(site) {
  const prefix = `biggerpie ${site} `;
  const names = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return {
    /** @returns {Files} */
    read: () => Object.fromEntries(names().map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? ""])),
    /** Keep the files, and return whether there was room for them. */
    write(/** @type {Files} */ files) {
      try {
        for (const [name, text] of Object.entries(files)) localStorage.setItem(prefix + name, text);
        return true;
      } catch {
        return false;
      }
    },
    forget: () => names().forEach((key) => localStorage.removeItem(key)),
    /** Call `react` where another tab wrote. */
    follow: (/** @type {() => void} */ react) =>
      addEventListener("storage", ({ key }) => (key === null || key.startsWith(prefix)) && react()),
  };
}
