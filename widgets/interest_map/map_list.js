// @ts-check
// The interest map as plain controls: rename, move, link and remove.
import { button } from "../parts/controls.js";
import { make, newId } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";

/** @import { Drawn, Given, Picture } from "./map_types.js" */

/** @param {Given & { picture: Drawn }} given */
export function mapList({ model, words, edit, page, picture }) {
  /** @type {Record<string, string>} */
  const nodes = {};
  const nameOf = (/** @type {string} */ key) => edit.map().names[key] ?? nodes[key];
  const [which, own, other, kind] = [words.interest, words.link_own, words.link_other, words.link_kind].map(choice);
  which.select.addEventListener("change", () => (text.value = nameOf(which.select.value) ?? ""));
  const id = newId();
  const text = make("input", { id, type: "text", maxlength: model.get("longest") });
  const give = () => {
    const [key, name] = [which.select.value, text.value.trim()];
    if (!key || !name) return;
    edit.change({ names: { ...edit.map().names, [key]: name } });
    page.say(fill(words.renamed, { name }));
    picture.focus(key);
  };
  text.addEventListener("keydown", ({ key }) => key === "Enter" && give());
  /** @type {Record<string, [number, number]>} */
  const steps = { left: [-1, 0], up: [0, -1], down: [0, 1], right: [1, 0] };
  const moves = Object.entries(steps).map(([to, step]) =>
    button(words[`move_${to}`], () => which.select.value && picture.nudge(which.select.value, step)),
  );
  const join = button(words.link_now, () => edit.link(own.select.value, other.select.value, kind.select.value));
  const links = make("ul", {});
  const named = make("div", {}, make("label", { for: id }, words.new_name), text);
  const node = make(
    "details",
    { class: "bp-list" },
    make("summary", {}, words.list_title),
    make("div", { class: "bp-row" }, which.node, named, button(words.rename, give)),
    make("div", { class: "bp-row" }, ...moves),
    make("div", { class: "bp-row" }, own.node, other.node, kind.node, join),
    make("p", { class: "bp-question" }, words.links),
    links,
  );
  kind.show(Object.entries(words.kinds));
  return {
    node,
    rename(/** @type {string} */ key) {
      node.open = true;
      which.select.value = key;
      text.value = nameOf(key);
      text.focus();
      text.select();
    },
    show(/** @type {Picture} */ data) {
      data.nodes.forEach(({ id: key, statement }) => (nodes[key] = statement));
      /** @type {[string, string][]} */
      const all = edit.map().found.filter((key) => nodes[key]).map((key) => [key, nameOf(key)]);
      which.show(all);
      own.show(all.filter(([key]) => key.startsWith("own")));
      other.show(all.filter(([key]) => key.startsWith("other")));
      join.disabled = !own.select.value || !other.select.value;
      if (document.activeElement !== text) text.value = nameOf(which.select.value) ?? "";
      const drawn = edit.map().links.map(({ own: mine, other: theirs }) => {
        const link = data.labels[`${mine} ${theirs}`];
        return make("li", {}, button(fill(words.remove, { link }), () => edit.unlink(mine, theirs)));
      });
      links.replaceChildren(...(drawn.length ? drawn : [make("li", {}, words.no_links)]));
    },
  };
}

/**
 * A list to choose one from, which keeps its choice.
 * @param {string} label
 */
function choice(label) {
  const id = newId();
  const select = make("select", { id });
  const show = (/** @type {[value: string, text: string][]} */ entries) => {
    const chosen = select.value;
    select.replaceChildren(...entries.map(([value, text]) => make("option", { value }, text)));
    if (entries.some(([value]) => value === chosen)) select.value = chosen;
  };
  return { select, show, node: make("div", {}, make("label", { for: id }, label), select) };
}
