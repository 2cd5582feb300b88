// A picture in the chat: small in its bubble, large when pressed, with its caption as words for those who cannot see it.

import { say } from "./words.js";

const $ = (id) => document.getElementById(id);
const HIGHEST_PX = 460;
const large = $("large");
let opened = null;

/** The picture of an item, as something to press; it is drawn anew only when it is another picture. */
export function pictureOf(item, stay) {
  const { entry } = item;
  if (item.picture?.dataset.path !== entry.picture) item.picture = draw(item, stay);
  item.picture.title = say("picture.open");
  item.picture.firstElementChild.alt = wordsOf(entry);
  if (opened === item) show(item);
  return item.picture;
}

const wordsOf = (entry) => entry.text || say("picture");

function draw(item, stay) {
  const button = document.createElement("button"), image = document.createElement("img");
  button.type = "button";
  button.className = "picture";
  button.dataset.path = item.entry.picture;
  image.src = `/files/${item.entry.picture}`;
  const [width, height] = item.entry.picture_size, share = Math.min(1, HIGHEST_PX / height);
  [image.width, image.height] = [Math.round(width * share), Math.round(height * share)];  // room for it before it is there
  image.addEventListener("load", stay, { once: true });
  button.append(image);
  button.addEventListener("click", () => { show(item); large.showModal(); });
  return button;
}

function show(item) {
  opened = item;
  $("large-picture").src = `/files/${item.entry.picture}`;
  $("large-picture").alt = wordsOf(item.entry);
  $("large-words").textContent = item.entry.text;
}

large.addEventListener("click", (event) => { if (event.target.id !== "large-words") large.close(); });
large.addEventListener("close", () => {
  opened?.picture.focus({ preventScroll: true });
  opened = null;
});
