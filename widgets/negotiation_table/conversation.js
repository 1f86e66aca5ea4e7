// @ts-check
// The conversation: a log that a screen reader reads as it grows, each message with its name, its face and its packages.
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";
import { face } from "./face.js";

/** @import { Issue, Words } from "../parts/types.js" */
/** @import { Message, Offered } from "./negotiation_table.js" */

/**
 * @param {Words} words
 * @param {Issue[]} issues
 * @param {string} name
 */
export function conversation(words, issues, name) {
  const node = make("div", { class: "bp-log", role: "log", tabindex: "0", "aria-label": words.conversation });
  /** @type {string[]} */
  let shown = [];
  return {
    node,
    show(/** @type {Message[]} */ log) {
      const now = log.map((message) => JSON.stringify(message));
      const goesOn = shown.length > 0 && shown.every((one, at) => one === now[at]);
      const fresh = log.slice(goesOn ? shown.length : 0).map((message) => said(message, words, issues, name));
      if (goesOn) node.append(...fresh);
      else node.replaceChildren(...(log.length ? fresh : [make("p", { class: "bp-hint" }, words.nothing_said)]));
      shown = now;
      if (fresh.length) requestAnimationFrame(() => (node.scrollTop = node.scrollHeight));
    },
  };
}

/**
 * @param {Message} message
 * @param {Words} words
 * @param {Issue[]} issues
 * @param {string} name
 */
function said({ own, says, offers, face: mood, look }, words, issues, name) {
  const who = make("b", {}, own ? words.you_say : name);
  const lines = offers.map((offer, at) => offered(offer, words, issues, offers.length > 1 ? fill(words.offer_n, { n: at + 1 }) : words.offer_line));
  const text = make("div", {}, who, ...says.map((sentence) => make("p", {}, sentence)), ...lines);
  return make("div", { class: `bp-message bp-message-${own ? "you" : "them"}` }, ...(mood ? [face(mood, look)] : []), text);
}

/**
 * A package in a line; what is new in it stands out.
 * @param {Offered} offer
 * @param {Words} words
 * @param {Issue[]} issues
 * @param {string} title
 */
export function offered({ options, changed, worth }, words, issues, title) {
  const parts = issues.map(({ name, options: texts }, row) => {
    const text = `${name}: ${texts[options[row]]}`;
    const mark = make("span", { class: "bp-unseen" }, ` (${words.was_changed})`);
    return make("li", {}, ...(changed.includes(row) ? [make("b", {}, text), mark] : [text]));
  });
  return make("div", { class: "bp-offered" }, make("span", {}, `${title}: ${worth}`), make("ul", {}, ...parts));
}
