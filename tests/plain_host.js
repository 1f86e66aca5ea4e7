// One anywidget module on a plain page, in the site's own host.
async ([host, esm, css, state]) => {
  const moduleOf = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const { hosted, viewOf } = await import(moduleOf(host));
  document.getElementById("css").textContent = css;
  const { model, ...rest } = hosted(state, (sent) => window.toPython(sent));
  const show = await viewOf(moduleOf(esm), model);
  let close;
  const open = async () => (close = await show(document.getElementById("place")));
  window.plainHost = { ...rest, open, close: () => close() };
  await open();
}
