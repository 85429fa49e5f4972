// All script there is: copying a reference, and showing an answer while it is written. Every page works without it.
// Texts come from the page (data-…), so that they stand in the catalogue with the others.
"use strict";

const said = document.getElementById("meddelande");

/** Tells a reader who does not see the page, once. */
function announce(text) {
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = text; });
}

/** Copies text; on plain http browsers offer the clipboard to a selection only. */
async function copyText(element) {
  const text = element.textContent.trim().replace(/\s+/g, " ");
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  getSelection().selectAllChildren(element);
  if (!document.execCommand("copy")) throw new Error("The browser does not copy.");
}

/** Buttons to copy: <button type="button" data-copy="ID" data-done="Kopierat" hidden>. The text itself is always readable. */
function offerCopying(within) {
  for (const button of within.querySelectorAll("button[data-copy]")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const element = document.getElementById(button.dataset.copy);
      try {
        await copyText(element);
        button.textContent = button.dataset.done;
        announce(button.dataset.done);
        setTimeout(() => { button.textContent = label; }, 3000);
      } catch {
        getSelection().selectAllChildren(element);  // the reader copies what is selected
      }
    });
  }
}

offerCopying(document);
