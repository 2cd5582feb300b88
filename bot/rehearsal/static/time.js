// The moved clock and how moments are written, in the person's zone and language.

import { locale } from "./words.js";

const SAVED = "rehearsal-zone";
const formats = new Map();
let zone = localStorage.getItem(SAVED) || Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
let shown = { at: Date.now(), since: performance.now() };

export const currentZone = () => zone;

/** Live in another zone from now on. */
export function setZone(name) {
  zone = name;
  localStorage.setItem(SAVED, name);
  formats.clear();
}

/** The server's clock; returns by how many milliseconds it jumped. */
export function setNow(iso) {
  const jump = Date.parse(iso) - now().getTime();
  shown = { at: Date.parse(iso), since: performance.now() };
  return jump;
}

export const now = () => new Date(shown.at + performance.now() - shown.since);

/** By how many milliseconds this clock is ahead of the machine's. */
export const ahead = () => now().getTime() - Date.now();

function format(options) {
  const key = `${locale()} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  return formats.get(key);
}

const written = (options) => (moment) => format(options).format(moment);

export const clockTime = written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const weekday = written({ weekday: "long" });
export const date = written({ day: "numeric", month: "long", year: "numeric" });
export const shortDay = written({ weekday: "short", day: "numeric", month: "short" });
export const dayOf = written({ weekday: "long", day: "numeric", month: "long" });
export const fullTime = written({ dateStyle: "full", timeStyle: "short" });
export const shortMoment = (moment) => `${shortDay(moment)}, ${clockTime(moment)}`;

/** The zone as people call it: its city and how far it is from UTC. */
export function zoneName() {
  const short = format({ timeZoneName: "short" }).formatToParts(now()).find(({ type }) => type === "timeZoneName").value;
  const city = zone.split("/").pop().replaceAll("_", " ");
  return city === short ? city : `${city} (${short})`;
}

/** A moment as a form takes it: 2026-12-01 and 09:30, in the zone. */
export function asFields(moment) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en", {
    timeZone: zone, calendar: "iso8601", numberingSystem: "latn", hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).formatToParts(moment).map(({ type, value }) => [type, value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** How long something lasts, in the one unit that tells it best. */
export function duration(milliseconds) {
  const minutes = Math.abs(milliseconds) / 60000;
  const [unit, size] = [["day", 1440], ["hour", 60]].find(([, size]) => minutes >= 2 * size) || ["minute", 1];
  return new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" }).format(Math.round(minutes / size));
}

/** A date-time entity by its format: r, or w, d or D, t or T; empty without a format. */
export function entityTime(moment, pattern) {
  if (!pattern) return "";
  if (pattern === "r") return relative(moment);
  const options = {};
  if (pattern.includes("w")) options.weekday = pattern === "w" ? "long" : "short";
  if (pattern.includes("d")) Object.assign(options, { day: "2-digit", month: "2-digit", year: "2-digit" });
  if (pattern.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/t/i.test(pattern)) Object.assign(options, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (pattern.includes("T")) options.second = "2-digit";
  return format(options).format(moment);
}

function relative(moment) {
  const seconds = (moment - now()) / 1000;
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) || ["second", 1];
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(Math.round(seconds / size), unit);
}
