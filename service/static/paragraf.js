// All script there is: copying, and an answer shown while it is written. Every page works without it.
// Texts come from the page (data-…), so that they stand in the catalogue with the others.
"use strict";

const said = document.getElementById("meddelande");

/** Tells a reader who does not see the page, once. */
function announce(text) {
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = text; });
}

/** Copies text; on plain http browsers offer no clipboard but that of a selection. */
async function copyText(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("The browser does not copy.");
}

/** What a button copies: its own data-text, or what stands in the element that data-copy names. */
function textToCopy(button) {
  const text = button.dataset.text ?? document.getElementById(button.dataset.copy).textContent;
  return text.trim().replace(/\s+/g, " ");
}

/** Shows the buttons that copy and makes them do so. */
function offerCopying(within) {
  for (const button of within.querySelectorAll("button[data-copy], button[data-text]")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copyText(textToCopy(button));
      button.textContent = button.dataset.done;
      announce(button.dataset.done);
      setTimeout(() => { button.textContent = label; }, 3000);
      button.focus();
    });
  }
}

/** Lines of server-sent events as [name, data], as they come. */
async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const [, name, data] = block.match(/^event: (.*)\ndata: (.*)$/);
      yield [name, JSON.parse(data)];
    }
  }
}

/** The place where an answer is written: a heading, a button to stop it, the words so far. */
function draft(form, stop) {
  const section = document.createElement("section");
  section.className = "answer";
  section.id = "svar";
  section.tabIndex = -1;
  section.setAttribute("aria-busy", "true");
  const heading = document.createElement("h2");
  heading.textContent = form.dataset.writing;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = form.dataset.stop;
  button.addEventListener("click", stop);
  const note = document.createElement("p");
  note.className = "hint";
  note.textContent = form.dataset.unchecked;
  const text = document.createElement("p");
  text.className = "text writing";
  section.append(heading, button, note, text);
  return { section, heading, button, text };
}

/** Asks with the form and shows the answer as it comes; the address and the title are those of the page that a link opens. */
async function ask(form, address) {
  const place = document.getElementById("resultat");
  const stopping = new AbortController();
  const shown = draft(form, () => stopping.abort());
  document.querySelector(".about")?.remove();
  place.replaceChildren(shown.section);
  announce(form.dataset.writing);
  let done = false;
  try {
    const response = await fetch(form.dataset.stream + address.search, { signal: stopping.signal, headers: { Accept: "text/event-stream" } });
    if (!response.ok) {  // the page itself tells what is wrong with the question
      location.assign(address);
      return;
    }
    for await (const [name, data] of events(response)) {
      if (name === "token") shown.text.textContent += data.text;
      if (name === "error") throw new Error(data.message);
      if (name === "done") {
        place.innerHTML = data.html;  // made by the page's own template, which escapes what it shows
        form.querySelector("details")?.remove();  // its fields stand among the hits now
        offerCopying(place);
        foldFacets();
        done = true;
      }
    }
    if (!done) throw new Error("The answer ended early.");
    announce(form.dataset.ready);
  } catch (problem) {
    const text = problem.name === "AbortError" ? form.dataset.stopped : form.dataset.failed;
    shown.section.removeAttribute("aria-busy");
    shown.heading.textContent = text;
    shown.button.remove();
    announce(text);
  }
}

/** Lets forms that stream do so. Going back or forward loads the page of the address. */
function offerStreaming() {
  const form = document.querySelector("form[data-stream]");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    const address = new URL(event.submitter?.formAction || form.action);
    address.search = new URLSearchParams(new FormData(form)).toString();
    event.preventDefault();
    history.pushState(null, "", address);
    document.title = `${form.elements.q.value} – Paragraf`;
    ask(form, address);
  });
  addEventListener("popstate", () => location.reload());
}

/** On a narrow page what hits can be restricted to is folded, unless something is chosen. */
function foldFacets() {
  if (!matchMedia("(max-width: 56rem)").matches) return;
  for (const group of document.querySelectorAll(".facets > details")) {
    group.open = group.querySelector(":checked") !== null;
  }
}

/** Shows how far something has come, every so many seconds, until the page is another one. */
function follow() {
  const shown = document.querySelector("[data-follow]");
  if (!shown) return;
  const timer = setInterval(async () => {
    try {
      const response = await fetch(location.href);
      const now = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-follow]");
      if (now) return shown.replaceChildren(...now.childNodes);
    } catch {
      return undefined; // the next time may go better
    }
    clearInterval(timer);
    return location.reload();
  }, Number(shown.dataset.follow) * 1000);
}

offerCopying(document);
offerStreaming();
foldFacets();
follow();
