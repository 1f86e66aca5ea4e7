// The payoff explorer: how much each side cares about each issue → what can be agreed.
import { bet, follow, make, prepare, send, slider, tablePlace, tableTwin } from "./shared.js";
import { payoffPlane } from "./plane.js";

function render({ model, el }) {
  const words = model.get("words");
  const page = prepare(el);
  const ends = [page.stop];
  if (model.get("bet").question) {
    const wager = bet(model, words, page);
    el.append(wager.node);
    ends.push(wager.unfollow);
  }
  const knobs = make("fieldset", { class: "bp-knobs" }, make("legend", { class: "bp-unseen" }, words.knobs));
  const shows = knobSet(model, words, knobs);
  const plane = payoffPlane(words);
  const summary = make("div", { class: "bp-says" });
  const walked = tablePlace(words.walked);
  const table = tableTwin(words.as_table);
  const picture = make("div", { class: "bp-picture" }, plane.node);
  const stage = make("div", { class: "bp-stage" }, knobs, picture);
  el.append(stage, summary, walked.node, table.node);
  ends.push(
    follow(model, ["picture", "ran"], () => {
      const data = model.get("picture");
      const locked = Boolean(model.get("bet").question) && !model.get("ran");
      stage.hidden = summary.hidden = walked.node.hidden = table.node.hidden = locked;
      if (locked) return;
      shows.forEach((show) => show());
      plane.draw(data);
      summary.textContent = data.summary;
      walked.show(data.walk);
      table.show(data.table);
      page.say(`${data.summary} ${data.here_sentence}`);
    }),
  );
  return () => ends.forEach((end) => end());
}

/** Make the sliders that the lesson asks for; return functions that bring them up to date. */
function knobSet(model, words, place) {
  const asked = model.get("knobs");
  const shows = [];
  const add = (into, options) => {
    const made = slider({ ...options, value: options.read(), onInput: options.write });
    into.append(made.node);
    shows.push(() => (options.most && made.setMax(options.most()), made.show(options.read())));
  };
  if (asked.includes("importance")) place.append(importanceKnobs(model, words, add));
  if (asked.includes("alternatives")) {
    const block = make("div", { class: "bp-block" }, make("p", { class: "bp-question" }, words.alternatives));
    [words.your_alternative, words.their_alternative].forEach((label, side) =>
      add(block, {
        label,
        ...entry(model, "alternatives", side),
        max: 0,
        most: () => model.get("picture").most[side],
        colour: ["you", "them"][side],
      }),
    );
    place.append(block);
  }
  const block = make("div", { class: "bp-block" }, make("p", { class: "bp-question" }, words.walk));
  const stops = () => model.get("picture").frontier.length - 1;
  const read = () => Math.min(model.get("stop"), stops());
  const describe = () => model.get("picture").here_sentence;
  const shown = (stop) => stop + 1;
  const write = (stop) => send(model, { stop });
  add(block, { label: words.walk_label, read, write, max: 0, most: stops, describe, shown, colour: "focus" });
  place.append(block);
  return shows;
}

function importanceKnobs(model, words, add) {
  const heads = [words.issue, words.to_you, words.to_them].map((text) => make("span", { class: "bp-question" }, text));
  const grid = make("div", { class: "bp-importance" }, ...heads);
  model.get("issues").forEach((issue, row) => {
    grid.append(make("span", {}, issue));
    ["yours", "theirs"].forEach((trait, side) => {
      const who = [words.to_you, words.to_them][side];
      const label = `${issue}, ${who}`;
      add(grid, { label, hidden: true, max: 10, colour: ["you", "them"][side], ...entry(model, trait, row) });
    });
  });
  return make("div", { class: "bp-block" }, make("p", { class: "bp-question" }, words.importance), grid);
}

/** Read and write one number in a list of a trait. */
function entry(model, trait, index) {
  return {
    read: () => model.get(trait)[index],
    write: (value) => send(model, { [trait]: model.get(trait).map((old, at) => (at === index ? value : old)) }),
  };
}

export default { render };
