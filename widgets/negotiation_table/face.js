// @ts-check
// A face of few lines in five moods; what it shows is said in words, too.
import { make } from "../parts/dom.js";

/**
 * For each mood the lines of brows and mouth.
 * @type {Record<string, string>}
 */
const MOODS = {
  glad: "M10 12q4 -3 8 -1M30 12q-4 -3 -8 -1M12 24q8 9 16 0",
  calm: "M11 12h6M23 12h6M13 26q7 3 14 0",
  wary: "M10 10q4 -3 8 0M23 13h7M14 27h12",
  annoyed: "M10 11l8 3M30 11l-8 3M13 28q7 -4 14 0",
  angry: "M9 9l9 6M31 9l-9 6M12 30q8 -10 16 0z",
};

/**
 * The face of a mood, and its words for who cannot see it.
 * @param {string} mood
 * @param {string} words
 */
export function face(mood, words) {
  const lines = make("path", { d: MOODS[mood], class: "bp-face-lines" });
  const eyes = [14, 26].map((cx) => make("circle", { cx, cy: 18, r: 2, class: "bp-face-eye" }));
  const head = make("circle", { cx: 20, cy: 20, r: 18, class: "bp-face-head" });
  return make("svg", { class: "bp-face", viewBox: "0 0 40 40", role: "img", "aria-label": words }, head, ...eyes, lines);
}
