// The page of a simulation: the bet, knobs beside a picture, what the picture says, and its table twin.
import { bet, follow, make, prepare, tableTwin } from "./shared.js";

/**
 * Lay a simulation out and keep it up to date with the trait `picture`, which holds `summary`, `table` and what `draw`
 * draws. All but the bet waits until it has run. `below` are nodes between the summary and the table twin. A screen
 * reader is told `says`, or else the summary.
 */
export function scene(model, el, { controls, picture, draw, below = [] }) {
  const words = model.get("words");
  const page = prepare(el, words);
  const ends = [page.stop];
  if (model.get("bet").question) {
    const wager = bet(model, words, page);
    el.append(wager.node);
    ends.push(wager.unfollow);
  }
  const summary = make("div", { class: "bp-says" });
  const twin = tableTwin(words.as_table);
  const stage = make("div", { class: "bp-stage" }, controls, make("div", { class: "bp-picture" }, picture));
  const shown = make("div", {}, stage, summary, ...below, twin.node);
  el.append(shown);
  ends.push(
    follow(model, ["picture", "ran"], () => {
      const data = model.get("picture");
      shown.hidden = Boolean(model.get("bet").question) && !model.get("ran");
      if (shown.hidden) return;
      draw(data);
      summary.textContent = data.summary;
      twin.show(data.table);
      page.say(data.says ?? data.summary);
    }),
  );
  return () => ends.forEach((end) => end());
}
