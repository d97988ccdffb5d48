// Forms of review: a time is read while it is typed, words are taken from the text, Ctrl Enter keeps. The forms work without it.

const form = document.querySelector("#correct, #by-hand");
const when = form.querySelector("[data-edtf]");
const read = document.getElementById("edtf-read");
const around = document.getElementById("around");
const words = document.getElementById("f-words");

let latest = 0;
when?.addEventListener("input", async () => {
  const edtf = when.value.trim();
  const mine = (latest += 1);
  read.className = "hint";
  if (!edtf) return read.replaceChildren();
  try {
    const told = await (await fetch(`/api/review/time?edtf=${encodeURIComponent(edtf)}`)).json();
    if (mine !== latest) return;
    read.textContent = told.words ?? "";
    read.classList.add(told.is_valid ? "is-good" : "is-bad");
  } catch {
    read.textContent = "";
  }
});

// Words selected in the text become the words that it rests on; the signs of hidden characters are no words.
if (around && words) {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (!range || range.collapsed || !around.contains(range.commonAncestorContainer)) return;
    const taken = range.cloneContents();
    for (const sign of taken.querySelectorAll(".hidden-char")) sign.remove();
    const chosen = taken.textContent.trim().replace(/\s+/g, " ");
    if (chosen) words.value = chosen;
    // Where the words stand is found from the words.
    for (const name of ["start", "end"]) if (form.elements[name]) form.elements[name].value = "";
  });
}

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !event.target.closest("dialog, .find")) document.querySelector("[data-leaves]")?.click();
});

const wrong = form.querySelector("[aria-invalid]") ?? form.querySelector("select, input:not([type=hidden])");
wrong?.focus();
