// The chat: what happened in it, and the part of it that is drawn. A long chat is drawn from its end; older messages
// come when they are wanted, and leave again when the newest are read.

import { fill, make } from "./message.js";
import { toast } from "./net.js";
import { dayOf } from "./time.js";
import { locale, say } from "./words.js";

const TYPING_MS = 5000;
const NEAR_END_PX = 120;
const NEAR_TOP_PX = 200;
const HEAD_PX = 14;
const WINDOW = 60;
const NOTES = new Set(["killed", "back", "down", "up", "blocked", "unblocked"]);

const $ = (id) => document.getElementById(id);
const chat = $("chat"), messages = $("messages"), typing = $("typing"), toEnd = $("to-end"), older = $("older");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let items = [], byId = new Map(), unread = new Set(), first = 0;
let unseen = 0, typingTimer = 0, number = 0, atEnd = true, atHead = false, lastTop = 0;

/** Show these entries and forget what was shown before. */
export function replay(entries) {
  [items, byId, unread] = [[], new Map(), new Set()];
  unseen = number = 0;
  hideTyping();
  first = Infinity;  // nothing is drawn meanwhile
  entries.forEach((entry) => take(entry, false));
  drawFrom(Math.max(0, items.length - WINDOW));
  toNewest("instant");
}

/** Show what just happened. */
export function show(entry) {
  if (entry.number <= number && entry.kind !== "typing" && entry.kind !== "answered") return;
  take(entry, true);
  if (entry.kind === "answered" || entry.kind === "toast") return;
  if (atEnd || entry.sender === "person") toNewest("smooth");
  else if (entry.kind === "message") countUnseen();
}

export const isEmpty = () => !byId.size;

/** Two ticks once Telegram no longer keeps the newest messages for the bot. */
export function tick(pending) {
  if (pending) return;
  for (const item of unread) {
    item.read = true;
    const ticks = item.row?.querySelector(".ticks");
    if (ticks) ticks.textContent = "✓✓";
  }
  unread.clear();
}

/** Draw anew what is drawn, in another zone or language; keeps the place. */
export function redraw() {
  const below = chat.scrollHeight - chat.scrollTop;
  drawFrom(first);
  if (atEnd) toNewest("instant");
  else chat.scrollTop = chat.scrollHeight - below;
}

/** Put the focus on the newest buttons; false when there are none. */
export function toButtons() {
  const last = [...messages.querySelectorAll(".buttons")].pop();
  last?.querySelector("button, a").focus();
  return Boolean(last);
}

function take(entry, live) {
  number = Math.max(number, entry.number);
  if (NOTES.has(entry.kind)) return add({ entry }, live);
  const does = { message, edit, delete: remove, reaction, toast: tell, typing: startTyping, answered }[entry.kind];
  return does?.(entry, live);
}

function message(entry, live) {
  hideTyping(entry);
  const item = { entry };
  byId.set(entry.id, item);
  if (entry.sender === "person") unread.add(item);
  add(item, live);
}

function add(item, live) {
  items.push(item);
  if (first === Infinity) return;
  messages.append(...nodesFor(items.length - 1));
  item.row.classList.toggle("fresh", live);
  const long = items.length - first > 3 * WINDOW;
  if (long && atEnd && !messages.contains(document.activeElement)) drawFrom(items.length - WINDOW);
}

function edit(entry) {
  const known = byId.get(entry.id);
  if (!known) return;
  known.edited ||= known.entry.text !== entry.text;  // new buttons alone are not shown as an edit
  known.entry = { ...known.entry, ...entry, at: known.entry.at, reply_to: known.entry.reply_to, keyboard: null };
  if (!known.row) return;
  fill(known, find, stay);
  known.row.classList.remove("changed");
  requestAnimationFrame(() => known.row?.classList.add("changed"));
}

function remove(entry) {
  const known = byId.get(entry.id);
  if (!known) return;
  const place = items.indexOf(known);
  items.splice(place, 1);
  byId.delete(entry.id);
  if (place < first) first -= 1;
  known.row?.remove();
}

function reaction(entry) {
  const known = byId.get(entry.id);
  if (!known) return;
  known.reaction = entry.text;
  if (known.row) fill(known, find, stay);
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
  byId.get(entry.id)?.row?.querySelectorAll(".waiting").forEach((button) => button.classList.remove("waiting"));
}

const find = (id) => byId.get(id)?.entry;

/** Draw everything from this item on. */
function drawFrom(start) {
  quietly(() => {
    for (const item of items) item.row = null;
    first = start;
    messages.replaceChildren(...items.slice(first).flatMap((_, place) => nodesFor(first + place)));
    older.hidden = first === 0;
  });
}

/** Show some that are older; what is being read stays where it is. */
function showOlder() {
  const below = chat.scrollHeight - chat.scrollTop, focused = document.activeElement === older;
  const held = first;
  quietly(() => {
    messages.firstElementChild?.classList.contains("day") && messages.firstElementChild.remove();
    items[held].row?.remove();
    first = Math.max(0, held - WINDOW);
    messages.prepend(...items.slice(first, held + 1).flatMap((_, place) => nodesFor(first + place)));
    older.hidden = first === 0;
  });
  chat.scrollTop = chat.scrollHeight - below;
  if (focused && older.hidden) chat.focus({ preventScroll: true });
}

/** What is drawn anew was not said just now: nothing of it is read aloud. */
function quietly(draw) {
  chat.setAttribute("aria-live", "off");
  draw();
  setTimeout(() => chat.setAttribute("aria-live", "polite"), 100);
}

/** The nodes of an item: a line where a day begins, with a clock that jumps the most telling part of a chat; the row. */
function nodesFor(place) {
  const item = items[place], { entry } = item, before = place > first ? items[place - 1].entry : null;
  const day = dayOf(new Date(entry.at));
  const begins = !before || dayOf(new Date(before.at)) !== day;
  if (NOTES.has(entry.kind)) item.row = make("div", "event", note(entry));
  else {
    item.row = make("div", "row");
    item.row.classList.toggle("mine", entry.sender === "person");
    item.row.classList.toggle("same", !begins && !NOTES.has(before.kind) && before.sender === entry.sender);
    fill(item, find, stay);
  }
  return begins ? [make("div", "day", day), item.row] : [item.row];
}

/** What was done to the bot; the text of an entry is how many seconds it took. */
function note({ kind, text }) {
  return say(`event.${kind}`, { seconds: text && new Intl.NumberFormat(locale()).format(text) });
}

function countUnseen() {
  unseen += 1;
  toEnd.dataset.new = unseen;
  toEnd.hidden = false;
}

/** Whoever read the newest message goes on reading the newest, whatever grows or shrinks. */
function stay() {
  if (atEnd) toNewest("instant", chat.scrollTop);
}

/** To the end, but not past the head of a long message of the bot, unless `least` is further down. */
function toNewest(behavior, least = 0) {
  atEnd = true;
  requestAnimationFrame(() => {
    const end = chat.scrollHeight - chat.clientHeight;
    const top = Math.min(end, Math.max(least, headOfNewest()));
    atHead = top < end - NEAR_END_PX;
    chat.scrollTo({ top, behavior: calm.matches ? "instant" : behavior });
  });
}

/** How far to scroll until the newest message of the bot, with the day that it begins, is at the upper edge. */
function headOfNewest() {
  const { entry, row } = items.at(-1) || {};
  if (!row || entry.sender !== "bot") return Infinity;
  const head = row.previousElementSibling?.className === "day" ? row.previousElementSibling : row;
  return chat.scrollTop + head.getBoundingClientRect().top - chat.getBoundingClientRect().top - HEAD_PX;
}

chat.addEventListener("scroll", () => {
  const near = chat.scrollHeight - chat.scrollTop - chat.clientHeight < NEAR_END_PX;
  if (near) atEnd = true;
  else if (chat.scrollTop < lastTop) atEnd = false;
  if (!atEnd && first > 0 && chat.scrollTop < NEAR_TOP_PX && chat.scrollTop < lastTop) showOlder();
  lastTop = chat.scrollTop;
  toEnd.hidden = near || (atEnd && !atHead);
  if (near) { unseen = 0; delete toEnd.dataset.new; }
}, { passive: true });

/** Up and down walk through the buttons of the chat; below the last one is the text box. */
messages.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step || !event.target.closest(".buttons")) return;
  event.preventDefault();
  const all = [...messages.querySelectorAll(".buttons button, .buttons a")];
  (all[all.indexOf(event.target) + step] || (step > 0 ? $("text") : event.target)).focus();
});
new ResizeObserver(stay).observe(chat);
toEnd.addEventListener("click", () => toNewest("smooth", Infinity));
older.addEventListener("click", showOlder);
