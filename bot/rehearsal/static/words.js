// The page's words, in the language that the bot speaks with the person.

let all = {}, words = {}, language = "";

/** The catalogues of all languages, once. */
export function setCatalogues(catalogues) { all = catalogues; language = ""; }

/** Speak this language from now on; returns whether that is a change. */
export function setLanguage(fresh) {
  if (fresh === language) return false;
  language = fresh;
  words = all[fresh] || {};
  document.documentElement.lang = fresh;
  document.title = say("title");
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  return true;
}

/** The words of this name, with what is put into them. */
export function say(name, values = {}) {
  return (words[name] ?? "").replace(/\{(\w+)\}/g, (_, place) => values[place] ?? "");
}

/** How dates and numbers are written: as the browser does it, where it speaks the page's language. */
export function locale() {
  return navigator.languages.find((one) => one.split("-")[0] === language) || language || undefined;
}
