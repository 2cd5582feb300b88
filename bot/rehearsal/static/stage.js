// The clock, moved on request, and what may go wrong.

import { note } from "./chat.js";
import { act } from "./net.js";
import { clockDay, clockTime, currentZone, now, setNow, setZone, shortDay, shortMoment } from "./time.js";

const JUMP_MS = 90 * 1000;
const $ = (id) => document.getElementById(id);
const clock = document.querySelector(".clock"), moves = document.querySelector(".moves");
const narrow = matchMedia("(max-width: 899px)");
let status = { now: new Date().toISOString(), next_nudge: null, ready: false };

/** What the server says of clock, bot and Telegram. */
export function setStatus(fresh) {
  const jump = setNow(fresh.now);
  status = fresh;
  if (Math.abs(jump) > JUMP_MS) jumped();
  draw();
}

function draw() {
  $("clock-time").textContent = clockTime(now());
  $("clock-day").textContent = narrow.matches ? shortDay(now()) : clockDay(now());
  const nudge = status.next_nudge && new Date(status.next_nudge);
  $("nudge-when").textContent = nudge ? shortMoment(nudge) : `none planned yet${narrow.matches ? "" : ": tell the bot about an interview"}`;
  moves.classList.toggle("busy", status.moving);
  for (const button of moves.querySelectorAll("button")) button.disabled = status.moving;
  $("nudge").disabled = status.moving || !nudge;
  toggle("outage", status.down, "Bring Telegram back", "Take Telegram down");
  toggle("block", status.blocked, "Unblock the bot", "Block the bot");
  $("kill").disabled = status.moving;
}

function toggle(id, on, undo, does) {
  $(id).setAttribute("aria-pressed", String(Boolean(on)));
  $(id).querySelector("b").textContent = on ? undo : does;
}

function jumped() {
  clock.classList.remove("jumped");
  requestAnimationFrame(() => clock.classList.add("jumped"));
  $("clock-said").textContent = `It is ${clockDay(now())}, ${clockTime(now())}`;
}

async function move(name, body) {
  status = { ...status, moving: true };
  draw();
  await act(name, body);
  status = { ...status, moving: false };
  draw();
}

async function kill() {
  $("more").open = !narrow.matches;
  note("The bot was killed with signal 9…");
  const started = performance.now();
  if (await act("restart")) note(`…and is back after ${((performance.now() - started) / 1000).toFixed(1)} s. Nothing is lost: carry on where you were.`);
}

async function startOver() {
  if (confirm("Forget this chat and everything the bot knows of you?")) await act("start_over");
}

/** Tell the server where the person lives. */
export const sayHello = () => act("hello", { zone: currentZone(), language: navigator.language || "en" });

/** Wire everything up, once; `redraw` is called when moments have to be written anew. */
export function start(redraw) {
  $("hour").addEventListener("click", () => move("advance", { seconds: 3600 }));
  $("day").addEventListener("click", () => move("advance", { seconds: 86400 }));
  $("nudge").addEventListener("click", () => move("next_nudge"));
  $("kill").addEventListener("click", kill);
  $("outage").addEventListener("click", () => act("outage", { down: !status.down }));
  $("block").addEventListener("click", () => act("block", { blocked: !status.blocked }));
  $("start-over").addEventListener("click", startOver);
  const zones = Intl.supportedValuesOf?.("timeZone") || [];
  const names = zones.includes(currentZone()) ? zones : [currentZone(), ...zones];
  $("zone").append(...names.map((name) => new Option(name.replaceAll("_", " "), name, false, name === currentZone())));
  $("zone").addEventListener("change", () => { setZone($("zone").value); sayHello(); draw(); redraw(); });
  $("more").open = !narrow.matches;
  narrow.addEventListener("change", () => { $("more").open = !narrow.matches; draw(); });
  document.addEventListener("click", (event) => { if (narrow.matches && !event.target.closest("#more")) $("more").open = false; });
  setInterval(draw, 1000);
}
