// @ts-check
// What this tab keeps by a key, until it is closed; nothing, in a browser that lets no page keep anything.

/** @returns {any} null where there is nothing that can be read */
export function readInTab(/** @type {string} */ key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value null for nothing
 */
export function keepInTab(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // then it is lost with the page
  }
}
