// @ts-check
// A course's exercise: the student opens the files that the course gave, answers here, and saves the notebook.
import { offerAnswers, takeAnswers } from "./answers.js";
import { begin, instead, show, words } from "./running.js";
import { saveAs } from "./save.js";
import { say } from "./saying.js";

/** @import { Ask } from "./running.js" */
/** @typedef {{ kind: string, html?: string, cell: string, answer: string, hint: string, place: number, module: string }} Part */

const LARGEST = 60_000_000; // bytes of a file that is read
const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const chooser = /** @type {HTMLInputElement} */ (by("course-files"));
const student = /** @type {HTMLInputElement} */ (by("student"));

begin({ session: "course", coming: "coming_to_course", here: "here_in_course", absent: "absent_in_exercise", start: opened, begun, taken: takeAnswers });

/**
 * Wait for files that can be opened.
 * @param {Ask} ask
 * @param {() => import("./kept.js").Files} filed gives what is stored
 */
function opened(ask, filed) {
  say(words.choose_files);
  const button = /** @type {HTMLButtonElement} */ (by("course-open"));
  button.disabled = false;
  return new Promise((done) => {
    /** @type {HTMLFormElement} */ (by("course-form")).onsubmit = async (event) => {
      event.preventDefault();
      button.disabled = true;
      const told = await read([...(chooser.files ?? [])]);
      const answered = typeof told === "string" ? { fault: told } : await ask("begin", told.notebook, told.beside, student.value, instead, filed());
      button.disabled = false;
      if (answered && !answered.fault) return done(answered);
      by("course-says").textContent = answered?.fault ?? words.stopped;
    };
  });
}

/**
 * The notebook as text and the files beside it as base64, or a sentence on what is missing.
 * @param {File[]} files
 */
async function read(files) {
  const notebook = files.find(({ name }) => name.endsWith(".ipynb"));
  if (!notebook) return words.no_notebook;
  const large = files.find(({ size }) => size > LARGEST);
  if (large) return words.too_large.replace("{name}", large.name);
  const beside = await Promise.all(files.filter((file) => file !== notebook).map(async (file) => [file.name, await base64(file)]));
  return { notebook: await notebook.text(), beside: Object.fromEntries(beside) };
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
function base64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

/**
 * Show the exercise, and let it be answered and saved.
 * @param {{ parts: Part[], states: any[], student: string, shown: any, texts: any, number: number, earlier: string }} told
 * @param {Ask} ask
 */
async function begun(told, ask) {
  by("course-intro").hidden = true;
  for (const part of told.parts) {
    const node = nodeOf(part);
    by("exercise").append(node);
    if (part.kind === "widget") await show(part.module, told.states[part.place], node);
  }
  offerAnswers(told, ask);
  by("course-done").hidden = false;
  by("course-student").textContent = words.works_as.replace("{student}", told.student);
  by("course-save").onclick = async () => {
    for (const field of document.querySelectorAll("textarea[data-cell]")) await /** @type {any} */ (field).cell.run();
    const answered = await ask("saved");
    if (!answered) return;
    saveAs("exercise.ipynb", answered.notebook);
    by("course-saved").textContent = words.course_saved;
  };
}

/**
 * What stands on the page for a part, from its template.
 * @param {Part} part
 */
function nodeOf({ kind, html, cell, answer, hint }) {
  const node = document.createElement(kind === "text" ? "section" : "div");
  if (kind === "text") node.innerHTML = html ?? "";
  if (kind === "shown") node.dataset.shows = cell;
  if (kind === "widget") node.className = "shown";
  const template = document.getElementById(`of-${kind}`);
  if (!(template instanceof HTMLTemplateElement)) return node;
  node.append(template.content.cloneNode(true));
  for (const field of node.querySelectorAll("textarea")) Object.assign(field, { id: `answer-${cell}` }).dataset.cell = cell;
  if (kind === "answer") {
    /** @type {HTMLElement} */ (node.querySelector("textarea")).dataset.answer = answer;
    node.querySelector("textarea")?.setAttribute("aria-describedby", `hint-${cell}`);
    node.querySelector("label")?.setAttribute("for", `answer-${cell}`);
    Object.assign(node.querySelector("p") ?? {}, { id: `hint-${cell}`, textContent: hint });
  } else if (kind === "written") {
    /** @type {HTMLElement} */ (node.querySelector("textarea")).dataset.written = answer;
  } else {
    Object.assign(node.dataset, { testOf: answer, cell });
  }
  return node;
}
