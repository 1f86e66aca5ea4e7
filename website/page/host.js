// @ts-check
// A host for anywidget modules, with what Jupyter's own gives them: a model, a place and a signal.

/** @typedef {Record<string, any>} State */

/**
 * A model on a state; `toPython` is given what the widget sends, and promises what Python answers, null for nothing.
 * @param {State} state
 * @param {(sent: State) => Promise<State | null>} toPython
 * @param {(message: any) => void} hear is told the messages that are no traits
 */
export function hosted(state, toPython, hear = noMessages) {
  /** @type {Record<string, Function[]>} */
  let handlers = {};
  /** @type {State} */
  let pending = {};
  let count = 0;
  /** @type {Record<string, number>} */
  const latest = {};
  /** @type {Set<Function>} */
  const told = new Set();
  const kernel = {
    statusChanged: {
      connect: (/** @type {Function} */ react) => told.add(react),
      disconnect: (/** @type {Function} */ react) => told.delete(react),
    },
    disposed: { connect: () => {}, disconnect: () => {} },
  };
  const apply = (/** @type {State} */ changes) => {
    Object.assign(state, changes); // as in Jupyter, all are set before any is told
    for (const name of Object.keys(changes)) (handlers[`change:${name}`] ?? []).forEach((handler) => handler());
  };
  const model = {
    get: (/** @type {string} */ name) => state[name],
    set: (/** @type {string} */ name, /** @type {any} */ value) => {
      pending[name] = value;
      apply({ [name]: value }); // Jupyter's own tells at once, too
    },
    save_changes: () => {
      const [sent, number] = [pending, ++count];
      pending = {};
      for (const name of Object.keys(sent)) latest[name] = number;
      // As in Jupyter, an older answer does not undo what was set since.
      const newest = (/** @type {[string, any]} */ [name]) => !(latest[name] > number);
      toPython(sent).then((answer) => answer && apply(Object.fromEntries(Object.entries(answer).filter(newest))));
    },
    on: (/** @type {string} */ event, /** @type {Function} */ handler) => (handlers[event] ??= []).push(handler),
    off: (/** @type {string} */ event, /** @type {Function} */ handler) => {
      if (!event) handlers = {};
      else handlers[event] = handler ? (handlers[event] ?? []).filter((other) => other !== handler) : [];
    },
    send: hear,
    widget_manager: { get_model: () => Promise.reject(new Error("This host has one model only.")), kernel },
  };
  return {
    model,
    apply,
    end: (/** @type {string} */ status) => told.forEach((react) => react(kernel, status)),
    handlers: () => Object.values(handlers).flat().length + told.size,
  };
}

function noMessages() {
  throw new Error("This host has no messages but traits.");
}

const experimental = { invoke: () => Promise.reject(new Error("This host has no commands.")) };

/**
 * Import a widget's module and return what opens a view of the model in a place; that promises what closes it again.
 * @param {string} url
 * @param {ReturnType<typeof hosted>["model"]} model
 */
export async function viewOf(url, model) {
  const exported = (await import(url)).default;
  const definition = typeof exported === "function" ? await exported() : exported;
  await definition.initialize?.({ model, signal: new AbortController().signal, experimental });
  return async (/** @type {HTMLElement} */ el) => {
    const controller = new AbortController();
    const cleanup = await definition.render?.({ model, el, signal: controller.signal, experimental });
    return async () => {
      controller.abort();
      await cleanup?.();
      el.replaceChildren();
    };
  };
}
