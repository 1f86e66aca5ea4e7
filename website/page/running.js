// @ts-check
// A page with simulations: they are there at once, answer single moves from recordings, and then Python takes over.
import { free, hold } from "./held.js";
import { hosted, viewOf } from "./host.js";
import { keeping } from "./keeping.js";
import { keptAt } from "./kept.js";
import { offerRecord } from "./record_buttons.js";
import { recorded } from "./moves.js";
import { pythonAt } from "./python.js";
import { returned, showSection } from "./returning.js";
import { alarm, calm, reload, say } from "./saying.js";
import { nearAndFar, seen } from "./sight.js";
import { forgetUnheard, unheardAt } from "./unheard.js";

/** @import { State } from "./host.js" */
/** @import { Recording } from "./moves.js" */

/** @typedef {(name: string, ...given: any[]) => Promise<any>} Ask */

const read = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
export const { words, instead, site, lesson, folder, cells, python: hasPython, moves } = read("page");
/** @type {{ module: string, state: State }[]} */
const simulations = read("simulations");
const SLOW = 15_000; // milliseconds after which Python, once it is here, should have answered
const kept = keptAt(new URL(site, location.href).pathname);
const record = keeping(kept, take, tellOfRoom);
export let unheard = unheardAt(import.meta.url + location.pathname);

/** @type {Sort} */
let sort;
/** @type {Recording[]} */
let recordings = [];
/** @type {ReturnType<typeof pythonAt> | null} */
let python = null;
let inCharge = false;
/** @type {Promise<() => Promise<void>>[]} */
const drawn = []; // of each simulation that is drawn, or about to be, what closes it

const starts = simulations.map(({ state }) => structuredClone(state));
const hosts = simulations.map(({ state }, place) => hosted(state, (sent) => answer(place, sent)));

/**
 * @param {number} place
 * @param {State} sent
 * @returns {Promise<State | null>}
 */
async function answer(place, sent) {
  const move = { place, sent };
  if (hasPython) unheard.move(move);
  if (inCharge) {
    const answered = await ask("change", place, sent);
    if (answered) unheard.heard([move]);
    tellAll(answered?.news);
    return answered?.changed ?? null;
  }
  const known = recordings[place] && recorded(recordings[place], starts[place], simulations[place].state, sent);
  if (!known && hasPython && python) say(words.waiting);
  return known || null;
}

/**
 * Ask Python, and keep what the learner's record holds then; null where Python has stopped, which was said by then.
 * @param {string} name
 * @param {any[]} given
 */
async function ask(name, ...given) {
  try {
    const answered = await answeredTo(name, given);
    await record.keep();
    return answered;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {any[]} given
 */
async function answeredTo(name, given) {
  if (!python) throw new Error("Python has stopped.");
  const slow = inCharge ? setTimeout(() => alarm("slow", words.slow, words.reload, reload), SLOW) : undefined;
  try {
    const answered = await python.ask(name, ...given);
    record.hear(answered.files);
    return answered;
  } finally {
    clearTimeout(slow);
    calm("slow");
  }
}

/** Tell where there is no room for all that should be kept, with the button that saves it to a file. */
function tellOfRoom(/** @type {boolean} */ isWhole) {
  if (isWhole) calm("full");
  else alarm("full", words.kept_full, words.kept_save, () => document.getElementById("kept-save")?.click());
}

/** Bring Python's record together with what another tab stored. */
async function take(/** @type {import("./kept.js").Files} */ there) {
  const answered = await answeredTo("take", [there]); // also where a page shows nothing of it
  sort.taken?.(answered);
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
  drawn[place] = viewOf(href, hosts[place].model).then((open) => open(el));
  await drawn[place];
  if (hasPython && Object.keys(record.known()).length) hold(el);
}

/** Draw what is there anew: a page is built with the first case, and a form reads its lines only once. */
async function drawAnew() {
  for (const [place, closing] of drawn.entries()) {
    if (!closing) continue;
    await (await closing)();
    await openAt(place, /** @type {HTMLElement} */ (document.getElementById(`simulation-${place}`)));
  }
}

/** Tell widgets by their places what changed in them. */
export function tellAll(/** @type {Record<string, State> | undefined} */ news) {
  for (const [place, state] of Object.entries(news ?? {})) tell(Number(place), state);
}

async function handOver() {
  python = pythonAt(new URL("./worker.js", import.meta.url), sort.session, (hasAnswered) => {
    inCharge = false;
    python = null;
    say("");
    alarm("stopped", hasAnswered ? words.stopped : words.not_begun, words.reload, reload);
  });
  const start = sort.start ?? (() => ask("begin", folder, lesson, cells, record.given()));
  const begun = await start(ask, record.given);
  if (!begun) return;
  if (begun.lesson) unheard = unheardAt(begun.lesson);
  /** @type {State[]} */
  const states = begun.states;
  for (let early = unheard.moves(); early.length; early = unheard.moves()) {
    const replayed = await ask("replay", early.map(({ place, sent }) => [place, sent]));
    if (!replayed) return;
    unheard.heard(early);
    Object.assign(states, replayed.states);
  }
  inCharge = true;
  states.slice(0, simulations.length).forEach((state, place) => tell(place, state));
  free();
  if (begun.number > 1) await drawAnew();
  await sort.begun(begun, ask);
  await record.catchUp().catch(() => {}); // what stopped Python was said by then
  if (!inCharge) return;
  say(words[sort.here]);
  document.documentElement.dataset.python = "here";
  const offline = new URL(`${site}offline.js`, location.href);
  navigator.serviceWorker?.register(offline).catch(() => {}); // without it the pages need a network, and nothing else
}

/**
 * What a sort of page does in its own way: the session that its Python begins, the names of what is said while Python
 * comes, once it is there and where there is none, what begins the session, if that is not the page's own cells, and
 * what happens once it has begun, and where another tab had stored something.
 * @typedef {{
 *   session: string, coming: string, here: string, absent: string,
 *   start?: (ask: Ask, filed: () => import("./kept.js").Files) => Promise<any>, begun: (begun: any, ask: Ask) => unknown,
 *   taken?: (answered: any) => void,
 * }} Sort
 */

/** @param {Sort} its */
export async function begin(its) {
  sort = its;
  const nodes = simulations.map((_, place) => /** @type {HTMLElement} */ (document.getElementById(`simulation-${place}`)));
  const settle = returned([/** @type {HTMLElement} */ (document.getElementById("status")), ...nodes]);
  const [near, far] = nearAndFar(nodes);
  const open = (/** @type {HTMLElement} */ node) => openAt(nodes.indexOf(node), node);
  const coming = moves ? recordingsAt(new URL(`./moves/${moves}`, import.meta.url)) : [];
  await Promise.all(near.map(open));
  document.documentElement.dataset.shown = "yes";
  say(words[hasPython ? sort.coming : sort.absent]);
  recordings = await coming;
  document.documentElement.dataset.moves = "yes";
  const handedOver = hasPython && bringPython();
  await seen();
  await Promise.all(far.map(open));
  showSection();
  document.documentElement.dataset.whole = "yes";
  await handedOver; // until then a simulation may be less high than it was left
  settle();
}

/** Let Python take over, and keep the learner's record with it; promise that it has, or has stopped. */
function bringPython() {
  const handedOver = handOver();
  offerRecord(kept, words, async (text) => {
    if (!sort.start) await handedOver; // else Python may wait for files, and reads what is stored with the saved record
    const fault = (await ask("load", text, inCharge ? {} : record.given()))?.fault ?? "stopped";
    return fault || (kept.isWhole() ? "" : "kept_full");
  });
  kept.follow((written) => {
    if (Object.keys(record.known()).length && !Object.keys(kept.read()).length) {
      kept.forget(); // as the other tab did
      forgetUnheard();
      location.reload();
    } else if (inCharge) record.follow(written).catch(() => {}); // what stopped Python was said by then
  });
  addEventListener("beforeunload", (event) => kept.isWhole() || event.preventDefault());
  return handedOver;
}

/**
 * What is recorded; where it can't be fetched, nothing is, and Python answers everything.
 * @param {URL} url
 * @returns {Promise<Recording[]>}
 */
async function recordingsAt(url) {
  return fetch(url).then((file) => (file.ok ? file.json() : [])).catch(() => []);
}
