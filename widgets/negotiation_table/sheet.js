// @ts-check
// The preparation sheet: what matters, the alternative, three questions, the first offer. It stays at hand in the talk.
import { button } from "../parts/controls.js";
import { make, newId } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { fill } from "../parts/sentences.js";
import { choose } from "./choose.js";
import { packageCard } from "./package_card.js";

/** @import { Model, Words } from "../parts/types.js" */
/** @import { Picture, Plan, Traits } from "./negotiation_table.js" */

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {() => void} sits
 */
export function sheet(model, words, sits) {
  const write = (/** @type {Partial<Plan>} */ part) => send(model, { plan: { ...model.get("plan"), ...part } });
  const parts = [matters(model, words, write), alternative(model, words, write), questions(model, words, write), opening(model, words, write)];
  const sit = button(words.sit_down, () => (sits(), send(model, { seated: true })), { go: true });
  const hint = make("span", { class: "bp-hint" }, words.fill_later);
  const title = make("summary", {});
  const node = make("details", { class: "bp-sheet" }, title, ...parts.map((part) => part.node), sit, hint);
  let seated = true;
  return {
    node,
    show(/** @type {Picture} */ data) {
      const now = model.get("seated");
      parts.forEach((part) => part.show(model.get("plan"), data.notes));
      title.textContent = now ? words.your_sheet : words.sheet;
      sit.hidden = hint.hidden = now;
      if (now !== seated) node.open = !now;
      seated = now;
    },
  };
}

/**
 * How much each issue matters, beside what its options are worth.
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(part: Partial<Plan>) => void} write
 */
function matters(model, words, write) {
  /** @type {[string, string][]} */
  const strengths = [["", words.not_noted], ...Object.entries(words.strengths).map(([key, text]) => /** @type {[string, string]} */ ([key, String(text)]))];
  const lists = model.get("issues").map(({ name, options }, row) => {
    const list = choose(name, strengths, (value) => write({ matter: model.get("plan").matter.map((old, at) => (at === row ? value : old)) }));
    const worth = model.get("worth")[row];
    const [most, least] = [Math.max(...worth), Math.min(...worth)];
    list.node.append(make("span", { class: "bp-hint" }, fill(words.best_worth, { option: options[worth.indexOf(most)], points: most, least })));
    return list;
  });
  const told = make("p", { class: "bp-hint" });
  return {
    node: make("fieldset", { class: "bp-part" }, make("legend", {}, words.what_matters), ...lists.map((list) => list.node), told),
    show(/** @type {Plan} */ plan, /** @type {Record<string, string>} */ notes) {
      lists.forEach((list, row) => list.show(plan.matter[row]));
      told.textContent = notes.matter;
    },
  };
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(part: Partial<Plan>) => void} write
 */
function alternative(model, words, write) {
  const id = newId();
  const { max } = model.get("limits").least ?? { max: 1000000 };
  const field = make("input", { id, type: "number", min: 0, max, step: 1, change: () => write({ least: field.value ? Math.min(max, Math.max(0, Math.round(Number(field.value)))) : null }) });
  const told = make("p", { class: "bp-hint" });
  const label = make("label", { for: id }, words.least);
  const batna = make("p", {}, model.get("person").batna);
  return {
    node: make("fieldset", { class: "bp-part" }, make("legend", {}, words.alternative), batna, make("div", { class: "bp-choose" }, label, field), told),
    show(/** @type {Plan} */ { least }, /** @type {Record<string, string>} */ notes) {
      if (field !== document.activeElement) field.value = least === null ? "" : String(least);
      told.textContent = notes.least;
    },
  };
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(part: Partial<Plan>) => void} write
 */
function questions(model, words, write) {
  /** @type {[string, string][]} */
  const asks = [["", words.no_question], ["null most", words.ask.most]];
  for (const [at, { name }] of model.get("issues").entries()) {
    for (const aspect of ["how much", "which way", "why"]) asks.push([`${at} ${aspect}`, fill(words.ask[aspect], { issue: name })]);
  }
  const lists = [0, 1, 2].map((n) =>
    choose(fill(words.question_n, { n: n + 1 }), asks, (value) => write({ questions: model.get("plan").questions.map((old, at) => (at === n ? question(value) : old)) })),
  );
  return {
    node: make("fieldset", { class: "bp-part" }, make("legend", {}, words.questions), ...lists.map((list) => list.node)),
    show(/** @type {Plan} */ plan) {
      lists.forEach((list, at) => {
        const asked = plan.questions[at];
        list.show(asked ? `${asked.issue ?? null} ${asked.aspect}` : "");
      });
    },
  };
}

/** The question that a choice stands for. */
function question(/** @type {string} */ value) {
  if (!value) return null;
  const [issue, ...aspect] = value.split(" ");
  const ask = { move: "ask", aspect: aspect.join(" ") };
  return issue === "null" ? ask : { ...ask, issue: Number(issue) };
}

/**
 * @param {Model<Traits>} model
 * @param {Words} words
 * @param {(part: Partial<Plan>) => void} write
 */
function opening(model, words, write) {
  const card = packageCard(model, words, words.opening, (choices) => write({ opening: choices }), { open: true });
  return {
    node: card.node,
    show: (/** @type {Plan} */ plan, /** @type {Record<string, string>} */ notes) => card.show(plan.opening, notes.opening),
  };
}
