// @ts-check
// A live table: who is there, the conversation, what is on the table, the next message, and how it was.
import { button } from "../widgets/parts/controls.js";
import { make, setText } from "../widgets/parts/dom.js";
import { follow, send } from "../widgets/parts/model.js";
import { composer } from "../widgets/negotiation_table/composer.js";
import { conversation } from "../widgets/negotiation_table/conversation.js";
import { known } from "../widgets/negotiation_table/known.js";
import { leave } from "../widgets/negotiation_table/leave.js";
import { onTheTable } from "../widgets/negotiation_table/on_the_table.js";
import { howItWas } from "./how_it_was.js";

/** @import { View } from "../widgets/parts/types.js" */

/** @param {View<any>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  el.classList.add("biggerpie");
  el.lang = words.language;
  let acted = false;
  const title = document.title;
  const act = (/** @type {object} */ doing) => ((acted = true), send(model, { doing }));
  const presence = make("p", { role: "status" });
  const log = conversation(words, model.get("issues"), model.get("person").name);
  const summary = make("p", { class: "bp-says", role: "status", tabindex: "-1" });
  const problem = make("p", { class: "bp-sounds", role: "alert" });
  const open = onTheTable(model, words, act);
  const next = composer(model, words, signal, () => (acted = true));
  const leaving = leave(model, words, act);
  const stepIn = button(words.let_step_in, () => act({ do: "step in" }));
  const after = howItWas(words, model.get("form"), act);
  const side = known(model, words);
  const talk = make("div", {}, presence, stepIn, log.node, summary, open.node, next.node, problem, leaving.node, after.node);
  el.append(make("div", { class: "bp-seats" }, talk, make("div", {}, side.node)));

  const draw = () => {
    const data = model.get("picture");
    log.show(data.log);
    setText(summary, data.summary);
    for (const part of [open, leaving]) part.show(data);
    side.show(data);
    after.show(data.ended, model.get("handed_in"));
    const silent = data.ended || data.taken;
    [open.node.hidden, next.node.hidden, leaving.node.hidden] = [!data.yours || silent, silent, !data.yours || silent];
    document.title = data.yours && !silent ? `• ${title}` : title;
    if (acted) (data.ended ? summary : log.node).focus();
    acted = false;
  };
  const compose = () => next.show(model.get("picture"), model.get("preview"));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const wait = () => {
    clearTimeout(timer);
    const seconds = model.get("waits");
    stepIn.hidden = seconds !== 0;
    if (seconds > 0) timer = setTimeout(() => (stepIn.hidden = false), 1000 * seconds);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  follow(model, ["picture", "handed_in"], draw, signal);
  follow(model, ["draft", "preview", "picture"], compose, signal);
  follow(model, ["presence"], () => setText(presence, model.get("presence")), signal);
  follow(model, ["waits"], wait, signal);
  follow(model, ["problem"], () => (setText(problem, model.get("problem")), (acted = false)), signal);
}

export default { render };
