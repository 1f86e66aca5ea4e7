// @ts-check
// Sentences with places for what is put into them.

/**
 * Put the names of `values` into a sentence: fill("{n} more", {n: 3}).
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 * @returns {string}
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The text with a capital at its beginning.
 * @param {string} text
 */
export function capital(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
