// @ts-check
// The whole sheet on one page of paper: a page of its own inside this one, which alone is printed.
import { make } from "../parts/dom.js";

/** @import { Model, Words } from "../parts/types.js" */

const [WIDTH, HEIGHT] = ["180mm", "235mm"]; // what both A4 and Letter have room for, as paper breaks lines a little differently
const [LARGEST, SMALLEST] = [11, 7]; // points
const STYLE = `
  @page { margin: 15mm }
  html { color-scheme: light }
  body { width: ${WIDTH}; margin: 0; color: CanvasText; background: Canvas; font-family: system-ui, sans-serif; line-height: 1.3 }
  h1 { margin: 0 0 0.5em; font-size: 1.5em }
  table { width: 100%; border-collapse: collapse; font: inherit }
  th, td { padding: 0.35em 0.5em; border: 0.5pt solid; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  th { width: 26%; font-weight: 600 }
  th small { display: block; font-weight: 400 }
  td { white-space: pre-line }
  td:empty { height: 4em }
  .dense td { white-space: normal }
`;

/**
 * Print the sheet; a row in which nothing stands leaves room to write by hand.
 * @param {Model<any>} model
 * @param {Words} words
 * @param {HTMLElement} el
 * @param {AbortSignal} signal
 */
export function printSheet(model, words, el, signal) {
  el.querySelector(".bp-own-paper")?.remove();
  const frame = make("iframe", { class: "bp-own-paper", title: words.title, "aria-hidden": "true", tabindex: "-1" });
  el.append(frame);
  signal.addEventListener("abort", () => frame.remove());
  const paper = frame.contentDocument;
  if (!paper) return;
  paper.documentElement.lang = words.language;
  paper.title = words.title;
  paper.head.append(make("style", {}, STYLE));
  paper.body.append(make("h1", {}, words.title), make("table", {}, make("tbody", {}, ...model.get("rows").map(line))));
  fit(paper);
  frame.contentWindow?.print();

  /** @param {string} row */
  function line(row) {
    const text = model.get(row);
    const asks = text ? [] : [make("small", {}, words[`${row}_asks`])];
    return make("tr", {}, make("th", { scope: "row" }, words[row], ...asks), make("td", {}, text));
  }
}

/**
 * Take letters as large as one page has room for; where even the smallest have none, lines are not kept apart.
 * @param {Document} paper
 */
function fit(paper) {
  const ruler = make("div", { style: `position: absolute; width: 1px; height: ${HEIGHT}` });
  paper.body.append(ruler);
  const most = ruler.offsetHeight;
  ruler.remove();
  for (const dense of [false, true]) {
    paper.body.className = dense ? "dense" : "";
    for (let size = LARGEST; size >= SMALLEST; size -= 0.5) {
      paper.body.style.fontSize = `${size}pt`;
      if (paper.body.offsetHeight <= most) return;
    }
  }
}
