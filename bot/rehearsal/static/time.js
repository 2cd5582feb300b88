// The moved clock and how moments are written, in the person's zone and the browser's language.

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

function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(undefined, { timeZone: zone, ...options }));
  return formats.get(key);
}

const written = (options) => (moment) => format(options).format(moment);

export const clockTime = written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const clockDay = written({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const shortDay = written({ weekday: "short", day: "numeric", month: "short" });
export const dayOf = written({ weekday: "long", day: "numeric", month: "long" });
export const fullTime = written({ dateStyle: "full", timeStyle: "short" });
export const shortMoment = (moment) => `${shortDay(moment)}, ${clockTime(moment)}`;

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
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}
