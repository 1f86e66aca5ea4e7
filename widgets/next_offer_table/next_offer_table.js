// @ts-check
// The next offer: change your last offer, then see what the step gives and costs.
import { button } from "../parts/controls.js";
import { make } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { tablePlace } from "../parts/tables.js";
import { fill } from "../parts/sentences.js";
import { issueOptions } from "../parts/options.js";

/** @import { Common, Issue, Table, View } from "../parts/types.js" */
/** @typedef {{ total: string, talk: Table, changed: boolean, findings: string[], by_issue?: Table }} Picture */
/** @typedef {Common<Picture> & { choices: number[], issues: (Issue & { worth: number[] })[], revealed: boolean }} Traits */

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const talk = tablePlace(words.talk);
  const options = model.get("issues").map((issue, row) => issueOptions(model, issue, row));
  const worths = model.get("issues").map(({ worth }) => worth.map((you) => fill(words.worth, { you })));
  const total = make("p", { class: "bp-question" });
  const ask = button(words.reveal, () => send(model, { revealed: true }), { go: true });
  const hint = make("span", {}, words.change_first);
  const findings = make("ul", { class: "bp-says" });
  const byIssue = tablePlace(words.by_issue);
  const told = make("div", {}, findings, byIssue.node);
  const intro = make("p", { class: "bp-question" }, words.yours);
  el.append(talk.node, intro, ...options.map(({ node }) => node), total, ask, hint, told);
  const draw = () => {
    const data = model.get("picture");
    talk.show(data.talk);
    options.forEach(({ show }, row) => show(worths[row]));
    total.textContent = data.total;
    ask.hidden = model.get("revealed");
    ask.disabled = !data.changed;
    hint.hidden = ask.hidden || data.changed;
    told.hidden = !data.by_issue;
    findings.replaceChildren(...data.findings.map((sentence) => make("li", {}, sentence)));
    if (data.by_issue) byIssue.show(data.by_issue);
    page.say([data.total, ...data.findings].join(" "));
  };
  follow(model, ["picture"], draw, signal);
}

export default { render };
