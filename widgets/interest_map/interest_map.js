// @ts-check
// The interest map: ask why behind two positions, place and link what you hear, and see what that widens.
import { button, radioGroup } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { tableTwin } from "../parts/tables.js";
import { payoffPlane } from "../parts/plane.js";
import { mapPicture } from "./map_picture.js";
import { mapList } from "./map_list.js";
import { mapActions } from "./map_actions.js";

/** @import { Model, View, Words } from "../parts/types.js" */
/** @import { Editor, InterestMap, Picture, SideName, Traits } from "./map_types.js" */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const edit = editor(model);
  const kinds = kindRadios(words, edit);
  const picture = mapPicture({ model, signal, words, edit, page, rename: (/** @type {string} */ id) => list.rename(id) });
  const list = mapList({ model, words, edit, page, picture });
  const actions = mapActions({ model, signal, words, svg: picture.svg });
  const sides = /** @type {const} */ (["own", "other"]).map((side) => position(words, edit, side));
  const back = button(words.undo, edit.undo);
  const again = button(words.redo, edit.redo);
  const plane = payoffPlane(words, signal);
  const summary = make("div", { class: "bp-says" });
  const twin = tableTwin(words.as_table);
  const help = make("details", {}, make("summary", {}, words.help), make("p", {}, words.help_mouse), make("p", {}, words.help_keys));
  const left = make("div", {}, make("div", { class: "bp-row" }, kinds, back, again), picture.node, help);
  const right = make("div", {}, make("p", { class: "bp-question" }, words.plane_title), plane.node);
  const positions = make("div", { class: "bp-positions" }, ...sides.map(({ node }) => node));
  el.append(positions, make("div", { class: "bp-stage bp-map-stage" }, left, right), summary, actions.checks, list.node, actions.files, twin.node);
  const draw = () => {
    const data = model.get("picture");
    sides.forEach(({ show }) => show(data));
    [back.disabled, again.disabled] = [!edit.past.length, !edit.future.length];
    picture.draw();
    list.show(data);
    actions.show(data);
    plane.draw(data);
    twin.show(data.table);
    if (summary.textContent !== data.summary) page.say(data.summary);
    summary.textContent = data.summary;
  };
  follow(model, ["picture", "map", "attempts"], draw, signal);
}

/**
 * Changes of the map, each of which can be undone.
 * @param {Model<Traits>} model
 * @returns {Editor}
 */
function editor(model) {
  /** @type {[InterestMap[], InterestMap[]]} */
  const [past, future] = [[], []];
  const map = () => model.get("map");
  const set = (/** @type {InterestMap} */ next) => send(model, { map: next });
  const others = (/** @type {string} */ own, /** @type {string} */ other) => map().links.filter((link) => link.own !== own || link.other !== other);
  /** @param {Partial<InterestMap>} parts */
  const change = (parts) => {
    past.push(map());
    future.length = 0;
    set({ ...map(), ...parts });
  };
  /** Take the last map from one list and put the one that stands into the other. */
  const back = (/** @type {InterestMap[]} */ from, /** @type {InterestMap[]} */ to) => {
    const last = from.pop();
    if (!last) return;
    to.push(map());
    set(last);
  };
  /** @type {Editor} */
  const edit = {
    past,
    future,
    map,
    change,
    kind: "shared",
    link: (own, other, kind = edit.kind) => change({ links: [...others(own, other), { own, other, kind }] }),
    unlink: (own, other) => change({ links: others(own, other) }),
    undo: () => back(past, future),
    redo: () => back(future, past),
  };
  return edit;
}

/**
 * @param {Words} words
 * @param {Editor} edit
 */
function kindRadios(words, edit) {
  /** @type {[string, string][]} */
  const options = Object.entries(words.kinds).map(([kind, text]) => [kind, `${words.signs[kind]} ${text}`]);
  const read = () => edit.kind;
  const write = (/** @type {string} */ kind) => (edit.kind = kind);
  const group = radioGroup({ legend: make("legend", {}, words.tools), options, read, write, looks: { group: "bp-kinds" } });
  group.show();
  return group.node;
}

/**
 * A position, the question behind it, and what was answered.
 * @param {Words} words
 * @param {Editor} edit
 * @param {SideName} side
 */
function position(words, edit, side) {
  const heard = () => edit.map().found.filter((id) => id.startsWith(`${side}-`)).length;
  const ask = button("", () => edit.change({ found: [...edit.map().found, `${side}-${heard()}`] }), { go: true });
  const answers = make("ol", { "aria-live": "polite" });
  const [title, demand] = [make("p", { class: "bp-question" }), make("p", {})];
  const show = (/** @type {Picture} */ { sides, nodes, totals }) => {
    title.textContent = sides[side].title;
    demand.textContent = sides[side].demand;
    ask.disabled = heard() >= totals[side];
    ask.textContent = ask.disabled ? words.all_heard : words[`why_${side}`];
    const mine = nodes.filter((node) => node.side === side);
    answers.replaceChildren(
      ...mine.map(({ statement, because }) => make("li", {}, make("strong", {}, statement), make("br"), because)),
    );
  };
  return { node: make("section", { class: `bp-position bp-position-${side}` }, title, demand, answers, ask), show };
}

export default { render };
