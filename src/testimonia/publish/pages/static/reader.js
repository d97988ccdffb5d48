// The reader: words and claims light up together, keys move through the claims, and a selection offers to become a claim.

const text = document.getElementById("text");
const claims = [...document.querySelectorAll(".reader-claims .claim")];
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

const light = (ids) => {
  for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  for (const id of ids) {
    document.getElementById(id)?.classList.add("is-lit");
    for (const mark of text.querySelectorAll(`mark[data-claims~="${CSS.escape(id)}"]`)) mark.classList.add("is-lit");
  }
};
const idsOf = (element) => {
  const held = element.closest?.("[data-claims]");
  if (held) return held.dataset.claims.split(" ");
  const claim = element.closest?.(".reader-claims .claim, .reader-claims li");
  return claim ? [(claim.matches(".claim") ? claim : claim.querySelector(".claim")).id] : null;
};

for (const happening of ["pointerover", "focusin"]) {
  document.querySelector(".reader").addEventListener(happening, (event) => {
    const ids = idsOf(event.target);
    if (ids) light(ids);
  });
}
// A click on marked words brings their claims into sight beside them.
text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  if (mark && getSelection().isCollapsed) {
    document.getElementById(mark.dataset.claims.split(" ")[0])?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }
});

// j and k walk through the claims, o opens the words.
let at = -1;
const go = (to) => {
  if (!claims.length) return;
  at = Math.max(0, Math.min(claims.length - 1, to));
  const claim = claims[at];
  claim.querySelector("summary").focus({ preventScroll: true });
  claim.scrollIntoView({ block: "nearest" });
  text.querySelector(`mark[data-claims~="${CSS.escape(claim.id)}"]`)?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  if (event.key === "j") go(at + 1);
  else if (event.key === "k") go(at - 1);
  else if (event.key === "o" && at >= 0) claims[at].querySelector("details").toggleAttribute("open");
  else if (event.key === "e") document.querySelector(".selection-bar:not([hidden]) [data-reports]")?.click();
  else if (event.key === "c") document.querySelector(".selection-bar:not([hidden]) button")?.click();
});

// Offsets count code points of the captured text: notes are no part of it, a hidden character is one whatever its sign looks like.
const lengthOf = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return [...node.data].length;
  if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return 0;
  if (node.matches?.(".note")) return 0;
  if (node.matches?.(".hidden-char")) return Number(node.dataset.chars);
  return [...node.childNodes].reduce((sum, child) => sum + lengthOf(child), 0);
};
const offsetOf = (container, offset) => {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(container, offset);
  return Number(text.dataset.start) + lengthOf(before.cloneContents());
};

const bar = document.querySelector(".selection-bar");
if (bar) {
  const dialog = document.getElementById("new-claim");
  const form = dialog.querySelector("form");
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const words = range && text.contains(range.commonAncestorContainer) ? selection.toString().trim() : "";
    bar.hidden = !words;
    if (!words) return;
    form.elements.start.value = offsetOf(range.startContainer, range.startOffset);
    form.elements.end.value = offsetOf(range.endContainer, range.endOffset);
    const reports = new URL(bar.querySelector("[data-reports]").href);
    for (const name of ["start", "end"]) reports.searchParams.set(name, form.elements[name].value);
    bar.querySelector("[data-reports]").href = reports;
    bar.querySelector("q").textContent = words;
    dialog.querySelector("blockquote").textContent = words;
  });
  bar.querySelector("button").addEventListener("click", () => dialog.showModal());
  dialog.querySelector("[data-closes]").addEventListener("click", () => dialog.close());
}
