// The search of a site of files: looks through what the shards hand over, without asking anybody.

const KINDS = { names: "Actors", documents: "Documents", events: "Events" };
const FIRST = 25;
const tables = window.testimoniaFolding;
const field = document.getElementById("page-find");
const status = document.getElementById("search-status");
const results = document.getElementById("search-results");
const shards = JSON.parse(document.getElementById("search-shards").textContent);
const held = { names: [], documents: [], events: [] };
const shown = { names: FIRST, documents: FIRST, events: FIRST };

const MARKS = new RegExp(`[${tables.marks.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join("")}]`, "gu");
const LETTERS = new Map(Object.entries(tables.letters));
const translated = (text) => Array.from(text, (char) => LETTERS.get(char) ?? char).join("");
const isPlain = (text) => /^[A-Za-z0-9 ]*$/.test(text);
const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);
const packed = (text) => text.split(/\s+/u).filter(Boolean).join(" ");
const APOSTROPHES = "'’‘ʼʻʿʾ`´ʹ‛′＇\u05f3";

// As text.names.fold_name folds a name; the tests hold the two against each other.
const fold = (name) => {
  const ascii = isAscii(name);
  let text = isPlain(name) ? packed(name.toLowerCase()) : folded(name, ascii);
  if (/^(?:the|al|el) /.test(text)) text = text.slice(text.indexOf(" ") + 1);
  return text;
};

const folded = (name, keepsArticle) => {
  let text = name.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").trim();
  text = text.replace(new RegExp(`(?:[${APOSTROPHES}]s|(?<=s)[${APOSTROPHES}])\\s*$`, "u"), "");
  if (!keepsArticle) text = text.replace(/^ال(?=[\p{L}\p{N}_]{3})/u, "");
  text = text.replace(/(?<![\p{L}\p{N}_])(?:al|el|ul|an|as|ash|ad|ar|at|az|ath|adh|en|es|esh|ed|er|et|ez)[-‐‑–](?=[\p{L}\p{Nl}\p{No}_])/gu, "al ");
  if (!isAscii(text)) text = translated(text).normalize("NFKD").replace(MARKS, "").normalize("NFC");
  text = translated(text).replace(/[-‐‑‒–—―−_/]+/gu, " ");
  text = text.replace(/(?<![\p{L}\p{N}_])([\p{L}\p{N}_])\.(?=[\p{L}\p{N}_](?![\p{L}\p{N}_])|\s|$)/gu, "$1").replaceAll("&", " and ");
  return packed(text.replace(/[^\p{L}\p{N}_\s&]/gu, " "));
};
window.testimoniaFold = fold;

window.testimoniaFound = (kind, entries) => {
  for (const [path, words, beside, others] of entries) {
    held[kind].push({ path, words, beside, others, keys: [words, ...others].map((text) => ` ${fold(text)}`), besides: ` ${fold(beside)}` });
  }
};

// 3: the name itself; 2: a name that begins so; 1: all words occur; null: they do not. Words of different names do not add up, but for
// events and documents, which are found by what stands beside them too.
const rank = (entry, kind, query, words) => {
  let best = null;
  for (const key of entry.keys) {
    const whole = kind === "names" ? key : `${entry.keys.join("")}${entry.besides}`;
    if (!words.every((word) => whole.includes(` ${word}`))) continue;
    best = Math.max(best ?? 0, key === ` ${query}` ? 3 : key.startsWith(` ${query}`) ? 2 : 1);
  }
  return best;
};

const element = (name, words, attributes = {}) => {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const line = (entry, words) => {
  const item = element("li"), link = element("a", "", { href: entry.path, class: "name" });
  link.append(element("bdi", entry.words));
  item.append(link);
  const other = entry.others.find((text) => words.every((word) => ` ${fold(text)}`.includes(` ${word}`)));
  const own = words.every((word) => entry.keys[0].includes(` ${word}`));
  const beside = element("span", "", { class: "soft small" });
  if (other && !own) beside.append(element("bdi", other), " · ");
  beside.append(entry.beside);
  item.append(beside);
  return item;
};

const section = (kind, found, words) => {
  const made = element("section", "", { class: "found", "aria-labelledby": `found-${kind}` });
  const head = element("h2", `${KINDS[kind]} `, { id: `found-${kind}`, class: "section-head" });
  head.append(element("span", found.length.toLocaleString("en"), { class: "count" }));
  const list = element("ul", "", { class: "rows" });
  list.append(...found.slice(0, shown[kind]).map((entry) => line(entry, words)));
  made.append(head, list);
  if (found.length > shown[kind]) {
    const more = element("button", `Show more of ${found.length.toLocaleString("en")} ${KINDS[kind].toLowerCase()}`, { type: "button", class: "quiet" });
    more.addEventListener("click", () => {
      const at = shown[kind];
      shown[kind] += 100;
      show();
      document.querySelectorAll(`[aria-labelledby="found-${kind}"] a`)[at]?.focus();
    });
    made.append(more);
  }
  return made;
};

const show = () => {
  const query = fold(field.value), words = query.split(" ").filter(Boolean);
  results.replaceChildren();
  if (!words.length) {
    status.textContent = "";
    return;
  }
  let total = 0;
  for (const kind of Object.keys(KINDS)) {
    const found = held[kind].map((entry) => [rank(entry, kind, query, words), entry]).filter(([best]) => best !== null);
    found.sort(([one], [other]) => other - one); // a stable sort: within a rank the order of the shards stays
    total += found.length;
    if (found.length) results.append(section(kind, found.map(([, entry]) => entry), words));
  }
  const loading = loaded < shards.length ? `, still looking (${loaded} of ${shards.length})` : "";
  status.textContent = total ? `${total.toLocaleString("en")} found${loading}.` : loading ? "Looking…" : "Nothing answers to these words. Try fewer, or the beginning of a word.";
};

let loaded = 0, loading = null;
const load = async () => {
  for (const name of shards) {
    await new Promise((done) => {
      const script = element("script", "", { src: `search/${name}` });
      script.addEventListener("load", done);
      script.addEventListener("error", done);
      document.head.append(script);
    });
    loaded += 1;
    show();
  }
  field.dataset.ready = "yes";
};
const look = () => {
  if (field.value.trim()) loading ??= load();
  for (const kind of Object.keys(shown)) shown[kind] = FIRST;
  show();
};
const remember = () => {
  const asked = field.value.trim() ? `?q=${encodeURIComponent(field.value.trim())}` : "";
  try {
    history.replaceState(null, "", location.pathname + asked);
  } catch {
    // some browsers refuse this for files; the search works without it
  }
};

document.getElementById("search-form").hidden = false;
document.getElementById("search-help").hidden = false;
document.getElementById("search-without").hidden = true;
field.value = new URLSearchParams(location.search).get("q") ?? "";
let waiting = 0;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { look(); remember(); }, 120);
});
document.getElementById("search-form").addEventListener("submit", (event) => {
  event.preventDefault();
  look();
  remember();
});
if (field.value) look();
else field.focus();
