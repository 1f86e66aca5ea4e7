// The next offer: change your last offer, then see what the step gives and costs.
import { button, fill, follow, make, newId, prepare, send, tablePlace } from "./shared.js";

function render({ model, el }) {
  const words = model.get("words");
  const page = prepare(el, words);
  const talk = tablePlace(words.talk);
  const options = model.get("issues").map((issue, row) => issueOptions(model, words, issue, row));
  const total = make("p", { class: "bp-question" });
  const ask = button(words.reveal, () => send(model, { revealed: true }), { go: true });
  const hint = make("span", {}, words.change_first);
  const findings = make("ul", { class: "bp-says" });
  const byIssue = tablePlace(words.by_issue);
  const told = make("div", {}, findings, byIssue.node);
  const intro = make("p", { class: "bp-question" }, words.yours);
  el.append(talk.node, intro, ...options.map(({ node }) => node), total, ask, hint, told);
  const unfollow = follow(model, ["picture"], () => {
    const data = model.get("picture");
    talk.show(data.talk);
    options.forEach(({ show }) => show());
    total.textContent = data.total;
    ask.hidden = model.get("revealed");
    ask.disabled = !data.changed;
    hint.hidden = ask.hidden || data.changed;
    told.hidden = !data.by_issue;
    findings.replaceChildren(...data.findings.map((sentence) => make("li", {}, sentence)));
    if (data.by_issue) byIssue.show(data.by_issue);
    page.say([data.total, ...data.findings].join(" "));
  });
  return () => (page.stop(), unfollow());
}

function issueOptions(model, words, { name, question, options, worth }, row) {
  const group = newId();
  const choose = (index) => () => {
    send(model, { choices: model.get("choices").map((old, at) => (at === row ? index : old)) });
  };
  const radios = options.map((_, index) => make("input", { type: "radio", name: group, change: choose(index) }));
  const labels = options.map((option, index) => {
    const points = make("span", { class: "bp-worth" }, fill(words.worth, { you: worth[index] }));
    return make("label", { class: "bp-option" }, radios[index], make("span", {}, option, make("br"), points));
  });
  const legend = make("legend", {}, `${name} `, make("span", { class: "bp-asked" }, question));
  const node = make("fieldset", { class: "bp-issue" }, legend, make("div", { class: "bp-options" }, ...labels));
  return { node, show: () => radios.forEach((radio, at) => (radio.checked = model.get("choices")[row] === at)) };
}

export default { render };
