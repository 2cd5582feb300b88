// From text with entities to DOM nodes. Text only ever becomes text nodes: nothing said in the chat is markup here.
// Telegram counts offsets in UTF-16 code units, and so do JavaScript's strings.

import { act, copy } from "./net.js";
import { entityTime, fullTime } from "./time.js";
import { say } from "./words.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", date_time: "time", spoiler: "span",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LINKS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]|(?<=^|\s)\/[a-z0-9_]{1,32}(?=$|[\s.,;:!?)])/gi;

/** The nodes of a message's text. */
export function nodesOf(text, entities) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted);
}

function build(text, start, end, entities) {
  const nodes = [];
  let position = start, afterBlock = false;
  while (entities.length) {
    const [entity, ...rest] = entities;
    const stop = entity.offset + entity.length;
    const inner = rest.filter((other) => other.offset < stop);
    const isBlock = BLOCKS.has(entity.type);
    nodes.push(...plain(between(text.slice(position, entity.offset), afterBlock, isBlock)));
    afterBlock = isBlock;
    nodes.push(element(entity, text, build(text, entity.offset, stop, inner)));
    position = stop;
    entities = rest.filter((other) => other.offset >= stop);
  }
  nodes.push(...plain(between(text.slice(position, end), afterBlock, false)));
  return nodes;
}

/** A block begins and ends its own line: the line breaks beside it are not shown twice. */
function between(text, afterBlock, beforeBlock) {
  const began = afterBlock ? text.replace(/^\n/, "") : text;
  return beforeBlock ? began.replace(/\n$/, "") : began;
}

/** Text in which addresses and commands can be tapped. */
function plain(text) {
  const nodes = [];
  let position = 0;
  for (const match of text.matchAll(LINKS)) {
    nodes.push(text.slice(position, match.index));
    nodes.push(match[0].startsWith("/") ? command(match[0]) : link(match[0], [match[0]]));
    position = match.index + match[0].length;
  }
  nodes.push(text.slice(position));
  return nodes.filter((node) => node !== "");
}

function command(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "command";
  button.textContent = text;
  button.addEventListener("click", () => act("say", { text }));
  return button;
}

function link(address, children) {
  const anchor = document.createElement("a");
  if (/^https?:\/\//i.test(address)) anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  anchor.append(...children);
  return anchor;
}

function element(entity, text, children) {
  const covered = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type === "text_link") return link(entity.url, children);
  if (entity.type === "url") return link(covered, [covered]);
  if (entity.type === "bot_command") return command(covered);
  const node = document.createElement(TAGS[entity.type] || "span");
  node.append(...(entity.type === "code" || entity.type === "pre" ? [covered] : children));
  if (entity.type === "code" || entity.type === "pre") copyable(node, covered);
  if (entity.type === "date_time") showTime(node, entity, covered);
  if (entity.type === "spoiler") hide(node);
  return node;
}

function copyable(node, text) {
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", say("copy.what", { text }));
  node.title = node.dataset.hint = say("copy");
  whenTapped(node, () => copy(text));
}

/** As Telegram's apps do: the reader's zone and language, the bot's own words as fallback. */
function showTime(node, entity, fallback) {
  const moment = new Date(entity.unix_time * 1000);
  node.dateTime = moment.toISOString();
  node.textContent = entityTime(moment, entity.date_time_format) || fallback;
  node.title = say("wrote", { time: fullTime(moment), text: fallback });
}

function hide(node) {
  node.className = "spoiler";
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", say("spoiler"));
  whenTapped(node, () => { node.classList.add("open"); node.removeAttribute("aria-label"); });
}

function whenTapped(node, tapped) {
  node.addEventListener("click", tapped);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    tapped();
  });
}
