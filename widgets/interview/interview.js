// The interview: ask, say back, see what you believe of the other side, and make one offer.
import { button, traitSlider } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { send } from "../parts/model.js";
import { tablePlace } from "../parts/tables.js";
import { scene } from "../parts/scene.js";

function render({ model, el, signal }) {
  const words = model.get("words");
  const move = (place) => send(model, { moves: [...model.get("moves"), place] });
  const table = desk(model, words, move);
  const log = conversation(words, move);
  const beliefs = make("figure", { class: "bp-weighs" });
  const created = make("figure", { class: "bp-weighs bp-created" });
  const debrief = tablePlace(words.debrief);
  const draw = (data) => {
    const follows = table.show(data);
    log.show(data.log, follows || log.node.contains(document.activeElement));
    beliefs.replaceChildren(...believed(words, data));
    created.replaceChildren(...creating(words, data));
    debrief.node.hidden = !data.debrief;
    if (data.debrief) debrief.show({ title: words.debrief, ...data.debrief });
  };
  const summary = make("div", { class: "bp-says" }); // above the bars, so that it is seen while asking
  const picture = make("div", {}, log.node, summary, beliefs);
  scene({ model, el, signal }, { controls: table.node, picture, draw, summary, below: [created, debrief.node] });
}

/** The questions, the offer and the next conversation; show() says whether a question has just been asked by button. */
function desk(model, words, move) {
  const percent = (value) => `${value}\u00a0%`;
  const ears = traitSlider(model, "misheard", { label: words.misheard, shown: percent, colour: "focus" });
  const knobs = make("div", {}, ears.node, make("p", { class: "bp-hint" }, words.sealed));
  const left = make("p", { class: "bp-question" });
  const asks = model.get("picture").questions.map(({ text }, place) => button(text, () => move(place)));
  const offer = button(words.offer, () => send(model, { offered: true }), { go: true });
  const restart = (seed) => send(model, { moves: [], offered: false, seed });
  const again = button(words.again, () => restart(model.get("seed")));
  const other = button(words.somebody_else, () => restart(model.get("seed") + 1));
  const list = make("div", { class: "bp-asks", role: "group", "aria-label": words.questions }, ...asks);
  const legend = make("legend", { class: "bp-unseen" }, words.knobs);
  return {
    node: make("fieldset", { class: "bp-knobs" }, legend, knobs, left, list, offer, again, other),
    show({ left: sentence, questions }) {
      const [moves, offered, focus] = [model.get("moves"), model.get("offered"), document.activeElement];
      ears.show();
      ears.node.querySelector("input").disabled = moves.length > 0 || offered;
      knobs.hidden = !model.get("may_mishear");
      left.textContent = sentence;
      questions.forEach(({ can }, place) => (asks[place].disabled = !can));
      offer.disabled = offered;
      again.disabled = !moves.length && !offered;
      if (focus === offer && offered) again.focus();
      if (focus === again && again.disabled) asks[0].focus();
      return asks.includes(focus);
    },
  };
}

/** What was said, turn by turn; whose last turn has just come can have the focus, as its button is gone. */
function conversation(words, move) {
  const node = make("ol", { class: "bp-talk", "aria-label": words.conversation });
  const turn = ({ you, them, can, place }) => {
    const back = can ? [button(words.say_back, () => move(place))] : [];
    const said = [make("p", {}, make("b", {}, words.you_say), " ", you), make("p", { class: "bp-them" }, make("b", {}, words.they_say), " ", them)];
    return make("li", { tabindex: "-1" }, ...said, ...back);
  };
  let shown = 0;
  return {
    node,
    show(log, focus) {
      const turns = log.map(turn);
      node.replaceChildren(...(turns.length ? turns : [make("li", { class: "bp-hint" }, words.nothing_said)]));
      // In the next frame: at once, the focus would lay the whole notebook out before anything is drawn.
      if (focus && log.length > shown) requestAnimationFrame(() => turns.at(-1).focus());
      shown = log.length;
    },
  };
}

/** How much each issue matters to you, and how much you take it to matter to them. */
function believed(words, { issues, summary }) {
  const most = Math.max(...issues.flatMap(({ you, them, before, truth }) => [you, them, before, truth ?? 0]));
  const at = (value) => `left:${(100 * value) / most}%`;
  const rows = issues.map((issue) => {
    const marks = [];
    if (issue.moved) marks.push(make("i", { class: "bp-before", style: at(issue.before) }));
    if (issue.truth !== null) marks.push(make("i", { class: "bp-truth", style: at(issue.truth) }));
    return make(
      "li",
      {},
      make("div", {}, make("b", {}, issue.name), make("span", { class: "bp-hint" }, ` ${issue.offer_text}`)),
      bar("you", (100 * issue.you) / most, issue.you_text),
      bar("them", (100 * issue.them) / most, issue.them_text, marks),
    );
  });
  return [make("figcaption", {}, words.believed), make("ul", { "aria-label": summary }, ...rows), make("p", { class: "bp-hint" }, words.marks)];
}

/** What three offers create: who assumes, who asks nothing, and yours. */
function creating(words, { created }) {
  const rows = created.map(({ name, expected, came, text }, row) => {
    const marks = came === null ? [] : [make("i", { class: "bp-truth", style: `left:${Math.max(0, came)}%` })];
    return make("li", {}, make("div", {}, name), bar(row < 2 ? "quiet" : "best", expected, text, marks));
  });
  return [make("figcaption", {}, words.created), make("ul", {}, ...rows)];
}

function bar(kind, percent, text, marks = []) {
  const fill = make("div", { class: "bp-fill", style: `width:${percent}%` });
  const track = make("div", { class: "bp-track", "aria-hidden": "true" }, fill, ...marks);
  return make("div", { class: `bp-weigh bp-weigh-${kind}` }, track, make("span", {}, text));
}

export default { render };
