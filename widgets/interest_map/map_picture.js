// The picture of the interest map: boxes that are moved and linked with mouse, finger or keys.
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";
import { layOut, paint } from "./map_drawing.js";
import { clamp, near } from "./map_places.js";

const STEP = 16;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The picture; `model` is read, `edit` changes the map, `rename` is called with an interest's id. */
export function mapPicture({ model, signal, words, edit, page, rename }) {
  const svg = make("svg", { role: "group", "aria-label": words.map_title, class: "bp-map" });
  const node = make("div", {}, svg);
  const watch = new ResizeObserver(() => draw());
  let [scene, from, drag] = [];
  watch.observe(node);
  signal.addEventListener("abort", () => watch.disconnect());

  function draw() {
    const focused = svg.contains(document.activeElement) && document.activeElement.dataset.key;
    scene = layOut(svg, model, node.clientWidth || 320, drag);
    paint(svg, scene, model, from, drag);
    if (focused) focus(focused);
  }
  const focus = (key) => svg.querySelector(`[data-key="${key}"]`)?.focus({ preventScroll: true });
  const boxOf = (id) => scene.boxes.find((box) => box.id === id);
  const tell = (sentence, own, other = own, kind = "") =>
    page.say(fill(sentence, { own: boxOf(own).name, other: boxOf(other).name, kind: words.kinds[kind] }));

  /** Put a box there; it keeps its place, and the others make room, because what was moved last is placed first. */
  function move(id, x, y) {
    const { w, h } = boxOf(id);
    const { [id]: _, ...others } = edit.map().places;
    const share = (value, free) => clamp(value / Math.max(1, free), 0, 1);
    edit.change({ places: { ...others, [id]: [share(x, scene.width - w), share(y, scene.room - h)] } });
    tell(words.moved, id);
  }
  const nudge = (id, [right, down]) => move(id, boxOf(id).x + right * STEP, boxOf(id).y + down * STEP);
  function begin(id) {
    from = id;
    tell(words.linking, id);
    draw();
  }
  function giveUp() {
    if (from) page.say(words.given_up);
    from = drag = undefined;
    draw();
  }
  function finish(id) {
    const [other, own] = [from, id].sort();
    if (own[1] === other[1]) return page.say(words.across);
    from = undefined;
    edit.link(own, other);
    tell(words.linked, own, other, edit.kind);
  }
  const choose = (id) => (!from ? begin(id) : from === id ? giveUp() : finish(id));

  const at = (event) => {
    const { left, top } = svg.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  function press(event) {
    const box = boxOf(keyOf(event));
    if (!box || event.button) return;
    const [x, y] = at(event);
    drag = { id: box.id, linking: event.target.closest(".bp-handle"), grip: [x - box.x, y - box.y], start: [x, y] };
    svg.setPointerCapture(event.pointerId);
  }
  function pull(event) {
    if (!drag) return;
    drag.now = at(event);
    drag.moved ||= Math.hypot(drag.now[0] - drag.start[0], drag.now[1] - drag.start[1]) > 4;
    if (drag.moved) draw();
  }
  function drop() {
    if (!drag) return;
    const { id, linking, moved, now, grip } = drag;
    drag = undefined;
    if (moved && linking) {
      const [x, y] = now;
      const onto = scene.boxes.find((box) => box.id !== id && near(box, { x, y, w: 0, h: 0 }));
      from = id;
      onto ? finish(onto.id) : page.say(words.given_up);
      from = undefined;
    } else if (moved) move(id, now[0] - grip[0], now[1] - grip[1]);
    else if (linking || from) choose(id);
    draw();
  }
  function onKey(event) {
    const key = keyOf(event);
    const go = ["Enter", " ", "l", "L"].includes(event.key);
    if (event.key === "Escape") giveUp();
    else if (isLink(key) && (go || event.key === "Delete")) remove(key);
    else if (isLink(key)) return;
    else if (ARROWS[event.key]) nudge(key, ARROWS[event.key]);
    else if (event.key === "F2") rename(key);
    else if (go) choose(key);
    else return;
    event.preventDefault();
  }
  function remove(label) {
    edit.unlink(...label.split(" "));
    page.say(words.unlinked);
  }
  const click = (event) => isLink(keyOf(event)) && remove(keyOf(event));
  const listeners = { pointerdown: press, pointermove: pull, pointerup: drop, pointercancel: giveUp, keydown: onKey, click };
  for (const [name, react] of Object.entries(listeners)) svg.addEventListener(name, react);
  return { node, svg, draw, nudge, focus };
}

const keyOf = (event) => event.target.closest("[data-key]")?.dataset.key;
const isLink = (key) => key?.includes(" ");
