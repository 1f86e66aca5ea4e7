// @ts-check
// What a talk came to: both payoffs on the plane, what was created and claimed, what was never asked, and playing again.
import { button } from "../parts/controls.js";
import { chart } from "../parts/chart.js";
import { copyBox } from "../parts/copy_box.js";
import { make } from "../parts/dom.js";
import { saveDrawing, saveFile } from "../parts/saving.js";
import { payoffPlane } from "../parts/plane.js";
import { tablePlace, tableTwin } from "../parts/tables.js";
import { choose } from "./choose.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Picture, Traits } from "./negotiation_table.js" */

const CHART_HIGH = 240; // pixels

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {(doing: Traits["doing"]) => void} act
 */
export function debrief(model, words, signal, act) {
  const earlier = make("p", {});
  const findings = make("ul", {});
  const plane = payoffPlane(words, signal);
  const charts = [chart(signal, CHART_HIGH), chart(signal, CHART_HIGH)];
  const twin = tableTwin(words.dance_as_table);
  const dance = make("div", { class: "bp-dance" }, make("p", {}, make("b", {}, words.the_dance)), make("div", { class: "bp-charts" }, ...charts.map((one) => one.node)), twin.node);
  const [truth, steps] = [tablePlace(words.truth), tablePlace(words.step_by_step)];
  const copy = copyBox({ words, title: words.as_transcript, label: words.transcript_label, rows: 6 });
  const advice = make("p", {}, make("b", {}, words.dealing), ` ${model.get("person").advice}`);
  const turn = choose(words.again_from, []);
  const again = button(words.again, () => act({ do: "again", which: Number(turn.select.value) }));
  const keep = keeping(model, words, signal, plane.svg);
  const hint = make("p", { class: "bp-hint" }, words.again_hint);
  const node = make("section", { "aria-label": words.after }, earlier, findings, plane.node, dance, truth.node, steps.node, advice, turn.node, again, hint, keep, copy.node);
  return {
    node,
    show(/** @type {Picture} */ data) {
      node.hidden = !data.ended;
      if (!data.ended) return;
      earlier.textContent = data.earlier;
      findings.replaceChildren(...data.ended.findings.map((text) => make("li", {}, text)));
      plane.draw(data.ended.plane);
      const { over_time } = data.ended;
      charts.forEach((one, at) => one.draw(over_time[at]));
      twin.show(data.ended.dance);
      truth.show(data.ended.truth);
      copy.show(data.ended.transcript);
      steps.show(data.ended.steps);
      turn.offer(model.get("said").map((_, at) => [String(at), String(at + 1)]));
    },
  };
}

/**
 * Buttons that keep the talk as files: to load again, to read, to look at.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {SVGSVGElement} svg
 */
function keeping(model, words, signal, svg) {
  const ended = () => /** @type {NonNullable<Picture["ended"]>} */ (model.get("picture").ended);
  const data = button(words.keep_data, () => saveFile(`${ended().file}.json`, "application/json", ended().transcript, signal));
  const text = button(words.keep_text, () => saveFile(`${ended().file}.txt`, "text/plain", ended().written, signal));
  /** @type {[string, string]} */
  const axes = [words.axis_them, words.axis_you];
  const picture = button(words.keep_picture, () => saveDrawing(svg, { title: ended().plane.summary, name: `${ended().file}.svg`, axes }, signal));
  return make("div", {}, make("p", { class: "bp-hint" }, words.keep_hint), data, text, picture);
}
