// @ts-check
// Pictures are drawn in the pixels that they have, so their words are as large on every screen.

/**
 * A function that draws what it is given, now and whenever the place has another width, until the signal ends it.
 * While the place has no width, it is not drawn.
 * @template Data
 * @param {Element} place
 * @param {AbortSignal} signal
 * @param {(data: Data, width: number) => void} draw
 * @returns {(data: Data) => void}
 */
export function drawnToSize(place, signal, draw) {
  /** @type {{ data: Data } | undefined} */
  let last;
  let width = 0;
  const drawLast = () => last && width && draw(last.data, width);
  const measure = () => {
    const before = width;
    width = place.clientWidth;
    if (width !== before) drawLast();
  };
  const watch = new ResizeObserver(measure);
  watch.observe(place);
  signal.addEventListener("abort", () => watch.disconnect());
  return (data) => {
    last = { data };
    if (width) drawLast();
    else measure();
  };
}
