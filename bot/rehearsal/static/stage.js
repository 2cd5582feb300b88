// What may go wrong.

import { act } from "./net.js";
import { say } from "./words.js";

const $ = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 899px)"), tight = matchMedia("(max-width: 559px)");
let status = {};

/** What the server says of bot and Telegram. */
export function setStatus(fresh) {
  status = fresh;
  toggle("outage", status.down);
  toggle("block", status.blocked);
  $("kill").setAttribute("aria-disabled", String(status.moving));
  $("what-if").textContent = say(tight.matches ? "what_if.short" : "what_if");
}

function toggle(id, on) {
  $(id).setAttribute("aria-pressed", String(Boolean(on)));
  $(id).querySelector("b").textContent = say(on ? `${id}.undo` : id);
}

function kill() {
  if (status.moving) return;
  $("more").open = !narrow.matches;
  act("restart");
}

/** Wire everything up, once. */
export function start() {
  $("kill").addEventListener("click", kill);
  $("outage").addEventListener("click", () => act("outage", { down: !status.down }));
  $("block").addEventListener("click", () => act("block", { blocked: !status.blocked }));
  $("start-over").addEventListener("click", () => $("sure").showModal());
  $("sure-no").addEventListener("click", () => $("sure").close());
  $("sure").addEventListener("submit", () => act("start_over"));
  $("more").open = !narrow.matches;
  $("more").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !narrow.matches || !$("more").open) return;
    event.stopPropagation();
    $("more").open = false;
    $("more").querySelector("summary").focus();
  });
  narrow.addEventListener("change", () => { $("more").open = !narrow.matches; setStatus(status); });
  document.addEventListener("click", (event) => { if (narrow.matches && !event.target.closest("#more, dialog")) $("more").open = false; });
}
