// Speaks to the server: acts of the person, and short notices on the page.

import { say } from "./words.js";

const toasts = document.getElementById("toasts");

/** Do something on the server; says what is wrong where it refuses. Returns whether it was done. */
export async function act(name, body = {}) {
  const sent = body instanceof FormData ? body : JSON.stringify(body);
  try {
    const answer = await fetch(`/do/${name}`, { method: "POST", headers: { "x-rehearsal": "1" }, body: sent });
    if (answer.ok) return true;
    toast((await answer.json().catch(() => ({}))).error || say("error.refused", { code: answer.status }));
  } catch {
    toast(say("error.gone"));
  }
  return false;
}

/** Show a notice for a moment. */
export function toast(text) {
  const shown = document.createElement("div");
  shown.className = "toast";
  shown.textContent = text;
  toasts.append(shown);
  setTimeout(() => shown.remove(), 2500 + 40 * text.length);
}

/** Put a text on the clipboard and say so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(say("copied"));
  } catch {
    toast(say("copy.refused"));
  }
}
