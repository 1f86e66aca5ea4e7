// Setting and following the traits that Python holds.

/** Set traits and send them to Python. */
export function send(model, traits) {
  for (const [name, value] of Object.entries(traits)) model.set(name, value);
  model.save_changes();
}

/** Read and write one entry of a list that the model holds. */
export function entry(model, trait, index) {
  return {
    read: () => model.get(trait)[index],
    write: (value) => send(model, { [trait]: model.get(trait).map((old, at) => (at === index ? value : old)) }),
  };
}

/** Call `react` now and whenever one of the traits changes, until the signal ends it. */
export function follow(model, traits, react, signal) {
  const events = traits.map((trait) => `change:${trait}`);
  for (const event of events) model.on(event, react);
  signal.addEventListener("abort", () => events.forEach((event) => model.off(event, react)));
  react();
}
