// @ts-check
// Search without a server: the index is small, so each section of it is looked at.

/** @typedef {[title: string, address: string, language: string, text: string]} Section */

const MOST = 30; // sections that are shown
const AROUND = 90; // letters shown before and after the first word that was found
const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [field, list, tally] = [/** @type {HTMLInputElement} */ (by("sought")), by("found"), by("search-says")];
const words = JSON.parse(/** @type {string} */ (by("page").textContent));

/** Without accents, but as long as it was, so that places in it stay. */
const folded = (/** @type {string} */ text) =>
  [...text].map((letter) => letter.normalize("NFD")[0].toLowerCase().padEnd(letter.length)[0]).join("");

/**
 * Where the first of the words stands, or -1 where one of them is missing; a word is found by how it begins.
 * @param {string} text
 * @param {string[]} sought
 */
function place(text, sought) {
  const places = sought.map((word) => ` ${text}`.search(new RegExp(`[^\\p{L}\\p{N}]${word}`, "u")));
  return places.includes(-1) ? -1 : Math.min(...places);
}

/** @param {Section[]} sections */
function search(sections) {
  const sought = folded(field.value).match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = sought.length ? sections.filter((one) => place(folded(`${one[0]} ${one[3]}`), sought) >= 0) : [];
  const named = (/** @type {Section} */ one) => Number(place(folded(one[0]), sought) < 0);
  found.sort((one, other) => named(one) - named(other));
  list.replaceChildren(...found.slice(0, MOST).map((one) => entry(one, sought)));
  const counted = found.length === 1 ? words.one_found : words.many_found.replace("{count}", String(found.length));
  const shown = found.length > MOST ? ` ${words.first_shown.replace("{count}", String(MOST))}` : "";
  tally.textContent = !sought.length ? "" : found.length ? counted + shown : words.none_found;
  history.replaceState(null, "", sought.length ? `?q=${encodeURIComponent(field.value)}` : location.pathname);
}

/**
 * @param {Section} section
 * @param {string[]} sought
 */
function entry([title, address, language, text], sought) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: address, textContent: title });
  const at = Math.max(0, Math.min(...sought.map((word) => place(folded(text), [word])).map((one) => Math.max(one, 0))));
  const [from, to] = [Math.max(0, at - AROUND), at + AROUND];
  const [before, after] = [from ? "… " : "", to < text.length ? " …" : ""];
  const inner = text.slice(from, to).replace(from ? /^\S*\s/ : "", "").replace(after ? /\s\S*$/ : "", "");
  const cut = `${before}${inner}${after}`;
  item.lang = language;
  item.append(link, Object.assign(document.createElement("p"), { textContent: cut }));
  return item;
}

const answer = await fetch(words.index).catch(() => null);
if (answer?.ok) {
  /** @type {Section[]} */
  const sections = await answer.json();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  field.value ||= new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", () => (clearTimeout(soon), (soon = setTimeout(() => search(sections), 250))));
  search(sections);
} else tally.textContent = words.no_index;
document.documentElement.dataset.search = "";

export {};
