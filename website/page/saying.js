// @ts-check
// What a page says: at its top what is going on, and in sight wherever somebody reads what they must know.

/** @typedef {"full" | "stopped" | "slow" | "elsewhere"} Alarm */

const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const lineOf = (/** @type {Alarm} */ name) => document.querySelector(`#alarms [data-alarm=${name}]`);

export function say(/** @type {string} */ sentence) {
  if (by("status").textContent !== sentence) by("status").textContent = sentence;
}

/**
 * Say a sentence until `calm` takes it back, with a button that does what helps.
 * @param {Alarm} name
 * @param {string} sentence
 * @param {string} label the button's
 * @param {() => void} act
 */
export function alarm(name, sentence, label, act) {
  if (lineOf(name)) return;
  const [line, button] = [document.createElement("p"), document.createElement("button")];
  line.dataset.alarm = name;
  Object.assign(button, { type: "button", textContent: label, onclick: act });
  line.append(sentence, " ", button);
  by("alarms").append(line);
}

export function calm(/** @type {Alarm} */ name) {
  const line = lineOf(name);
  if (line?.contains(document.activeElement)) by("text").focus({ preventScroll: true });
  line?.remove();
}

// What has the focus is scrolled to where no alarm covers it.
new ResizeObserver(() => {
  document.documentElement.style.scrollPaddingTop = `${by("alarms").offsetHeight + 16}px`;
}).observe(by("alarms"));

export const reload = () => location.reload();
