// What has the focus: whether it is in plain sight, and what a player types or presses there, once for each control;
// null past the page's end, where the next round begins.
(leftAlone) => {
  const node = document.activeElement;
  window.moved ??= new Set();
  if (!node || node === document.body) {
    window.moved.clear();
    return null;
  }
  const isLast = () => node.selectedIndex === node.options.length - 1;
  const isChosen = () => [...document.getElementsByName(node.name)].some((radio) => radio.checked);
  const said = () => node.ariaLabel ?? node.textContent;
  const moves = {
    button: () => ({ key: new RegExp(leftAlone).test(said()) ? "" : "Enter" }),
    radio: () => ({ key: isChosen() ? "ArrowDown" : "Space" }),
    checkbox: () => ({ key: "Space" }),
    range: () => ({ key: Number(node.value) < Number(node.max) ? "ArrowRight" : "ArrowLeft" }),
    "select-one": () => ({ key: isLast() ? "ArrowUp" : "ArrowDown" }),
    number: () => ({ text: node.value ? "" : "3" }),
    text: () => ({ text: node.value ? "" : "What they like" }),
    textarea: () => ({ text: node.value ? "" : "What matters most to you, and why?" }),
    summary: () => ({ key: node.parentElement.open ? "" : "Enter" }),
  };
  const kind = node.type ?? node.localName;
  const control = kind === "radio" ? node.name : node;
  const move = node.closest("[id^=simulation-]") && !window.moved.has(control) ? moves[kind]?.() : {};
  window.moved.add(control);
  return { key: "", text: "", ...move, isSeen: window.inSight(node), html: node.outerHTML.slice(0, 200) };
}
