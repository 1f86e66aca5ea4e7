// Whether a node is in plain sight: nothing else lies over all of the places where it is looked for.
window.inSight = (node) => {
  const box = node.getBoundingClientRect();
  const at = [0.05, 0.5, 0.95];
  return at.some((x) => at.some((y) => {
    const found = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return found && (node.contains(found) || found.contains(node) && found !== document.documentElement);
  }));
};
