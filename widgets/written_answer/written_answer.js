// @ts-check
// A text box over the cell of a written answer: each letter stands in the cell at once, and what stands there is shown.
import { writtenCellOf } from "../parts/cells.js";
import { copyBox } from "../parts/copy_box.js";
import { make, newId, setText } from "../parts/dom.js";
import { follow, send } from "../parts/model.js";
import { prepare } from "../parts/place.js";

/** @import { Common, View } from "../parts/types.js" */
/** @typedef {Common<{}> & { answer: string, blank: string, text: string, agreed: string | null, emptied: number, aside: string }} Traits */

const BETWEEN_LOOKS = 300; // milliseconds
const ROWS = 8;
const LASTING = ["both", "picture", "emptied"]; // sentences that stay until somebody writes on

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const [id, told] = [newId(), newId()];
  const field = make("textarea", { id, class: "bp-writing", rows: ROWS, "aria-describedby": told });
  const said = make("p", { id: told });
  const copy = copyBox({ words, title: words.as_answer, label: words.answer_label, rows: ROWS });
  copy.node.hidden = true; // until the first look tells whether it is needed
  el.append(make("label", { for: id, class: "bp-question" }, words.label), field, said, copy.node);
  field.value = model.get("text");
  let agreed = model.get("agreed"); // what box and cell last said together

  const tell = (/** @type {string} */ sentence, loud = true) => {
    if (said.textContent !== sentence && loud) page.say(sentence);
    setText(said, sentence);
  };
  const show = (/** @type {string} */ where, sentence = words[where]) => {
    copy.node.hidden = where === "in_cell";
    copy.show(field.value);
    const kept = LASTING.some((name) => said.textContent === words[name]);
    if (where !== "in_cell" || !kept) tell(sentence, where !== "in_cell");
  };
  /** Let box and cell say the same: what changed since they last did is taken over, and where both did, both stay. */
  const look = () => {
    const cell = writtenCellOf(el, model.get("answer"));
    if (!cell) return show("away");
    const there = cell.text().trim() === model.get("blank") ? "" : cell.text();
    const mine = field.value;
    const [changedHere, changedThere] = [mine !== (agreed ?? ""), there !== (agreed ?? "")];
    if (changedHere && cell.isLocked()) return show("locked");
    const joined = changedHere && changedThere && !there.includes(mine);
    const whole = joined ? `${there}\n\n${mine}` : changedThere ? there : mine;
    if (whole !== there) cell.put(whole || model.get("blank"));
    if (whole !== mine) field.value = whole;
    if (joined) tell(words.both);
    show("in_cell", cell.kept);
    if (agreed !== whole) keep((agreed = whole));
  };
  const keep = (/** @type {string | null} */ both) => send(model, { text: field.value, agreed: both });
  const onInput = () => {
    if (LASTING.some((name) => said.textContent === words[name])) setText(said, "");
    look();
    if (field.value !== agreed) keep(agreed);
  };
  field.addEventListener("input", onInput, { signal });
  field.addEventListener("paste", ({ clipboardData }) => {
    if (clipboardData?.files.length && !clipboardData.getData("text/plain")) tell(words.picture);
  }, { signal });
  let emptied = model.get("emptied");
  let leaving = false;
  const empty = () => {
    if (emptied !== model.get("emptied")) {
      emptied = model.get("emptied");
      look(); // what was typed into the cell a moment ago is put aside, too
      leaving = true;
      if (field.value.trim()) return send(model, { aside: field.value });
    }
    if (!leaving || model.get("aside")) return; // Python has not put it aside yet
    leaving = false;
    field.value = "";
    look();
    tell(words.emptied);
  };
  follow(model, ["emptied", "aside"], empty, signal);
  const timer = setInterval(look, BETWEEN_LOOKS);
  signal.addEventListener("abort", () => clearInterval(timer));
}

export default { render };
