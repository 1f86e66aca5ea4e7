// @ts-check
// A stage of a kept talk: the way through it, what was said so far, and the offers on the plane and over the rounds.
import { conversation } from "../negotiation_table/conversation.js";
import { choose, numbered } from "../negotiation_table/choose.js";
import { face } from "../negotiation_table/face.js";
import { chart } from "../parts/chart.js";
import { button } from "../parts/controls.js";
import { make, whenChanged } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { payoffPlane } from "../parts/plane.js";
import { slider } from "../parts/slider.js";
import { tableTwin } from "../parts/tables.js";

/** @import { Issue, Model, Words } from "../parts/types.js" */
/** @import { Picture, Traits } from "./talk_replay.js" */

const CHART_HIGH = 240; // pixels

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 */
export function stage(model, words, signal) {
  const [title, chair] = [make("p", { class: "bp-question" }), chairs(model, words)];
  const way = steps(model, words);
  const mood = make("div", { class: "bp-mood" });
  const room = make("div", {});
  const note = make("p", { class: "bp-says" });
  const findings = make("ul", { "aria-label": words.looking_back });
  const plane = payoffPlane(words, signal);
  const charts = [chart(signal, CHART_HIGH), chart(signal, CHART_HIGH)];
  const twin = tableTwin(words.as_table);
  const dance = make("div", { class: "bp-charts" }, ...charts.map((one) => one.node));
  const pictures = make("div", { class: "bp-dance" }, plane.node, dance, twin.node);
  let log = conversation(words, [], "");
  const begin = whenChanged((/** @type {string} */ _title, /** @type {Issue[]} */ issues, /** @type {string} */ name) => {
    log = conversation(words, issues, name);
    room.replaceChildren(log.node);
  });
  return {
    node: make("div", {}, title, chair.node, way.node, mood, room, note, findings, pictures),
    show(/** @type {Picture} */ data) {
      begin(data.title, data.issues, data.name);
      title.textContent = `${data.title}. ${data.seen_from}`;
      chair.show(data);
      way.show(data);
      mood.replaceChildren(...(data.face ? [face(data.face, data.look), make("span", { "aria-hidden": "true" }, data.look)] : []));
      log.show(data.log);
      note.textContent = data.summary;
      findings.hidden = !data.findings.length;
      findings.replaceChildren(...data.findings.map((text) => make("li", {}, text)));
      plane.draw(data.plane);
      charts.forEach((one, at) => one.draw(data.over_time[at]));
      twin.show(data.dance);
    },
  };
}

/**
 * The way through a talk: a slider, and a button for each direction.
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function steps(model, words) {
  const go = (/** @type {number} */ at) => send(model, { at: Math.max(1, Math.min(model.get("picture").last, at)) });
  const now = () => Math.max(1, model.get("at")); // ahead of the picture while keys are pressed fast
  const told = () => model.get("picture").stage;
  const place = slider({ label: words.message, value: 1, min: 1, max: 1, onInput: go, describe: (at) => (at === now() ? told() : String(at)) });
  const back = button(words.one_back, () => go(now() - 1));
  const next = button(words.one_on, () => go(now() + 1), { go: true });
  return {
    node: make("div", {}, place.node, back, next),
    show(/** @type {Picture} */ { at, last }) {
      place.setMax(last);
      place.show(at);
      back.setAttribute("aria-disabled", String(at === 1));
      next.setAttribute("aria-disabled", String(at === last));
    },
  };
}

/**
 * From whose chair a talk is seen in which not one person sat.
 * @param {Model<Traits>} model
 * @param {Words} words
 */
function chairs(model, words) {
  const list = choose(words.chair, [], (value) => send(model, { side: Number(value) }));
  return {
    node: list.node,
    show(/** @type {Picture} */ { chairs: names }) {
      list.node.hidden = !names.length;
      list.offer(numbered(names));
      list.show(String(model.get("side")));
    },
  };
}
