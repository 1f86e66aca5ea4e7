// One anywidget module on a plain page, in the site's own host.
async ([host, esm, css, state]) => {
  const moduleOf = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const { hosted, viewOf } = await import(moduleOf(host));
  document.getElementById("css").textContent = css;
  const messages = [];
  const { model, ...rest } = hosted({ ...state, _css: css }, (sent) => window.toPython(sent), (told) => messages.push(told));
  const show = await viewOf(moduleOf(esm), model);
  let close;
  const open = async () => (close = await show(document.getElementById("place")));
  window.plainHost = { ...rest, sent: messages, open, close: () => close() };
  await open();
}
