// @ts-check
// Text fields that can only be read until Python shows what is kept of them: nobody writes over what they can't see.

const TEXTS = "textarea, input[type=text], input:not([type])";
/** @type {HTMLInputElement[]} */
const held = [];
let isShown = false;

/** Hold the text fields of a simulation, unless what is kept is shown already. */
export function hold(/** @type {HTMLElement} */ simulation) {
  if (isShown) return;
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (simulation.querySelectorAll(TEXTS))) {
    field.readOnly = true;
    held.push(field);
  }
}

/** Let all of them be written in, now and from now on. */
export function free() {
  isShown = true;
  for (const field of held) field.readOnly = false;
}
