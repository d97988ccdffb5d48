// For every page: shortcuts, choices that submit at once, and moving through suggestions. Pages work without it.

const typing = (element) => element.matches?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target.closest?.(".find")) {
    document.getElementById("suggestions")?.replaceChildren();
    document.getElementById("find")?.focus();
    return;
  }
  if (typing(event.target)) return;
  const jump = { "/": () => document.getElementById("find"), "?": null }[event.key];
  if (event.key === "/" && jump()) {
    event.preventDefault();
    jump().focus();
    jump().select();
  } else if (event.key === "?") {
    document.querySelector(".foot a")?.click();
  } else {
    document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  }
});

// Down and up through what is suggested, as in every search field.
document.querySelector(".find")?.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [document.getElementById("find"), ...document.querySelectorAll("#suggestions a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[(at + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length];
  event.preventDefault();
  next?.focus();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest(".find")) document.getElementById("suggestions")?.replaceChildren();
});

for (const chooser of document.querySelectorAll("select[data-submits]")) {
  chooser.addEventListener("change", () => chooser.form.requestSubmit());
}
