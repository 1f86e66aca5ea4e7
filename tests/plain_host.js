// A host for one anywidget module on a plain page, with what Jupyter's own gives: a model, a place and a signal.
async ([esm, css, state]) => {
  document.getElementById("css").textContent = css;
  const el = document.getElementById("place");
  let handlers = {};
  let pending = {};
  let count = 0;
  const sent = [];
  const latest = {};
  const told = new Set();
  const kernel = {
    statusChanged: { connect: (react) => told.add(react), disconnect: (react) => told.delete(react) },
    disposed: { connect: () => {}, disconnect: () => {} },
  };
  const apply = (changes) => {
    Object.assign(state, changes); // as in Jupyter, all are set before any is told
    for (const name of Object.keys(changes)) {
      (handlers[`change:${name}`] ?? []).forEach((handler) => handler());
    }
  };
  const model = {
    get: (name) => (name === "_css" ? css : state[name]),
    set: (name, value) => { pending[name] = value; apply({ [name]: value }); }, // Jupyter's own tells at once, too
    save_changes: () => {
      const [sent, number] = [pending, ++count];
      pending = {};
      for (const name of Object.keys(sent)) latest[name] = number;
      window.toPython(sent).then((answer) => apply(Object.fromEntries(
        // As in Jupyter, an older answer does not undo what was set since.
        Object.entries(answer).filter(([name]) => !(latest[name] > number)))));
    },
    on: (event, handler) => (handlers[event] ??= []).push(handler),
    off: (event, handler) => {
      if (!event) handlers = {};
      else handlers[event] = handler ? (handlers[event] ?? []).filter((other) => other !== handler) : [];
    },
    send: (message) => sent.push(message),
    widget_manager: { get_model: () => Promise.reject(new Error("This host has one model only.")), kernel },
  };
  const experimental = { invoke: () => Promise.reject(new Error("This host has no commands.")) };
  const url = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const exported = (await import(url)).default;
  const definition = typeof exported === "function" ? await exported() : exported;
  await definition.initialize?.({ model, signal: new AbortController().signal, experimental });
  let close;
  const open = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const cleanup = await definition.render?.({ model, el, signal, experimental });
    close = async () => {
      controller.abort();
      await cleanup?.();
      el.replaceChildren();
    };
  };
  window.plainHost = {
    sent, apply, open, close: () => close(), end: (status) => told.forEach((react) => react(kernel, status)),
    handlers: () => Object.values(handlers).flat().length + told.size,
  };
  await open();
}
