// The text box and what stands around it: commands, files, a location, reply keyboards.

import { act, toast } from "./net.js";
import { say } from "./words.js";

const LARGEST_FILE = 20 * 1024 * 1024;
const CITIES = {
  London: [51.5074, -0.1278], Berlin: [52.52, 13.405], "New York": [40.7128, -74.006], "São Paulo": [-23.5505, -46.6333],
  Lagos: [6.5244, 3.3792], Kyiv: [50.4501, 30.5234], Delhi: [28.6139, 77.209], Tokyo: [35.6762, 139.6503], Sydney: [-33.8688, 151.2093],
};
const $ = (id) => document.getElementById(id);
const text = $("text"), send = $("send"), commands = $("commands"), attachments = $("attachments"), keyboard = $("keyboard");
let known = [], shownKeyboard = "", placeholder = "";

/** The commands of the menu. */
export function setCommands(list) { known = list; }

/** The reply keyboard under the chat, or none. */
export function setKeyboard(markup) {
  const key = JSON.stringify(markup);
  if (key === shownKeyboard) return;
  shownKeyboard = key;
  keyboard.replaceChildren(...(markup?.keyboard || []).map(keyRow));
  keyboard.hidden = !markup?.keyboard;
  placeholder = markup?.input_field_placeholder || "";
  speak();
  if (markup?.force_reply) text.focus();
}

/** What stands in the empty box, in the page's language. */
export function speak() {
  text.placeholder = placeholder || say("message");
}

function keyRow(row) {
  const shown = document.createElement("div");
  shown.append(...row.map((key) => {
    const button = document.createElement("button");
    const label = key.text ?? key;
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => (key.request_location ? askPlace() : act("say", { text: label })));
    return button;
  }));
  return shown;
}

async function sendText() {
  const words = text.value;
  if (!words.trim()) return;
  text.value = "";
  changed();
  if (!(await act("say", { text: words }))) { text.value = words; changed(); }
}

function changed() {
  send.disabled = !text.value.trim();
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
  if (/^\/\w*$/.test(text.value)) openCommands(text.value.slice(1).toLowerCase());
  else close();
}

function openCommands(start = "") {
  close();
  const fitting = known.filter(({ command }) => command.startsWith(start));
  commands.replaceChildren(...fitting.map(({ command, description }) => {
    const button = document.createElement("button");
    const name = document.createElement("b"), what = document.createElement("span");
    button.type = "button";
    name.textContent = `/${command}`;
    what.textContent = description;
    button.append(name, what);
    button.addEventListener("click", () => { text.value = ""; changed(); text.focus(); act("say", { text: `/${command}` }); });
    return button;
  }));
  commands.hidden = !fitting.length;
  $("menu").setAttribute("aria-expanded", String(!commands.hidden));
}

function close() {
  commands.hidden = attachments.hidden = true;
  $("menu").setAttribute("aria-expanded", "false");
  $("attach").setAttribute("aria-expanded", "false");
}

async function sendFile(file) {
  if (!file) return;
  if (file.size > LARGEST_FILE) return toast(say("error.too_large"));
  const form = new FormData();
  form.append("file", file, file.name);
  await act("upload", form);
}

function askPlace() {
  close();
  pickCity();
  $("place").showModal();
}

function pickCity() { [$("lat").value, $("lon").value] = CITIES[$("city").value]; }

/** Up and down walk through an open list. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const items = [...event.currentTarget.querySelectorAll("button")];
  if (!step || !items.length) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
}

/** Who types a letter means the text box, wherever the focus is. */
function typed(event) {
  const letter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (letter && !event.target.closest("input, select, textarea, dialog")) text.focus();
}

/** Wire everything up, once. */
export function start(toButtons) {
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); sendText(); });
  text.addEventListener("input", changed);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); sendText(); }
    if ((event.key === "ArrowUp" || event.key === "ArrowDown") && !commands.hidden) {
      event.preventDefault();
      commands.querySelector(event.key === "ArrowUp" ? "button:last-child" : "button").focus();
    } else if (event.key === "ArrowUp" && !text.value && toButtons()) event.preventDefault();
  });
  [commands, attachments].forEach((list) => list.addEventListener("keydown", walk));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !document.querySelector("dialog[open]")) { close(); text.focus(); } });
  document.addEventListener("keydown", typed);
  document.addEventListener("click", (event) => { if (!event.target.closest(".composer, .commands, .attachments")) close(); });
  $("menu").addEventListener("click", () => {
    if (!commands.hidden) return close();
    openCommands();
    if (known.length) commands.querySelector("button").focus();
    else toast(say("commands.none"));
  });
  $("attach").addEventListener("click", () => {
    const opening = attachments.hidden;
    close();
    attachments.hidden = !opening;
    $("attach").setAttribute("aria-expanded", String(opening));
    if (opening) $("attach-file").focus();
  });
  $("attach-file").addEventListener("click", () => { close(); $("file").click(); });
  $("attach-place").addEventListener("click", askPlace);
  $("file").addEventListener("change", async () => { await sendFile($("file").files[0]); $("file").value = ""; });
  $("city").append(...Object.keys(CITIES).map((name) => new Option(name)));
  $("city").addEventListener("change", pickCity);
  $("place-cancel").addEventListener("click", () => $("place").close());
  $("place").addEventListener("submit", () => act("location", { lat: Number($("lat").value), lon: Number($("lon").value) }));
  dropping();
}

function dropping() {
  const over = (on) => (event) => { event.preventDefault(); document.body.classList.toggle("dropping", on); };
  addEventListener("dragover", over(true));
  addEventListener("dragleave", over(false));
  addEventListener("drop", (event) => { over(false)(event); sendFile(event.dataTransfer.files[0]); });
}
