// @ts-check
// The course map: each lesson with its state, its minutes and its exercise; a press opens the page beside this one.
import { make } from "../parts/dom.js";
import { follow } from "../parts/model.js";
import { prepare } from "../parts/place.js";
import { lookWhenSeen } from "../parts/seen.js";

/** @import { Common, View, Words } from "../parts/types.js" */
/**
 * @typedef {{ title: string, page: string, marks: string }} Exercise
 * @typedef {{
 *   title: string, page: string, state: "new" | "begun" | "done", next: boolean, said: string, minutes: string,
 *   exercise: Exercise | null,
 * }} Stop
 * @typedef {Common<{ summary: string, lessons: Stop[], pages: { title: string, page: string }[] }> & { looked: number }} Traits
 */

const MARKS = { new: "○", begun: "◐", done: "●" };
const IN_LAB = /\/lab(?:\/workspaces\/[^/]+)?\/tree\/(.*)$/;

/** @param {View<Traits>} view */
function render({ model, el, signal }) {
  const words = model.get("words");
  const page = prepare({ model, el, signal }, words);
  const summary = make("p", { class: "bp-says" });
  const list = make("ol", { class: "bp-map", "aria-label": words.map });
  const others = make("ul", { class: "bp-map", "aria-label": words.pages });
  el.append(summary, list, others);
  const show = () => {
    const { summary: said, lessons, pages } = model.get("picture");
    if (summary.textContent) page.say(said);
    summary.textContent = said;
    const focused = el.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
    list.replaceChildren(...lessons.map((stop) => stopNode(stop, words)));
    others.hidden = !pages.length;
    others.replaceChildren(...pages.map(({ title, page: way }) => make("li", {}, make("span", { class: "bp-map-mark", "aria-hidden": "true" }, "✎"), link(title, way))));
    if (focused) [...el.querySelectorAll("a")].find((each) => each.getAttribute("href") === focused)?.focus();
  };
  follow(model, ["picture"], show, signal);
  lookWhenSeen(model, el, signal);
}

/**
 * A lesson and its exercise.
 * @param {Stop} stop
 * @param {Words} words
 */
function stopNode({ title, page, state, next, said, minutes, exercise }, words) {
  const mark = make("span", { class: "bp-map-mark", "aria-hidden": "true" }, MARKS[state]);
  const about = make("span", { class: "bp-map-said" }, [next ? words.next : "", said, state === "done" ? "" : minutes].filter(Boolean).join(" · "));
  const lesson = make("div", { class: "bp-map-lesson" }, link(title, page), about);
  const extra = exercise
    ? [make("div", { class: "bp-map-exercise" }, link(exercise.title, exercise.page), make("span", { class: "bp-map-said" }, exercise.marks))]
    : [];
  return make("li", { class: `bp-map-${state}`, "aria-current": next ? "step" : false }, mark, make("div", {}, lesson, ...extra));
}

/**
 * The way to a notebook's page where the notebooks are a site, whose pages all stand beside this one.
 * @param {string} page
 */
function onSite(page) {
  const [, exercise] = /([^/]+)\/exercise\.ipynb$/.exec(page) ?? [];
  return exercise ? `exercise-${exercise}.html` : page.replace(/\.ipynb$/, ".html");
}

/**
 * A link to a page by its way from this one. JupyterLab opens it beside this page, as its command does; elsewhere the
 * browser goes there.
 * @param {string} title
 * @param {string} page
 */
function link(title, page) {
  const way = "site" in document.body.dataset ? onSite(page) : page;
  const href = way.split("/").map(encodeURIComponent).join("/");
  const open = () => {
    const here = IN_LAB.exec(location.pathname);
    if (!here) return;
    const path = new URL(href, new URL(here[1], "http://root/")).pathname.slice(1);
    node.dataset.commandlinkerCommand = "docmanager:open";
    node.dataset.commandlinkerArgs = JSON.stringify({ path: decodeURIComponent(path) });
  };
  const node = make("a", { href, click: open }, title);
  return node;
}

export default { render };
