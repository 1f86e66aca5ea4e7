// @ts-check
// Dots that say what they stand for: where one points, where a finger rests, and from dot to dot by arrow keys.
import { make } from "./dom.js";

/** @import { Dot, Spot } from "./types.js" */

const REACH = 24; // pixels from a dot at which it still speaks
const NAMED = 6; // pixels by which a mark may be farther than a dot of the cloud and still speak first
const GAP = 14;
/** @type {Record<string, Spot>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Let the dots in a picture speak; `show` takes what lists them, the one that the keys begin at first, for hardly ever
 * does anybody ask. Escape ends what is said.
 * @param {SVGSVGElement} svg
 * @param {string} label what the picture is for who goes through it by keys
 */
export function tellingDots(svg, label) {
  const ring = make("circle", { r: 7, class: "bp-told-ring" });
  ring.style.display = "none";
  const told = make("div", { class: "bp-told", "aria-live": "polite" });
  const node = make("div", { class: "bp-telling", tabindex: 0, role: "application", "aria-label": label }, svg, told);
  svg.append(ring);
  /** @type {() => Dot[]} */
  let list = () => [];
  /** @type {Dot[] | undefined} */
  let listed;
  /** @type {Dot | undefined} */
  let now;
  const dots = () => (listed ??= list());

  /** @param {Dot | undefined} dot */
  function tell(dot) {
    now = dot;
    told.textContent = dot?.says ?? "";
    ring.style.display = dot ? "" : "none";
    if (!dot) return;
    const [x, y] = dot.spot;
    ring.setAttribute("cx", String(x));
    ring.setAttribute("cy", String(y));
    const { offsetWidth: wide, offsetHeight: high } = told;
    told.style.left = `${Math.max(0, Math.min(x - wide / 2, svg.clientWidth - wide))}px`;
    told.style.top = `${y - high - GAP < 0 ? y + GAP : y - high - GAP}px`;
  }
  /** @param {PointerEvent} event */
  function point(event) {
    const { left, top } = svg.getBoundingClientRect();
    const away = (/** @type {Spot} */ [x, y]) => Math.hypot(x - event.clientX + left, y - event.clientY + top);
    const near = nearest(dots(), (spot) => Math.round(away(spot) / NAMED)); // the marks come before the cloud
    const dot = near && away(near.spot) <= REACH ? near : undefined;
    if (dot !== now) tell(dot);
  }
  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const arrow = ARROWS[event.key];
    if (event.key === "Escape") tell(undefined);
    if (!arrow) return;
    event.preventDefault();
    tell(now ? (next(dots(), now, arrow) ?? now) : dots()[0]);
  }
  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && tell(undefined));
  node.addEventListener("keydown", onKey);
  node.addEventListener("blur", () => tell(undefined));
  /** @param {() => Dot[]} made */
  const show = (made) => {
    [list, listed] = [made, undefined];
    if (now) tell(dots().find(({ says }) => says === now?.says));
  };
  return { node, show };
}

/**
 * The dot for which the measure is least.
 * @type {(dots: Dot[], measure: (spot: Spot) => number) => Dot | undefined}
 */
function nearest(dots, measure) {
  let [found, least] = [/** @type {Dot | undefined} */ (undefined), Infinity];
  for (const dot of dots) {
    const size = measure(dot.spot);
    if (size < least) [found, least] = [dot, size];
  }
  return found;
}

/**
 * The next dot in this direction: near, and not far off to the side.
 * @type {(dots: Dot[], from: Dot, direction: Spot) => Dot | undefined}
 */
function next(dots, { spot: [x, y] }, [right, down]) {
  return nearest(dots, ([a, b]) => {
    const [ahead, aside] = [(a - x) * right + (b - y) * down, Math.abs((a - x) * down) + Math.abs((b - y) * right)];
    return ahead < 0.5 ? Infinity : ahead + 3 * aside;
  });
}
