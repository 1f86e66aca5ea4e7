// Moves every control of every simulation, form and box of a page, as a learner might who tries everything once.
// `before` and `after` are the words on the buttons that are pressed before and after what can be moved or written.
async ([before, after]) => {
  const pause = (ms) => new Promise((over) => setTimeout(over, ms));
  const usable = (node) => node.offsetParent !== null && !node.disabled && !node.readOnly;
  const tell = (node, ...kinds) => kinds.forEach((kind) => node.dispatchEvent(new Event(kind, { bubbles: true })));
  const press = async (place, ...names) => {
    for (const name of names) {
      const button = [...place.querySelectorAll("button")].find((one) => one.textContent === name && usable(one));
      if (!button) continue;
      button.click();
      await pause(600);
    }
  };
  const choose = (place) => {
    const groups = new Map();
    for (const radio of place.querySelectorAll("input[type=radio]")) if (usable(radio)) groups.set(radio.name, radio);
    groups.forEach((last) => last.checked || last.click());
    return groups.size;
  };
  const move = (slider) => {
    slider.value = String(Number(slider.value) + Number(slider.step || 1) * (slider.value === slider.max ? -1 : 1));
    tell(slider, "input", "change");
  };
  const write = (field) => {
    field.value = field.type === "number" ? "30" : "Words of my own";
    tell(field, "input", "change");
  };
  const pick = (list) => {
    list.selectedIndex = Math.min(1, list.options.length - 1);
    tell(list, "input", "change");
  };
  let played = 0;
  for (const place of document.querySelectorAll(".biggerpie")) {
    place.scrollIntoView();
    place.querySelectorAll("details").forEach((folded) => (folded.open = true));
    played += choose(place);
    await pause(200);
    await press(place, ...before);
    const all = (kinds) => [...place.querySelectorAll(kinds)].filter(usable);
    for (const [kinds, act] of [["input[type=range]", move], ["select", pick], ["textarea, input[type=text], input[type=number]", write]]) {
      const fields = all(kinds);
      fields.forEach(act);
      played += fields.length;
      await pause(200);
    }
    await press(place, ...after);
  }
  return played;
}
