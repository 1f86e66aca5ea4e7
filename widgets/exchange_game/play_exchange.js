// @ts-check
// The exchange game as a player: give or keep, round after round.
import { button, radioGroup } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { exchangeStrip } from "./exchange_strip.js";
import { scene } from "../parts/scene.js";

/** @import { Common, Said, View } from "../parts/types.js" */
/** @import { Strip } from "./exchange_strip.js" */
/** @typedef {Said & { strip: Strip, length: number, over: boolean }} Picture */
/** @typedef {Common<Picture> & { counterpart: string, game: number, moves: boolean[] }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const options = Object.entries(words.counterparts);
  const read = () => model.get("counterpart");
  const write = (/** @type {string} */ counterpart) => send(model, { counterpart });
  const rule = radioGroup({ legend: make("legend", {}, words.against), options, read, write });
  const play = (/** @type {boolean} */ move) => () => send(model, { moves: [...model.get("moves"), move] });
  const give = button(words.give, play(true), { go: true });
  const keep = button(words.keep, play(false));
  const anew = button(words.new_game, () => send(model, { game: model.get("game") + 1 }));
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  const controls = make("fieldset", { class: "bp-knobs" }, legend, rule.node, give, keep, anew);
  const strip = exchangeStrip(words, signal);
  const draw = (/** @type {Picture} */ data) => {
    rule.show();
    strip.draw(data.strip, data.length);
    give.disabled = keep.disabled = data.over;
    anew.disabled = !model.get("moves").length;
  };
  scene({ model, el, signal }, { controls, picture: strip.node, draw });
}

export default { render };
