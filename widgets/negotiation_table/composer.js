// @ts-check
// The composer: packages side by side, what to ask and tell, how it is meant, and what it comes to before it is said.
import { button } from "../parts/controls.js";
import { make, newId } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { fill } from "../parts/sentences.js";
import { written } from "../parts/written.js";
import { choose } from "./choose.js";
import { packageCard } from "./package_card.js";
import { sayings } from "./sayings.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Draft, Picture, Preview, Traits } from "./negotiation_table.js" */

const MOST_PACKAGES = 3;

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {() => void} sent
 */
export function composer(model, words, signal, sent) {
  const write = (/** @type {Partial<Draft>} */ part) => send(model, { draft: { ...model.get("draft"), ...part } });
  const parts = [packages(model, words, write), sayings(model, words, write), manner(model, words, signal, write)];
  const reason = make("span", { class: "bp-hint" });
  const say = button(words.send, () => (parts.forEach((part) => part.now()), sent(), send(model, { doing: { do: "send" } })), { go: true });
  const node = make("div", { class: "bp-composer", role: "group", "aria-label": words.your_turn }, ...parts.map((part) => part.node), say, reason);
  return {
    node,
    show(/** @type {Picture} */ data, /** @type {Preview} */ preview) {
      parts.forEach((part) => part.show(data, preview));
      reason.textContent = preview.reason;
      say.disabled = Boolean(preview.reason);
    },
  };
}

/**
 * Up to three packages; a new one begins as a copy of the last, or of the first that the other side has put on the table.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(part: Partial<Draft>) => void} write
 */
function packages(model, words, write) {
  const now = () => model.get("draft").packages;
  const room = make("div", { class: "bp-packages" });
  const put = (/** @type {number[]} */ choices) => (write({ packages: [...now(), [...choices]] }), cards.at(-1)?.first.focus());
  const add = button("", () => put(now().at(-1) ?? model.get("picture").start));
  const build = button(words.build_on_theirs, () => put(model.get("picture").open[0].options));
  /** @type {ReturnType<typeof packageCard>[]} */
  let cards = [];
  const card = (/** @type {number} */ at) => {
    const title = fill(words.package_n, { n: at + 1 });
    const away = button(fill(words.remove_package, { n: at + 1 }), () => (write({ packages: now().filter((_, other) => other !== at) }), add.focus()));
    return packageCard(model, words, title, (choices) => write({ packages: now().map((old, other) => (other === at ? choices : old)) }), { extra: [away] });
  };
  const show = (/** @type {Picture} */ { open }, /** @type {Preview} */ { worths }) => {
    const drafted = now();
    if (cards.length !== drafted.length) {
      cards = drafted.map((_choices, at) => card(at));
      room.replaceChildren(...cards.map(({ node }) => node));
    }
    cards.forEach((one, at) => one.show(drafted[at], worths[at] ?? ""));
    add.textContent = drafted.length ? words.add_package : words.add_first;
    add.hidden = drafted.length >= MOST_PACKAGES;
    build.hidden = add.hidden || !open.length;
  };
  return { node: make("div", {}, room, add, " ", build), show, now: () => {} };
}

/**
 * Words of one's own, how they sound, and how they are meant.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {(part: Partial<Draft>) => void} write
 */
function manner(model, words, signal, write) {
  const [id, hint] = [newId(), newId()];
  const longest = model.get("longest");
  const area = make("textarea", { id, rows: 2, maxlength: longest, "aria-describedby": hint });
  const typed = written(area, model, "typed", signal);
  const about = make("p", { id: hint, class: "bp-hint" }, fill(words.own_words_hint, { most: longest, name: model.get("person").name }));
  const sounds = make("p", { class: "bp-sounds", role: "status" });
  /** @type {[string, string][]} */
  const manners = [["", words.as_it_sounds], ["plain", words.plain_manner], ...Object.entries(words.manners)];
  const how = choose(words.how, manners, (value) => write({ manner: value }));
  const label = make("label", { for: id }, words.own_words);
  return {
    node: make("div", { class: "bp-words" }, make("div", {}, label, area, about), how.node, sounds),
    show(/** @type {Picture} */ _, /** @type {Preview} */ preview) {
      how.show(model.get("draft").manner);
      sounds.textContent = preview.sounds;
    },
    now: typed.now,
  };
}
