// @ts-check
// Python in a worker: it is asked by name, answers in order, and says when it cannot go on.

const STAYED = 5_000; // milliseconds after which a page that was about to be left is still there
let leaving = false;
addEventListener("beforeunload", () => {
  leaving = true;
  setTimeout(() => (leaving = false), STAYED);
});

/**
 * @param {URL} script
 * @param {string} purpose by which the worker knows what it is for
 * @param {(hasAnswered: boolean) => void} stopped is told once, where the worker ends or never begins
 */
export function pythonAt(script, purpose, stopped) {
  const worker = new Worker(script, { type: "module", name: purpose });
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (reason: Error) => void }>} */
  const asked = new Map();
  let count = 0;
  let hasAnswered = false;
  let ended = false;
  const end = (/** @type {string} */ reason) => {
    if (ended) return;
    ended = true;
    worker.terminate();
    for (const { reject } of asked.values()) reject(new Error(reason));
    stopped(hasAnswered);
  };
  // Firefox stops what a worker is loading as soon as its page is about to be left.
  const fail = (/** @type {string} */ reason) => (leaving ? setTimeout(() => fail(reason), STAYED) : end(reason));
  worker.onerror = (event) => fail(event.message || "the worker could not begin");
  worker.onmessage = ({ data: { number, answer, fault } }) => {
    if (fault) return fail(fault);
    hasAnswered = true;
    asked.get(number)?.resolve(answer);
    asked.delete(number);
  };
  return {
    /**
     * @param {string} name
     * @param {any[]} given
     * @returns {Promise<any>}
     */
    ask: (name, ...given) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error("Python has ended."));
        asked.set(++count, { resolve, reject });
        worker.postMessage({ number: count, name, given });
      }),
  };
}
