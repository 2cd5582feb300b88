// The messages: one entry of the transcript after the other, edits in place, the newest in sight.

import { act, copy, toast } from "./net.js";
import { nodesOf } from "./text.js";
import { clockTime, dayOf } from "./time.js";

const TYPING_MS = 5000;
const WAITING_MS = 10000;
const NEAR_END_PX = 120;

const $ = (id) => document.getElementById(id);
const chat = $("chat"), messages = $("messages"), typing = $("typing"), toEnd = $("to-end");
let rows = new Map(), last = null, unseen = 0, typingTimer = 0, number = 0;
let atEnd = true, lastTop = 0;

/** Show these entries and forget what was shown before. */
export function replay(entries) {
  messages.replaceChildren();
  rows = new Map();
  last = null;
  unseen = number = 0;
  hideTyping();
  entries.forEach((entry) => show(entry, false));
  toNewest("instant");
}

/** Show what just happened. */
export function show(entry, live = true) {
  if (live && entry.number <= number && entry.kind !== "typing" && entry.kind !== "answered") return;
  number = Math.max(number, entry.number);
  ({ message, edit, delete: remove, reaction, toast: tell, typing: startTyping, answered, blocked, unblocked }[entry.kind] || (() => {}))(entry, live);
  if (!live || entry.kind === "answered" || entry.kind === "toast") return;
  if (atEnd || entry.sender === "person") toNewest("smooth");
  else if (entry.kind === "message") countUnseen();
}

export const isEmpty = () => !messages.childElementCount;

/** One tick while Telegram keeps the newest messages for the bot, two when the bot has them. */
export function tick(pending) {
  for (const { row } of rows.values()) {
    const ticks = row.querySelector(".ticks");
    if (ticks && ticks.textContent !== "✓✓" && !pending) ticks.textContent = "✓✓";
  }
}

/** A note of the stage between the messages. */
export function note(text) {
  const shown = make("div", "event", text);
  messages.append(shown);
  last = null;
  toNewest("smooth");
}

function message(entry, live) {
  hideTyping(entry);
  separate(entry);
  const row = make("div", "row");
  row.classList.toggle("mine", entry.sender === "person");
  row.classList.toggle("same", last?.sender === entry.sender);
  row.classList.toggle("fresh", live);
  fill(row, entry);
  messages.append(row);
  rows.set(entry.id, { row, entry });
  last = { sender: entry.sender, day: dayOf(new Date(entry.at)) };
}

function edit(entry) {
  const known = rows.get(entry.id);
  if (!known) return;
  const rewritten = known.entry.text !== entry.text;  // new buttons alone are not shown as an edit
  known.entry = { ...known.entry, ...entry, at: known.entry.at, reply_to: known.entry.reply_to, keyboard: null };
  fill(known.row, known.entry, rewritten);
  known.row.classList.remove("changed");
  requestAnimationFrame(() => known.row.classList.add("changed"));
}

function remove(entry) {
  rows.get(entry.id)?.row.remove();
  rows.delete(entry.id);
}

function reaction(entry) {
  const row = rows.get(entry.id)?.row;
  row?.querySelector(".reaction")?.remove();
  if (row && entry.text) row.append(make("span", "reaction", entry.text));
}

function tell(entry, live) {
  if (!live) return;
  if (!entry.alert) return toast(entry.text);
  $("alert-text").textContent = entry.text;
  $("alert").showModal();
}

function startTyping(entry, live) {
  if (!live) return;
  typing.hidden = false;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(hideTyping, TYPING_MS);
}

function hideTyping(entry) {
  if (!entry || entry.sender === "bot") typing.hidden = true;
}

function answered(entry) {
  rows.get(entry.id)?.row.querySelectorAll(".waiting").forEach((button) => button.classList.remove("waiting"));
}

function blocked() { note("You blocked the bot. It can't write to you now."); }
function unblocked() { note("You let the bot write again."); }

/** A line between two days: with a clock that jumps, the most telling part of a chat. */
function separate(entry) {
  const day = dayOf(new Date(entry.at));
  const before = [...messages.querySelectorAll(".day")].pop()?.textContent;
  if (before === day) return;
  messages.append(make("div", "day", day));
  last = null;
}

function fill(row, entry, isEdit = false) {
  const kept = row.querySelector(".reaction"), focused = row.contains(document.activeElement);
  const bubble = make("div", "bubble");
  bubble.append(...parts(entry), meta(entry, isEdit || row.dataset.edited));
  if (isEdit) row.dataset.edited = "yes";
  row.replaceChildren(bubble);
  row.classList.toggle("has-buttons", entry.buttons.length > 0);
  if (entry.buttons.length) row.append(keyboard(entry));
  if (kept) row.append(kept);
  if (focused) (row.querySelector(".buttons button") || chat).focus({ preventScroll: true });
}

function parts(entry) {
  const found = [];
  if (entry.reply_to) found.push(quote(entry.reply_to));
  if (entry.picture) found.push(picture(entry));
  if (entry.file) found.push(card(entry.file_name.endsWith(".ogg") ? "voice" : "file", entry.file_name, "Save", `/files/${entry.file}`));
  if (entry.location) found.push(card("pin", "Location", entry.location.map((part) => part.toFixed(4)).join(", ")));
  if (entry.text) {
    const text = make("span", "text");
    text.append(...nodesOf(entry.text, entry.entities));
    found.push(text);
  }
  return found;
}

function quote(id) {
  const original = rows.get(id)?.entry;
  return make("span", "quote", original ? original.text || original.file_name || "…" : "…");
}

function picture(entry) {
  const image = document.createElement("img");
  image.src = `/files/${entry.picture}`;
  image.alt = entry.text ? `Picture: ${entry.text}` : "Picture";
  image.addEventListener("load", stay, { once: true });
  return image;
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

function meta(entry, isEdited) {
  const moment = new Date(entry.at);
  const shown = make("span", "meta", `${isEdited ? "edited " : ""}${clockTime(moment)}`);
  if (entry.sender === "person") shown.append(make("span", "ticks", "✓"));
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

function make(tag, className, text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.textContent = text;
  return node;
}

function countUnseen() {
  unseen += 1;
  toEnd.dataset.new = unseen;
  toEnd.hidden = false;
}

/** Whoever read the newest message goes on reading the newest, whatever grows or shrinks. */
function stay() {
  if (atEnd) toNewest("instant");
}

function toNewest(behavior) {
  atEnd = true;
  requestAnimationFrame(() => chat.scrollTo({ top: chat.scrollHeight, behavior }));
}

chat.addEventListener("scroll", () => {
  const near = chat.scrollHeight - chat.scrollTop - chat.clientHeight < NEAR_END_PX;
  if (near) atEnd = true;
  else if (chat.scrollTop < lastTop) atEnd = false;
  lastTop = chat.scrollTop;
  toEnd.hidden = atEnd;
  if (atEnd) { unseen = 0; delete toEnd.dataset.new; }
}, { passive: true });
new ResizeObserver(stay).observe(chat);
toEnd.addEventListener("click", () => toNewest("smooth"));
