// A question to think about: choose, then read what is said to that choice.
import { bet } from "../parts/bet.js";
import { prepare } from "../parts/place.js";

function render({ model, el }) {
  const words = model.get("words");
  const page = prepare(el, words);
  const asked = bet(model, words, page);
  el.append(asked.node);
  return () => (page.stop(), asked.unfollow());
}

export default { render };
