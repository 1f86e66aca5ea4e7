// @ts-check
// What Python has not heard yet, kept in this tab until it has: Python may stop, or the page be loaded again, before.
import { keepInTab, readInTab } from "./in_tab.js";

/** @typedef {{ place: number, sent: Record<string, any> }} Move */
/** @typedef {{ text: string, known: string }} Draft what stands in a field, and what stood there when it was begun */

const NAMED = "biggerpie unheard ";
const TRIES = 2; // moves that stop Python every time are given up

/** Forget what Python has not heard of any page, since all is deleted. */
export function forgetUnheard() {
  Object.keys(sessionStorage).filter((key) => key.startsWith(NAMED)).forEach((key) => sessionStorage.removeItem(key));
}

/** @param {string} page */
export function unheardAt(page) {
  const key = NAMED + page;
  /** @type {{ moves: Move[], drafts: Record<string, Draft>, tries: number }} */
  const here = { moves: [], drafts: {}, tries: 0, ...readInTab(key) };
  const keep = () => keepInTab(key, here.moves.length || Object.keys(here.drafts).length ? here : null);
  return {
    move: (/** @type {Move} */ move) => (here.moves.push(move), keep()),
    /** The moves in their order, to be made now; they stay until they are heard. */
    moves: () => {
      if (here.moves.length && ++here.tries > TRIES) here.moves = [];
      keep();
      return [...here.moves];
    },
    heard: (/** @type {Move[]} */ moves) => {
      here.moves = here.moves.filter((move) => !moves.includes(move));
      here.tries = 0;
      keep();
    },
    /** @returns {Draft | undefined} */
    draft: (/** @type {string} */ cell) => here.drafts[cell],
    write: (/** @type {string} */ cell, /** @type {string} */ text, /** @type {string} */ known) =>
      ((here.drafts[cell] = { text, known }), keep()),
    read: (/** @type {string} */ cell) => (delete here.drafts[cell], keep()),
  };
}
