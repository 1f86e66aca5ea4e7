// @ts-check
// The picture of the interest map: boxes that are moved and linked with mouse, finger or keys.
import { make } from "../parts/dom.js";
import { fill } from "../parts/sentences.js";
import { layOut, paint } from "./map_drawing.js";
import { clamp, near } from "./map_places.js";

/** @import { Point } from "./map_places.js" */
/** @import { Drag, Drawn, DrawnInterest, Given, Scene } from "./map_types.js" */

const STEP = 16;
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The picture; `model` is read, `edit` changes the map, `rename` is called with an interest's id.
 * @param {Given & { signal: AbortSignal, rename: (id: string) => void }} given
 * @returns {Drawn}
 */
export function mapPicture({ model, signal, words, edit, page, rename }) {
  const svg = make("svg", { role: "group", "aria-label": words.map_title, class: "bp-map" });
  const node = make("div", { class: "bp-map-place" }, svg);
  const watch = new ResizeObserver(() => draw());
  /** @type {Scene} */
  let scene;
  /** @type {string | undefined} */
  let from;
  /** @type {Drag | undefined} */
  let drag;
  watch.observe(node);
  signal.addEventListener("abort", () => watch.disconnect());

  function draw() {
    const active = document.activeElement;
    const focused = active instanceof SVGElement && svg.contains(active) && active.dataset.key;
    scene = layOut(svg, model, node.clientWidth || 320, drag);
    paint(svg, scene, model, from, drag);
    if (focused) focus(focused);
  }
  /** @param {string} key */
  const focus = (key) => {
    const found = svg.querySelector(`[data-key="${key}"]`);
    if (found instanceof SVGElement) found.focus({ preventScroll: true });
  };
  /** @type {(id: string) => DrawnInterest} */
  const boxOf = (id) => scene.boxes.filter((box) => box.id === id)[0];
  /** @type {(sentence: string, own: string, other?: string, kind?: string) => void} */
  const tell = (sentence, own, other = own, kind = "") =>
    page.say(fill(sentence, { own: boxOf(own).name, other: boxOf(other).name, kind: words.kinds[kind] }));

  /**
   * Put a box there; it keeps its place, and the others make room, because what was moved last is placed first.
   * @type {(id: string, x: number, y: number) => void}
   */
  const move = (id, x, y) => {
    const { w, h } = boxOf(id);
    const share = (/** @type {number} */ value, /** @type {number} */ free) => clamp(value / Math.max(1, free), 0, 1);
    const places = { ...edit.map().places };
    delete places[id]; // so that it comes last
    places[id] = [share(x, scene.width - w), share(y, scene.room - h)];
    edit.change({ places });
    tell(words.moved, id);
  };
  /** @type {(id: string, step: Point) => void} */
  const nudge = (id, [right, down]) => move(id, boxOf(id).x + right * STEP, boxOf(id).y + down * STEP);
  /** @param {string} id */
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
  /** @type {(start: string, end: string) => void} */
  function finish(start, end) {
    const [other, own] = [start, end].sort();
    if (own[1] === other[1]) return page.say(words.across);
    from = undefined;
    edit.link(own, other);
    tell(words.linked, own, other, edit.kind);
  }
  /** @param {string} id */
  const choose = (id) => (!from ? begin(id) : from === id ? giveUp() : finish(from, id));

  /** @type {(event: PointerEvent) => Point} */
  const at = (event) => {
    const { left, top } = svg.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  /** @param {PointerEvent} event */
  function press(event) {
    const box = boxOf(keyOf(event) ?? "");
    if (!box || event.button) return;
    const [x, y] = at(event);
    const linking = event.target instanceof Element && Boolean(event.target.closest(".bp-handle"));
    drag = { id: box.id, linking, grip: [x - box.x, y - box.y], start: [x, y], now: [x, y], moved: false };
    svg.setPointerCapture(event.pointerId);
  }
  /** @param {PointerEvent} event */
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
      if (onto) finish(id, onto.id);
      else page.say(words.given_up);
      from = undefined;
    } else if (moved) move(id, now[0] - grip[0], now[1] - grip[1]);
    else if (linking || from) choose(id);
    draw();
  }
  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const key = keyOf(event);
    const go = ["Enter", " ", "l", "L"].includes(event.key);
    if (event.key === "Escape") giveUp();
    else if (!key) return;
    else if (isLink(key) && (go || event.key === "Delete")) remove(key);
    else if (isLink(key)) return;
    else if (ARROWS[event.key]) nudge(key, ARROWS[event.key]);
    else if (event.key === "F2") rename(key);
    else if (go) choose(key);
    else return;
    event.preventDefault();
  }
  /** @param {string} label */
  function remove(label) {
    const [own, other] = label.split(" ");
    edit.unlink(own, other);
    page.say(words.unlinked);
  }
  /** @param {MouseEvent} event */
  const click = (event) => {
    const key = keyOf(event);
    if (key && isLink(key)) remove(key);
  };
  /** @type {Record<string, (event: any) => void>} */
  const listeners = { pointerdown: press, pointermove: pull, pointerup: drop, pointercancel: giveUp, keydown: onKey, click };
  for (const [name, react] of Object.entries(listeners)) svg.addEventListener(name, react);
  return { node, svg, draw, nudge, focus };
}

/** @type {(event: Event) => string | undefined} */
const keyOf = ({ target }) => {
  const control = target instanceof Element && target.closest("[data-key]");
  return control instanceof SVGElement ? control.dataset.key : undefined;
};
/** @type {(key: string | undefined) => boolean} */
const isLink = (key) => Boolean(key?.includes(" "));
