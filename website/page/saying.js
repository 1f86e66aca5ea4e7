// @ts-check
// The line at the top of a page: what is going on, and before that whatever somebody must know.

/** @typedef {"full" | "stopped" | "slow" | "elsewhere"} Alarm by its urgency */

const status = /** @type {HTMLElement} */ (document.getElementById("status"));
/** @type {Record<Alarm, string>} */
const alarms = { full: "", stopped: "", slow: "", elsewhere: "" };
let usual = "";

export function say(/** @type {string} */ sentence) {
  usual = sentence;
  show();
}

/** Say a sentence until it is taken back with "": the line then stays in sight. */
export function alarm(/** @type {Alarm} */ name, /** @type {string} */ sentence) {
  alarms[name] = sentence;
  show();
}

function show() {
  const urgent = Object.values(alarms).find(Boolean);
  status.classList.toggle("alarm", Boolean(urgent));
  if (status.textContent !== (urgent ?? usual)) status.textContent = urgent ?? usual;
}
