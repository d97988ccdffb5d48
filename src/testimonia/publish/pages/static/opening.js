// Opens what an address or a mark of a picture leads to.
const open = () => {
  const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = row instanceof HTMLDetailsElement ? row : row?.querySelector?.("details");
  if (folded) folded.open = true;
};
addEventListener("hashchange", open);
open();
