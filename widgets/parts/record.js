// @ts-check
// The foot of a widget: begin afresh, go back to what stood there before, and what there is to know of the record.
import { button } from "./controls.js";
import { make } from "./dom.js";
import { follow, send } from "./model.js";

/** @import { Common, Place, View, Words } from "./types.js" */

/**
 * The buttons and the note; each is there only where it has something to do or to say. Who pressed a button that goes
 * finds the focus on the other one.
 * @param {View<Common<any>>} view
 * @param {Words} words
 * @param {Place} page
 */
export function recordFoot({ model, signal }, words, page) {
  const afresh = button(words.record_afresh, () => send(model, { wish: "afresh" }));
  const back = button(words.record_back, () => send(model, { wish: "back" }));
  const note = make("p", {});
  const node = make("div", { class: "bp-record" }, afresh, back, note);
  const show = () => {
    const told = model.get("record");
    const pressed = [afresh, back].find((one) => one === document.activeElement);
    [afresh.hidden, back.hidden] = [!told.afresh, !told.back];
    note.hidden = !told.note;
    if (told.note && told.note !== note.textContent) page.say(told.note);
    note.textContent = told.note ?? "";
    node.hidden = afresh.hidden && back.hidden && note.hidden;
    if (pressed?.hidden) (pressed === afresh ? back : afresh).focus();
  };
  follow(model, ["record"], show, signal);
  return node;
}
