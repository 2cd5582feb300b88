// Draws one message: what it says, carries and offers.

import { act, copy } from "./net.js";
import { pictureOf } from "./picture.js";
import { nodesOf } from "./text.js";
import { clockTime } from "./time.js";
import { say } from "./words.js";

const WAITING_MS = 10000;
const chat = document.getElementById("chat"), text = document.getElementById("text");
const keyboardAtHand = matchMedia("(pointer: fine)");

/** An element with a class and a text. */
export function make(tag, className, text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.textContent = text;
  return node;
}

/** Draw into `item.row`; `find` gives the message that it answers, `stay` is called when its size has changed. */
export function fill(item, find, stay) {
  const { row, entry } = item, held = document.activeElement, focused = row.contains(held);
  const bubble = make("div", "bubble");
  bubble.append(...parts(item, find, stay), meta(item));
  row.replaceChildren(bubble);
  row.classList.toggle("has-buttons", entry.buttons.length > 0);
  if (entry.buttons.length) row.append(keyboard(entry));
  if (item.reaction) row.append(make("span", "reaction", item.reaction));
  if (focused && held === item.picture) held.focus({ preventScroll: true });
  else if (focused) (row.querySelector(".buttons button") || (keyboardAtHand.matches ? text : chat)).focus({ preventScroll: true });
}

function parts(item, find, stay) {
  const { entry } = item;
  const found = [];
  if (entry.reply_to) found.push(quote(find(entry.reply_to)));
  if (entry.picture) found.push(pictureOf(item, stay));
  if (entry.file) found.push(card(entry.file_name.endsWith(".ogg") ? "voice" : "file", entry.file_name, say("file.save"), `/files/${entry.file}`));
  if (entry.location) found.push(card("pin", say("location"), entry.location.map((part) => part.toFixed(4)).join(", ")));
  if (entry.text) {
    const said = make("span", "text");
    said.append(...nodesOf(entry.text, entry.entities));
    found.push(said);
  }
  return found;
}

function quote(original) {
  return make("span", "quote", original ? original.text || original.file_name || "…" : "…");
}

function card(sign, title, more, address) {
  const shown = make(address ? "a" : "div", "card");
  if (address) shown.href = address;
  const words = make("span", "", title);
  words.append(make("small", "", more));
  const badge = make("span", `sign ${sign}`);
  badge.setAttribute("aria-hidden", "true");
  shown.append(badge, words);
  return shown;
}

function meta({ entry, edited, read }) {
  const time = clockTime(new Date(entry.at));
  const shown = make("span", "meta", edited ? `${say("edited")} ${time}` : time);
  if (entry.sender === "person") shown.append(make("span", "ticks", read ? "✓✓" : "✓"));
  return shown;
}

function keyboard(entry) {
  const shown = make("div", "buttons");
  for (const line of entry.buttons) {
    const row = document.createElement("div");
    row.append(...line.map((button) => (button.url ? address(button) : pressable(button, entry.id))));
    shown.append(row);
  }
  return shown;
}

function address(button) {
  const anchor = make("a", button.style || "", `${button.label} ↗`);
  if (/^https?:\/\//i.test(button.url)) anchor.href = button.url;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function pressable(button, id) {
  const shown = make("button", button.style || "", button.label);
  shown.type = "button";
  if (button.copy !== null) shown.append(make("span", "copy-sign"));
  shown.addEventListener("click", async () => {
    if (button.copy !== null) return copy(button.copy);
    shown.classList.add("waiting");
    setTimeout(() => shown.classList.remove("waiting"), WAITING_MS);
    if (!(await act("press", { id, data: button.data }))) shown.classList.remove("waiting");
  });
  return shown;
}
