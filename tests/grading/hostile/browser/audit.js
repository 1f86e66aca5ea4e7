// What a page holds that could act: elements of texts, what leads somewhere, names that are there twice.
() => {
  const unique = (values) => [...new Set(values)];
  const shown = [...document.querySelectorAll(".text_cell_render *, .output_area *, .input_area *")];
  const named = (element) => unique([element.id, element.getAttribute("name")].filter(Boolean));
  const counts = {};
  const ofThePage = new Set();
  for (const element of document.querySelectorAll("[id], [name]"))
    for (const name of named(element)) {
      counts[name] = (counts[name] ?? 0) + 1;
      if (!element.closest(".text_cell_render, .output_area")) ofThePage.add(name);
    }
  return {
    kinds: unique(shown.map((element) => {
      const names = [...element.attributes].map(({ name }) => name).sort();
      return [element.localName, ...names].join(" ");
    })),
    links: unique(shown.flatMap((element) =>
      ["href", "xlink:href", "action", "formaction", "src", "srcset", "data", "poster", "background", "ping"]
        .filter((name) => element.hasAttribute(name))
        .map((name) => `${element.localName} ${name} ${element.getAttribute(name).slice(0, 300)}`))),
    twice: Object.keys(counts).filter((name) => counts[name] > 1 && ofThePage.has(name)),
    title: [document.title],
  };
}
