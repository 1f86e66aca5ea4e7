// @ts-check
// A page with simulations: they are there at once, answer single moves from recordings, and then Python takes over.
import { hosted, viewOf } from "./host.js";
import { keptAt } from "./kept.js";
import { offerRecord } from "./record_buttons.js";
import { recorded } from "./moves.js";
import { pythonAt } from "./python.js";

/** @import { State } from "./host.js" */
/** @import { Recording } from "./moves.js" */

/** @typedef {{ place: number, sent: State }} Move */
/** @typedef {(name: string, ...given: any[]) => Promise<any>} Ask */

const read = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
export const { words, instead, site, lesson, folder, cells, python: hasPython, moves } = read("page");
/** @type {{ module: string, state: State }[]} */
const simulations = read("simulations");
const status = /** @type {HTMLElement} */ (document.getElementById("status"));
const kept = keptAt(new URL(site, location.href).pathname);

/** @type {Move[]} */
const waiting = [];
/** @type {Recording[]} */
let recordings = [];
/** @type {ReturnType<typeof pythonAt> | null} */
let python = null;
let inCharge = false;
let filed = kept.read();

const starts = simulations.map(({ state }) => structuredClone(state));
const hosts = simulations.map(({ state }, place) => hosted(state, (sent) => answer(place, sent)));
export const say = (/** @type {string} */ sentence) => sentence !== status.textContent && (status.textContent = sentence);

/**
 * @param {number} place
 * @param {State} sent
 * @returns {Promise<State | null>}
 */
async function answer(place, sent) {
  if (inCharge && python) {
    const answered = await ask("change", place, sent);
    tellAll(answered?.news);
    return answered?.changed ?? null;
  }
  waiting.push({ place, sent });
  const known = recordings[place] && recorded(recordings[place], starts[place], simulations[place].state, sent);
  if (!known && hasPython && python) say(words.waiting);
  return known || null;
}

/**
 * Ask Python, and keep what the learner's record holds then.
 * @param {string} name
 * @param {any[]} given
 */
async function ask(name, ...given) {
  try {
    const answered = await python?.ask(name, ...given);
    await keep(answered.files);
    return answered;
  } catch {
    return null; // what stopped Python was said by then
  }
}

/** @param {import("./kept.js").Files} files */
async function keep(files) {
  if (!Object.keys(files).length) return;
  const there = kept.read();
  const another = JSON.stringify(there) !== JSON.stringify(filed);
  if (another && python) files = (await python.ask("take", there)).files;
  if (!kept.write(files)) say(words.kept_full);
  filed = kept.read();
}

/** Tell the widget only what it does not know yet: what it is told again, it draws again. */
function tell(/** @type {number} */ place, /** @type {State} */ state) {
  const known = simulations[place].state;
  const news = Object.entries(state).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name]));
  if (news.length) hosts[place].apply(Object.fromEntries(news));
}

/**
 * Show one more widget on the page, numbered after those that are there.
 * @param {string} module
 * @param {State} state
 * @param {HTMLElement} el
 */
export async function show(module, state, el) {
  const place = simulations.push({ module, state }) - 1;
  hosts[place] = hosted(state, (sent) => answer(place, sent));
  starts[place] = structuredClone(state);
  await openAt(place, el);
}

/**
 * @param {number} place
 * @param {HTMLElement} el
 */
async function openAt(place, el) {
  const { href } = new URL(`./widgets/${simulations[place].module}`, import.meta.url);
  await (await viewOf(href, hosts[place].model))(el);
}

/** Tell widgets by their places what changed in them. */
export function tellAll(/** @type {Record<string, State> | undefined} */ news) {
  for (const [place, state] of Object.entries(news ?? {})) tell(Number(place), state);
}

/** @param {Sort} sort */
async function handOver(sort) {
  python = pythonAt(new URL("./worker.js", import.meta.url), sort.session, () => {
    inCharge = false;
    python = null;
    say(words.stopped);
  });
  const start = sort.start ?? (() => ask("begin", folder, lesson, cells, filed));
  const begun = await start(ask, filed);
  if (!begun) return;
  /** @type {State[]} */
  const states = begun.states;
  while (waiting.length) {
    const replayed = await ask("replay", waiting.splice(0).map(({ place, sent }) => [place, sent]));
    if (!replayed) return;
    Object.assign(states, replayed.states);
  }
  inCharge = true;
  states.slice(0, simulations.length).forEach((state, place) => tell(place, state));
  await sort.begun(begun, ask);
  say(words[sort.here]);
  document.documentElement.dataset.python = "here";
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(new URL(`${site}offline.js`, location.href));
}

/**
 * What a sort of page does in its own way: the session that its Python begins, the names of what is said while Python
 * comes, once it is there and where there is none, what begins the session, if that is not the page's own cells, and
 * what happens once it has begun.
 * @typedef {{
 *   session: string, coming: string, here: string, absent: string,
 *   start?: (ask: Ask, filed: import("./kept.js").Files) => Promise<any>, begun: (begun: any, ask: Ask) => unknown,
 * }} Sort
 */

/** @param {Sort} sort */
export async function begin(sort) {
  const placeOf = (/** @type {number} */ place) => /** @type {HTMLElement} */ (document.getElementById(`simulation-${place}`));
  await Promise.all(simulations.map((_, place) => openAt(place, placeOf(place))));
  document.documentElement.dataset.shown = "yes";
  say(words[hasPython ? sort.coming : sort.absent]);
  if (moves) recordings = await (await fetch(new URL(`./moves/${moves}`, import.meta.url))).json();
  document.documentElement.dataset.moves = "yes";
  if (!hasPython) return;
  const handedOver = handOver(sort);
  offerRecord(kept, words, async (text) => {
    await handedOver;
    return (await ask("load", text))?.fault ?? "stopped";
  });
  kept.follow(() => {
    filed = kept.read();
    if (inCharge) ask("take", filed);
  });
}
