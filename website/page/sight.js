// @ts-check
// What is drawn first: what a reader sees, and what is a page down.

/**
 * @param {HTMLElement[]} nodes
 * @returns {[near: HTMLElement[], far: HTMLElement[]]}
 */
export function nearAndFar(nodes) {
  const near = nodes.filter((node) => node.getBoundingClientRect().top < 2 * innerHeight);
  return [near, nodes.filter((node) => !near.includes(node))];
}

/** Promise that what was drawn has been seen. */
export function seen() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
