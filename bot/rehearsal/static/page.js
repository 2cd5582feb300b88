// Puts the page together: listens to the server and hands on what it says.

import * as chat from "./chat.js";
import * as clock from "./clock.js";
import * as composer from "./composer.js";
import { act } from "./net.js";
import * as stage from "./stage.js";
import { say, setCatalogues, setLanguage } from "./words.js";

const $ = (id) => document.getElementById(id);
const heard = { connected: false, status: null, description: "" };
let starting = false;

function onProfile({ bot, description, commands }) {
  heard.description = description;
  $("bot-name").textContent = $("empty-title").textContent = bot;
  $("empty-text").textContent = description || say("hello");
  composer.setCommands(commands);
}

function onState(state) {
  setCatalogues(state.words);
  speak(state.status.language);
  onProfile(state);
  chat.replay(state.entries);
  onStatus(state.status);
  clock.sayHello();
}

function onEntry(entry) {
  chat.show(entry);
  arrange();
}

function onStatus(status) {
  heard.status = status;
  if (speak(status.language)) chat.redraw();
  clock.setClock(status);
  stage.setStatus(status);
  composer.setKeyboard(status.keyboard);
  chat.tick(status.pending);
  arrange();
  present();
}

function speak(language) {
  const changed = setLanguage(language);
  if (changed) {
    composer.speak();
    $("empty-text").textContent = heard.description || say("hello");
    present();
  }
  return changed;
}

/** An empty chat has a button to start with, any other a box to write in. */
function arrange() {
  $("empty").hidden = !chat.isEmpty();
  $("composer").hidden = chat.isEmpty();
  if (starting && !chat.isEmpty()) $("text").focus();
  starting &&= chat.isEmpty();
}

/** One line under the name, one above the chat: what the person should know. */
function present() {
  const { connected, status } = heard;
  const trouble = !connected ? "gone" : status?.down ? "down" : status?.blocked ? "blocked" : status && !status.ready ? "starting" : "";
  $("banner").textContent = trouble && say(`trouble.${trouble}`);
  $("banner").hidden = !trouble;
  $("presence").textContent = say(`presence.${!connected ? "connecting" : status?.moving ? "moving" : status?.ready ? "bot" : "starting"}`);
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

composer.start(chat.toButtons);
clock.start(chat.redraw);
stage.start();
$("start").addEventListener("click", () => { starting = true; act("say", { text: "/start" }); });
$("skip").addEventListener("click", (event) => { event.preventDefault(); (chat.isEmpty() ? $("start") : $("text")).focus(); });
listen();
