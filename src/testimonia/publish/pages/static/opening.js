// Opens what an address or a mark of a picture leads to, and fetches the words of claims that have a page of their own.
const open = () => {
  const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = row instanceof HTMLDetailsElement ? row : row?.querySelector?.("details");
  if (folded) folded.open = true;
};
const fetchWords = async (folded) => {
  const link = folded.querySelector(":scope > p > a.words");
  if (!folded.open || !link || link.ariaBusy) return;
  link.ariaBusy = "true";
  const answer = await fetch(link.href).catch(() => null);
  const told = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("ol.claims");
  link.ariaBusy = null;
  if (told) link.parentElement.replaceWith(document.adoptNode(told));
};
document.addEventListener("toggle", (event) => fetchWords(event.target), true);
addEventListener("hashchange", open);
open();
