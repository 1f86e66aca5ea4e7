// A question to think about: choose, then read what is said to that choice.
import { bet, prepare } from "../parts/shared.js";

function render({ model, el }) {
  const words = model.get("words");
  const page = prepare(el, words);
  const asked = bet(model, words, page);
  el.append(asked.node);
  return () => (page.stop(), asked.unfollow());
}

export default { render };
