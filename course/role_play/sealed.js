// Opens a role's sheet with its code: PBKDF2 makes the key, and AES-GCM refuses every other one.

const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** @param {string} name */
const by = (name) => /** @type {HTMLElement} */ (document.getElementById(name));

/** @param {string | undefined} text in base64 */
const bytes = (text) => Uint8Array.from(atob(text ?? ""), (letter) => letter.charCodeAt(0));

/**
 * @param {string} code
 * @returns {Promise<string>} the sheet; rejected under a wrong code
 */
async function opened(code) {
  const { salt, nonce, text, rounds } = by("sheet").dataset;
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(code), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: Number(rounds) };
  const key = await crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(nonce) }, key, bytes(text)));
}

/** @param {string} name of the sentence to show; the others are hidden */
function say(name) {
  for (const one of ["wrong", "unable"]) by(one).hidden = one !== name;
}

by("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (by("code"));
  if (!globalThis.crypto?.subtle) {
    say("unable");
    return;
  }
  const code = [...field.value.toLowerCase()].filter((letter) => LETTERS.includes(letter)).join("");
  try {
    by("sheet").innerHTML = await opened(code);
  } catch {
    say("wrong");
    field.setAttribute("aria-invalid", "true");
    field.select();
    return;
  }
  const heading = by("sheet").querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
});
