// @ts-check
// What `biggerpie start` adds to JupyterLab. It is loaded as it stands here: JupyterLab takes a prebuilt extension from
// `_JUPYTERLAB` under the package's name, and asks it for the module that package.json names.

/**
 * @typedef {{ node: HTMLElement, model: { getMetadata(name: string): any } }} Cell
 * @typedef {{ widgets: Cell[], activeCellIndex: number }} Notebook
 * @typedef {{ content: Notebook, node: HTMLElement, addClass(name: string): void }} Panel
 * @typedef {{ ready: Promise<void>, model: { getMetadata(name: string): any } }} Context
 * @typedef {{ createNew(panel: Panel, context: Context): { isDisposed: boolean, dispose(): void } }} PanelExtension
 * @typedef {{
 *   commands: { commandExecuted: { connect(slot: (sender: unknown, told: { id: string }) => void): void } },
 *   shell: { currentWidget: Panel | null },
 *   docRegistry: { addWidgetExtension(factory: string, extension: PanelExtension): void },
 * }} App
 */

const NAME = "biggerpie-learner";
const [LESSON, UNVALIDATED] = ["biggerpie-lesson", "biggerpie-unvalidated"];
const RUN = "notebook:run-cell-and-select-next";
const LONGEST = 20_000; // milliseconds until a simulation must be there
const STYLE = `.${UNVALIDATED} .validate-button, .${UNVALIDATED} .jp-Toolbar-item:has(> .validate-button) { display: none }`;

const plugin = {
  id: `${NAME}:plugin`,
  autoStart: true,
  activate(/** @type {App} */ app) {
    document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
    app.docRegistry.addWidgetExtension("Notebook", { createNew });
    app.commands.commandExecuted.connect((_, { id }) => {
      const panel = app.shell.currentWidget;
      if (id === RUN && panel?.node.classList.contains(LESSON)) bringIntoView(panel.content);
    });
  },
};

/**
 * Tell lessons and exercises from other notebooks: no key that is typed there changes a cell unless one writes in it,
 * and Validate is hidden where there is nothing of a course to validate.
 * @param {Panel} panel
 * @param {Context} context
 */
function createNew(panel, context) {
  context.ready.then(() => {
    const own = context.model.getMetadata("biggerpie");
    const ofACourse = panel.content.widgets.some((cell) => cell.model.getMetadata("nbgrader"));
    if (own?.lesson) panel.addClass(LESSON);
    if (own?.lesson || own?.alone || !ofACourse) panel.addClass(UNVALIDATED);
    if (own || ofACourse) panel.node.addEventListener("keydown", keepTyping);
  });
  return { isDisposed: false, dispose() {} };
}

/**
 * Keep letters and digits from Jupyter, which would add, turn, cut or merge cells for somebody who means to write.
 * @param {KeyboardEvent} event
 */
function keepTyping(event) {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const typed = key.length === 1 && key !== " " && !(ctrlKey || metaKey || altKey);
  const writes = /** @type {Element} */ (target).closest("input, textarea, select, [contenteditable=true]");
  if (typed && !writes) event.stopPropagation();
}

/**
 * Let the cell that was run stand at the top of the page as soon as its simulation is there; Jupyter goes on to the
 * next one, and what has come is often below the page.
 * @param {Notebook} notebook
 */
function bringIntoView(notebook) {
  const ran = notebook.widgets[notebook.activeCellIndex - 1]?.node;
  if (!ran) return;
  const here = () => Boolean(ran.querySelector(".biggerpie"));
  const show = () => ran.scrollIntoView({ block: "start" });
  if (here()) return requestAnimationFrame(show);
  const watch = new MutationObserver(() => {
    if (!here()) return;
    watch.disconnect();
    requestAnimationFrame(show);
  });
  watch.observe(ran, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), LONGEST);
}

const module = { __esModule: true, default: plugin };
const known = /** @type {Record<string, unknown>} */ (Reflect.get(window, "_JUPYTERLAB") ?? {});
Reflect.set(window, "_JUPYTERLAB", known);
known[NAME] = { init() {}, get: async () => () => module };
