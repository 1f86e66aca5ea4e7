// @ts-check
// Where things stand on the interest map: pure geometry, in pixels, whatever the width.

/** @typedef {{ x: number, y: number, w: number, h: number }} Box */
/** @typedef {[x: number, y: number]} Point */

export const GAP = 14;
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/**
 * The width of every interest's box; between two of them there is room for a link's words, or for its sign.
 * @param {number} width
 */
export const boxWidth = (width) => clamp((width - (width > WIDE ? 140 : 48)) / 2, 80, 230);
export const WIDE = 440;

/**
 * Where an interest stands as long as nobody moved it, as shares of the free width and height.
 * @param {string} id
 * @param {Record<string, number>} totals
 * @returns {[right: number, down: number]}
 */
export function firstPlace(id, totals) {
  const [side, number] = id.split("-");
  return [side === "own" ? 0 : 1, totals[side] > 1 ? Number(number) / (totals[side] - 1) : 0.5];
}

/**
 * Boxes {x, y, w, h, …} moved up or down as little as needed, in their order, so that none comes nearer to another than
 * the gap. Below the lowest there is always room, so a place is always found.
 * @template {Box} Sized
 * @param {Sized[]} boxes
 * @param {number} width
 */
export function settle(boxes, width) {
  /** @type {Sized[]} */
  const settled = [];
  for (const box of boxes) {
    const x = clamp(box.x, 0, width - box.w);
    const stops = settled.flatMap((other) => [other.y - box.h - GAP, other.y + other.h + GAP]);
    const free = [Math.max(0, box.y), ...stops].filter(
      (y) => y >= 0 && settled.every((other) => !near({ ...box, x, y }, other, GAP)),
    );
    free.sort((a, b) => Math.abs(a - box.y) - Math.abs(b - box.y));
    settled.push({ ...box, x, y: free[0] });
  }
  return settled;
}

/**
 * Whether two boxes overlap, or come nearer than `gap`.
 * @param {Box} a
 * @param {Box} b
 * @param {number} [gap]
 */
export function near(a, b, gap = 0) {
  /** @type {(start: "x" | "y", size: "w" | "h") => boolean} */
  const apart = (start, size) => a[start] + a[size] + gap <= b[start] + 0.01 || b[start] + b[size] + gap <= a[start] + 0.01;
  return !apart("x", "w") && !apart("y", "h");
}

/**
 * Where a link's label of this size stands: on the line between its ends, in the middle if that is free of the boxes
 * taken, else above or below the line within `reach`; `of` is then the place on the line to which it belongs. There is
 * always a free place below everything.
 * @param {[Point, Point]} ends
 * @param {{ w: number, h: number }} size
 * @param {Box[]} taken
 * @param {number} width
 * @param {number} [reach]
 * @returns {Box & { of?: Point } | undefined}
 */
export function labelPlace([[x1, y1], [x2, y2]], { w, h }, taken, width, reach = Infinity) {
  /** @type {Point[]} */
  const spots = SHARES.map((share) => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]);
  /** @type {(spot: Point, off: number) => Box} */
  const boxAt = ([x, y], off) => ({ x: clamp(x - w / 2, 0, width - w), y: y - h / 2 + off, w, h });
  for (let away = 0; away <= reach; away += h / 2) {
    const boxes = spots.flatMap((of) => [-away, away].map((off) => ({ ...boxAt(of, off), of })));
    const free = boxes.find((box) => box.y >= 0 && taken.every((other) => !near(box, other)));
    if (free) return { ...free, of: away ? free.of : undefined };
  }
  return undefined;
}

/** @type {(value: number, least: number, most: number) => number} */
export const clamp = (value, least, most) => Math.max(least, Math.min(Math.max(least, most), value));

/**
 * Lines of words, each of which `fits`; a word that fits no line is broken.
 * @param {string} text
 * @param {(line: string) => boolean} fits
 */
export function wrap(text, fits) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(...broken(word, fits));
  }
  return lines.filter(Boolean);
}

/**
 * @param {string} word
 * @param {(line: string) => boolean} fits
 */
function broken(word, fits) {
  /** @type {string[]} */
  const parts = [];
  for (const letter of word) {
    if (parts.length && fits(`${parts.at(-1)}${letter}`)) parts[parts.length - 1] += letter;
    else parts.push(letter);
  }
  return parts;
}
