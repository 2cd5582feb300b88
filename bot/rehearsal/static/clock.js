// The clock: what it shows, the buttons that move it, and the form that sets it and says in which zone it stands.

import { act, toast } from "./net.js";
import { ahead, asFields, clockTime, currentZone, date, duration, now, setNow, setZone, shortDay, shortMoment, weekday, zoneName } from "./time.js";
import { say } from "./words.js";

const JUMP_MS = 90 * 1000;
const MOVES = { hour: 3600, day: 86400, week: 7 * 86400 };
const $ = (id) => document.getElementById(id);
const clock = document.querySelector(".clock"), moves = document.querySelector(".moves"), form = $("set-clock");
const narrow = matchMedia("(max-width: 899px)"), tight = matchMedia("(max-width: 559px)");
let nudge = null, busy = false;

/** What the server says of the clock. */
export function setClock(status) {
  const jump = setNow(status.now);
  nudge = status.next_nudge && new Date(status.next_nudge);
  busy = status.moving;
  if (Math.abs(jump) > JUMP_MS) jumped();
  draw();
}

/** Show the clock as it stands. */
export function draw() {
  $("clock-time").textContent = clockTime(now());
  $("clock-weekday").textContent = narrow.matches ? shortDay(now()) : weekday(now());
  $("clock-date").textContent = narrow.matches ? "" : date(now());
  $("clock-zone").textContent = say("clock.played", { zone: zoneName() });
  $("clock-zone").title = currentZone();
  const by = ahead();
  $("clock-ahead").textContent = Math.abs(by) < JUMP_MS ? say("clock.real") : say(by > 0 ? "clock.ahead" : "clock.behind", { time: duration(by) });
  const short = tight.matches ? ".short" : "";
  for (const name of Object.keys(MOVES)) label($(name), `move.${name}`, short);
  label($("set"), "set", short);
  $("nudge-name").textContent = say(`nudge${short}`);
  $("nudge-when").textContent = nudge ? shortMoment(nudge) : say("nudge.none");
  $("nudge").title = say("nudge.why");
  moves.classList.toggle("busy", busy);
  for (const button of moves.querySelectorAll("button")) button.setAttribute("aria-disabled", String(busy));
  $("nudge").setAttribute("aria-disabled", String(busy || !nudge));
}

function label(button, word, short) {
  button.textContent = say(word + short);
  if (short) button.setAttribute("aria-label", say(word));
  else button.removeAttribute("aria-label");
}

function jumped() {
  clock.classList.remove("jumped");
  requestAnimationFrame(() => clock.classList.add("jumped"));
  $("clock-said").textContent = say("clock.said", { moment: shortMoment(now()) });
}

/** A button that cannot be used keeps the focus, so that whoever plays by keyboard stays where they are. */
async function move(name, body) {
  if (busy) return;
  if (name === "next_nudge" && !nudge) return toast(say("nudge.how"));
  busy = true;
  draw();
  await act(name, body);
  busy = false;
  draw();
}

const chosen = () => `${$("set-date").value}T${$("set-time").value}`;
const shown = () => Object.values(asFields(now())).join("T");
const isBack = () => chosen() < shown();

function open(moment) {
  ({ date: $("set-date").value, time: $("set-time").value } = asFields(moment));
  tell();
  if (!form.open) form.showModal();
}

function tell() {
  $("set-says").textContent = say(isBack() ? "set.back" : "set.forward");
  $("set-go").textContent = say(isBack() ? "set.anew" : "set.go");
}

function set() {
  if (!$("set-date").value || !$("set-time").value) return toast(say("error.no_moment"));
  return chosen() === shown() ? null : move("set_clock", { at: chosen(), anew: isBack() });
}

/** Tell the server where the person lives. */
export const sayHello = () => act("hello", { zone: currentZone(), language: navigator.language || "en" });

/** Wire everything up, once; `redraw` is called when moments have to be written anew. */
export function start(redraw) {
  for (const [name, seconds] of Object.entries(MOVES)) $(name).addEventListener("click", () => move("advance", { seconds }));
  $("nudge").addEventListener("click", () => move("next_nudge"));
  $("set").addEventListener("click", () => open(now()));
  $("set-now").addEventListener("click", () => open(new Date()));
  $("set-cancel").addEventListener("click", () => form.close());
  [$("set-date"), $("set-time")].forEach((field) => field.addEventListener("input", tell));
  form.addEventListener("submit", set);
  const zones = Intl.supportedValuesOf?.("timeZone") || [];
  const names = zones.includes(currentZone()) ? zones : [currentZone(), ...zones];
  $("zone").append(...names.map((name) => new Option(name.replaceAll("_", " "), name, false, name === currentZone())));
  $("zone").addEventListener("change", () => { setZone($("zone").value); sayHello(); draw(); open(now()); redraw(); });
  narrow.addEventListener("change", draw);
  setInterval(draw, 1000);
}
