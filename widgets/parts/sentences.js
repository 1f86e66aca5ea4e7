// Sentences with places for what is put into them.

/** Put the names of `values` into a sentence: fill("{n} more", {n: 3}). */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
