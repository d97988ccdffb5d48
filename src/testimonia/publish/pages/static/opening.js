// Opens the row that an address or a mark of a picture leads to.
const open = () => {
  const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (row instanceof HTMLDetailsElement) row.open = true;
};
addEventListener("hashchange", open);
open();
