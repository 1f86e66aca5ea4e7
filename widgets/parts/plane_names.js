// @ts-check
// What the payoff plane says: the names of its marks, and of each dot which package it is.
import { around } from "./boxes.js";
import { pairs } from "./plane_paths.js";
import { fill } from "./sentences.js";

/** @import { Box, Dot, Label, Payoffs, Plane, Sheet, Words } from "./types.js" */

const FIRST_OPTION = "0".charCodeAt(0);

/**
 * The names of the marks, those that seldom move first.
 * @param {Plane} data
 * @param {Words} words
 * @param {Sheet} sheet
 * @returns {Label[]}
 */
export function labelsOf({ signed, middle, floors, here, ideas, paths = [] }, words, { limit, x, y, spot }) {
  const at = (/** @type {Payoffs} */ payoffs, reach = 8) => around(spot(payoffs), reach);
  /** @type {(from: Payoffs) => Box} */
  const above = ([you, them]) => ({ x: x(you), y: y(limit), w: x(limit) - x(you), h: y(them) - y(limit) });
  const beyond = signed?.at ?? middle;
  /** @type {Label[]} */
  const labels = [
    { text: signed?.name ?? words.middle, kind: "plain", of: at(beyond), sign: signed ? "△" : "□" },
    { text: words.better_for_both, kind: "best", of: above(beyond), near: [x(limit), y(limit)], sign: "▨" },
  ];
  const names = paths.flatMap(({ name, points, kind }) => (name && points.length ? [{ name, kind, at: points[0] }] : []));
  for (const one of names) labels.push({ text: one.name, kind: one.kind, of: at(one.at), sign: one.kind === "you" ? "●" : "■" });
  if (here && !ideas) labels.push({ text: words.here, kind: "focus", of: at(here, 10), sign: "○" });
  if (floors?.[0] && floors[0] <= limit) {
    const line = { x: x(floors[0]), y: y(limit), w: 0, h: y(0) - y(limit) };
    labels.push({ text: words.floor_you, kind: "you", of: line, near: [line.x, y(0)], sign: "┆" });
  }
  if (floors?.[1] && floors[1] <= limit) {
    const line = { x: x(0), y: y(floors[1]), w: x(limit) - x(0), h: 0 };
    labels.push({ text: words.floor_them, kind: "them", of: line, near: [x(0), line.y], sign: "┄" });
  }
  if (floors) labels.push({ text: words.zone_name, kind: "quiet", of: above(floors), within: true });
  return labels;
}

/**
 * What each dot says; the one that the keys begin at comes first.
 * @param {Plane} data
 * @param {Words} words
 * @param {Sheet} sheet
 * @returns {Dot[]}
 */
export function dotsOf(data, words, { spot }) {
  const cloud = pairs(data.cloud);
  /** @type {Map<string, string>} */
  const packages = new Map();
  cloud.forEach((at, n) => packages.set(String(at), data.packages?.[n] ?? ""));
  (data.also ?? []).forEach(([you, them, letters]) => packages.set(String([you, them]), letters));
  data.frontier.forEach((at, n) => packages.set(String(at), data.best?.[n] ?? ""));
  /** @type {(at: Payoffs, name?: string) => Dot} */
  const dot = (at, name) => {
    const settled = inWords(packages.get(String(at)) ?? "", data.issues ?? []);
    const worth = fill(words.dot_worth, { you: at[0], them: at[1] });
    return { spot: spot(at), says: [name, settled, worth].filter(Boolean).join(": ") };
  };
  const named = [
    ...(data.here ? [dot(data.here, data.ideas ? undefined : words.here)] : []),
    dot(data.signed?.at ?? data.middle, data.signed?.name ?? words.middle),
    ...(data.ideas ?? []).map(([you, them, number]) => dot([you, them], fill(words.dot_idea, { number }))),
    ...(data.paths ?? []).flatMap(({ points }) => points.map((at) => dot(at))),
  ];
  return [...named, ...data.frontier.map((at) => dot(at)), ...cloud.map((at) => dot(at))];
}

/**
 * A package issue by issue, from a letter for each option.
 * @param {string} letters
 * @param {string[][]} issues
 */
function inWords(letters, issues) {
  if (!letters || letters.length !== issues.length) return "";
  return issues.map(([name, ...options], at) => `${name} ${options[letters.charCodeAt(at) - FIRST_OPTION]}`).join("; ");
}
