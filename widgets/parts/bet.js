// A bet: a question that is answered before anything runs.
import { make, newId } from "./dom.js";
import { follow, send } from "./model.js";
import { fill } from "./sentences.js";

/** A question whose answer is stored before anything runs; the traits are `bet`, `prediction`, `ran`, `verdict`. */
export function bet(model, words, { say }, signal) {
  const { question, choices } = model.get("bet");
  const name = newId();
  const radios = choices.map((text, index) =>
    make("input", { type: "radio", name, value: index, change: () => (store.disabled = model.get("ran")) }),
  );
  const picked = () => radios.findIndex((radio) => radio.checked);
  const store = make("button", { type: "button", disabled: true, click: () => send(model, { prediction: picked() }) });
  const run = make("button", { type: "button", class: "bp-go", click: () => send(model, { ran: true }) });
  store.textContent = words.store;
  run.textContent = words.run;
  const hint = make("p", {});
  const verdict = make("div", { class: "bp-says" });
  const picks = choices.map(() => make("strong", {}));
  const labels = choices.map((text, index) => make("label", { class: "bp-choice" }, radios[index], text, picks[index]));
  const group = make("fieldset", {}, make("legend", {}, question), ...labels);
  const show = () => {
    const [prediction, ran] = [model.get("prediction"), model.get("ran")];
    radios.forEach((radio, index) => {
      if (prediction >= 0) radio.checked = index === prediction;
      radio.disabled = ran;
      picks[index].textContent = ran && index === prediction ? `\u00a0← ${words.your_prediction}` : "";
    });
    store.hidden = run.hidden = ran;
    run.disabled = prediction < 0;
    hint.textContent = ran ? "" : prediction < 0 ? words.bet_first : fill(words.stored, { choice: choices[prediction] });
    verdict.textContent = model.get("verdict");
    if (ran) say(model.get("verdict"));
    else if (prediction >= 0) say(hint.textContent);
  };
  follow(model, ["prediction", "ran", "verdict"], show, signal);
  return make("div", {}, group, store, run, hint, verdict);
}
