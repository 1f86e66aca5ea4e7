// @ts-check
// The page of a seat: a connection to the server that comes back by itself, and the table drawn on it.
import { hosted, viewOf } from "../website/page/host.js";

const [SOONEST, LATEST] = [500, 8000]; // milliseconds until the next try
const FOR_GOOD = /** @type {Record<number, string>} */ ({ 4001: "elsewhere", 4003: "gone" });
const place = /** @type {HTMLElement} */ (document.getElementById("table"));

/** @typedef {Record<string, any>} State */

/** @type {Map<number, (answer: State | null) => void>} */
const asked = new Map();
/** @type {ReturnType<typeof hosted> | undefined} */
let host;
/** @type {State | undefined} */
let state; // what the host holds
/** @type {WebSocket} */
let socket;
let [number, pause] = [0, SOONEST];

/**
 * Ask the server to set or to do something; what is done answers the messages that were seen. Whoever is cut off
 * meanwhile sees afterwards what became of it.
 */
function ask(/** @type {State} */ { doing, ...set }) {
  const { words, picture } = /** @type {State} */ (state);
  if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(doing ? { problem: words.lost } : null);
  number += 1;
  const act = doing ? { doing: { ...doing, at: picture.count } } : {};
  socket.send(JSON.stringify({ id: number, set: { ...set, ...act } }));
  return new Promise((resolve) => asked.set(number, resolve));
}

async function draw(/** @type {State} */ first) {
  state = first;
  host = hosted(state, ask);
  place.replaceChildren();
  await (await viewOf(new URL("live_table.js", import.meta.url).href, host.model))(place);
}

/** Take up the talk after a while without a connection; what is being written stays, unless it was said meanwhile. */
function takeUp(/** @type {State} */ { draft, typed, preview, ...now }) {
  const { picture, ...writing } = /** @type {State} */ (state);
  const saidMeanwhile = picture.count !== now.picture.count;
  host?.apply({ ...now, ...(saidMeanwhile ? { draft, typed, preview } : {}) });
  if (!saidMeanwhile) ask({ draft: writing.draft, typed: writing.typed }).then((answer) => answer && host?.apply(answer));
}

function hear(/** @type {MessageEvent} */ { data }) {
  const { id, state: now } = JSON.parse(data);
  pause = SOONEST;
  if (now.words) return host ? takeUp(now) : draw(now);
  if (asked.has(id)) asked.get(id)?.(now);
  else host?.apply(now);
  asked.delete(id);
}

function closed(/** @type {CloseEvent} */ { code }) {
  for (const resolve of asked.values()) resolve(null);
  asked.clear();
  if (code === 4003 && !host) return location.reload(); // the server forgets a code that opens nothing, and asks for one
  host?.apply({ presence: state?.words[FOR_GOOD[code] ?? "lost"], waits: -1 });
  if (FOR_GOOD[code]) return;
  setTimeout(connect, pause * (0.5 + Math.random()));
  pause = Math.min(LATEST, 2 * pause);
}

function connect() {
  const address = new URL("talk", document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  socket = new WebSocket(address);
  socket.addEventListener("message", hear);
  socket.addEventListener("close", closed);
}

connect();
