// Puts the page together: listens to the server and hands on what it says.

import * as chat from "./chat.js";
import * as composer from "./composer.js";
import { act } from "./net.js";
import * as stage from "./stage.js";

const $ = (id) => document.getElementById(id);
const heard = { connected: false, status: null };
let entries = [];

function onProfile({ bot, description, commands }) {
  $("bot-name").textContent = $("empty-title").textContent = bot;
  if (description) $("empty-text").textContent = description;
  composer.setCommands(commands);
}

function onState(state) {
  entries = state.entries;
  $("start-over").hidden = !state.can_start_over;
  onProfile(state);
  chat.replay(entries);
  onStatus(state.status);
  if (!entries.length) stage.sayHello();
}

function onEntry(entry) {
  entries.push(entry);
  chat.show(entry);
  $("empty").hidden = !chat.isEmpty();
}

function onStatus(status) {
  heard.status = status;
  stage.setStatus(status);
  composer.setKeyboard(status.keyboard);
  chat.tick(status.pending);
  $("empty").hidden = !chat.isEmpty();
  $("composer").hidden = chat.isEmpty();
  present();
}

/** One line under the name, one above the chat: what the person should know. */
function present() {
  const { connected, status } = heard;
  const trouble = !connected ? "The rehearsal stopped answering. This page comes back when it does."
    : status?.down ? "Telegram is down. What you send waits here, what the bot says waits there."
    : status?.blocked ? "You blocked the bot. Write something to let it in again."
    : status && !status.ready ? "The bot is starting…" : "";
  $("banner").textContent = trouble;
  $("banner").hidden = !trouble;
  $("presence").textContent = !connected ? "connecting…" : status?.moving ? "time passes…" : status?.ready ? "bot" : "starting…";
}

function listen() {
  const events = new EventSource("/events");
  const on = (name, handle) => events.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  on("state", onState);
  on("profile", onProfile);
  on("entry", onEntry);
  on("status", onStatus);
  events.addEventListener("open", () => { heard.connected = true; present(); });
  events.addEventListener("error", () => {
    heard.connected = false;
    present();
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
}

composer.start();
stage.start(() => { chat.replay(entries); if (heard.status) chat.tick(heard.status.pending); });
$("start").addEventListener("click", async () => { if (await act("say", { text: "/start" })) $("text").focus(); });
listen();
