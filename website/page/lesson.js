// @ts-check
// A lesson's page: its simulations are there at once, answer single moves from recordings, and then Python takes over.
import { hosted, viewOf } from "./host.js";
import { keptAt } from "./kept.js";
import { offerRecord } from "./record_buttons.js";
import { recorded } from "./moves.js";
import { pythonAt } from "./python.js";

/** @import { State } from "./host.js" */
/** @import { Recording } from "./moves.js" */

/** @typedef {{ place: number, sent: State }} Move */

const read = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
const { words, site, lesson, folder, cells, python: hasPython, moves } = read("page");
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
const say = (/** @type {string} */ sentence) => sentence !== status.textContent && (status.textContent = sentence);

/**
 * @param {number} place
 * @param {State} sent
 * @returns {Promise<State | null>}
 */
async function answer(place, sent) {
  if (inCharge && python) return (await ask("change", place, sent))?.changed ?? null;
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

async function handOver() {
  python = pythonAt(new URL("./worker.js", import.meta.url), () => {
    inCharge = false;
    python = null;
    say(words.stopped);
  });
  const begun = await ask("begin", folder, lesson, cells, filed);
  if (!begun) return;
  /** @type {State[]} */
  const states = begun.states;
  while (waiting.length) {
    const replayed = await ask("replay", waiting.splice(0).map(({ place, sent }) => [place, sent]));
    if (!replayed) return;
    Object.assign(states, replayed.states);
  }
  inCharge = true;
  states.forEach((state, place) => tell(place, state));
  say(words.here);
  document.documentElement.dataset.python = "here";
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(new URL(`${site}offline.js`, location.href));
}

async function begin() {
  const opened = simulations.map(async ({ module }, place) => {
    const open = await viewOf(new URL(`./widgets/${module}`, import.meta.url).href, hosts[place].model);
    await open(/** @type {HTMLElement} */ (document.getElementById(`simulation-${place}`)));
  });
  await Promise.all(opened);
  document.documentElement.dataset.shown = "yes";
  say(hasPython ? words.coming : words.absent);
  recordings = await (await fetch(new URL(`./moves/${moves}`, import.meta.url))).json();
  document.documentElement.dataset.moves = "yes";
  if (!hasPython) return;
  const handedOver = handOver();
  offerRecord(kept, words, async (text) => {
    await handedOver;
    return (await ask("load", text))?.fault ?? "stopped";
  });
  kept.follow(() => {
    filed = kept.read();
    if (inCharge) ask("take", filed);
  });
}

begin();
