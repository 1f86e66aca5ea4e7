// @ts-check
// Numbered ideas on the payoff plane: each number where its idea is, or beside it where others are near.
import { around, crosses } from "./boxes.js";
import { make } from "./dom.js";
import { MARKS } from "./marks.js";
import { diamond } from "./plane_paths.js";

/** @import { Box, Idea, Payoffs, Room, Spot } from "./types.js" */

const [REACH, BETTER_REACH] = [10, 14]; // pixels from the middle of a number's mark to its edge
const AROUND_DOT = 8; // pixels, so that its line finds a way between the numbers around it
const [RING, WIDE_RING] = [10, 18];

/**
 * Draw the ideas into the group and take their room; return how wide the ring around the one that is `here` must be.
 * @param {SVGElement} group
 * @param {Idea[]} ideas
 * @param {Spot | null} here
 * @param {(payoffs: Payoffs) => Spot} spot
 * @param {Room} room
 */
export function drawIdeas(group, ideas, here, spot, room) {
  const placed = ideas.map((idea) => ({ idea, at: spot([idea[0], idea[1]]) }));
  const alone = placed.filter(({ idea, at }) => isAlone(at, reach(idea), placed, room));
  const ring = here && alone.some(({ at }) => at[0] === here[0] && at[1] === here[1]) ? WIDE_RING : RING;
  if (here) room.take(around(here, ring));
  alone.forEach(({ idea, at }) => room.takeWord(around(at, reach(idea))));
  const crowded = placed.filter((one) => !alone.includes(one));
  crowded.forEach(({ at }) => room.take(around(at, AROUND_DOT)));
  group.replaceChildren(
    ...crowded.map(({ idea, at }) => dot(idea, at)),
    ...alone.map(({ idea, at }) => numbered(idea, at)),
    ...crowded.flatMap(({ idea, at }) => beside(idea, at, room)),
  );
  return ring;
}

/** @type {(idea: Idea) => number} */
const reach = ([, , , better]) => (better ? BETTER_REACH : REACH);

/** @type {(at: Spot, wide: number, all: { at: Spot }[], room: Room) => boolean} */
function isAlone([x, y], wide, all, room) {
  const apart = wide + BETTER_REACH;
  const near = all.filter(({ at: [a, b] }) => Math.abs(a - x) < apart && Math.abs(b - y) < apart);
  return near.length === 1 && room.isFree(around([x, y], wide));
}

/** @type {(better: boolean) => string} */
const style = (better) => (better ? "bp-idea bp-idea-better" : "bp-idea");

/** @type {(idea: Idea, at: Spot) => SVGElement} */
function dot([, , , better], [x, y]) {
  const d = better ? diamond([x, y]) : MARKS.you(x, y);
  return make("path", { d, class: better ? "bp-idea-dot bp-idea-better" : "bp-idea-dot" });
}

/**
 * A numbered mark: a diamond for an idea that is better for both, else a circle.
 * @type {(idea: Idea, at: Spot) => SVGElement}
 */
function numbered([, , number, better], [x, y]) {
  const shape = better ? make("path", { d: diamond([x, y], BETTER_REACH) }) : make("circle", { cx: x, cy: y, r: REACH - 1 });
  const text = make("text", { x, y: y + 4.5, "text-anchor": "middle" }, String(number));
  return make("g", { class: style(better) }, shape, text);
}

/**
 * A number beside its dot, with a line to it, or nothing where no room is left: the table twin has all numbers.
 * @type {(idea: Idea, at: Spot, room: Room) => SVGElement[]}
 */
function beside(idea, [x, y], room) {
  const wide = reach(idea);
  const middleOf = (/** @type {Box} */ box) => /** @type {Spot} */ ([box.x + wide, box.y + wide]);
  const fits = (/** @type {Box} */ box) => !room.texts.some((word) => crosses([[x, y], middleOf(box)], word));
  const box = room.best(2 * wide, 2 * wide, [x, y], fits);
  if (!box) return [];
  room.takeWord(box);
  const [cx, cy] = middleOf(box);
  room.takeLine([x, y], [cx, cy]);
  const mark = numbered(idea, [cx, cy]);
  mark.prepend(make("line", { x1: x, y1: y, x2: cx, y2: cy, class: "bp-idea-line" }));
  return [mark];
}
