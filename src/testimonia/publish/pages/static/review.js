// Review by keys. Every key waits for the one before it, so that none is lost and each is done on the record that is then in focus.

const desk = document.getElementById("desk");
const said = document.getElementById("said");
const keys = document.getElementById("keys");
const typing = (element) => element.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

let line = Promise.resolve();
let round = 0; // keys of an earlier round are dropped: they were meant for what is no longer there

const drop = () => (round += 1);
const does = (key) => desk.querySelector(`[data-does="${key}"]`);

const show = (html, here) => {
  const inside = desk.contains(document.activeElement);
  const holder = document.createElement("template");
  holder.innerHTML = html;
  desk.replaceChildren(holder.content);
  if (here) history.replaceState(null, "", here);
  const notice = desk.querySelector(".said");
  said.textContent = `${notice ? notice.textContent.trim() : ""} ${desk.querySelector("#focus .statement-big")?.textContent.trim() ?? ""}`;
  if (inside) desk.querySelector("#focus")?.focus({ preventScroll: true });
  inSight();
  watch();
};

// The list scrolls, never the page.
const inSight = () => {
  const list = desk.querySelector(".queue");
  const here = list?.querySelector(".is-here");
  if (here && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.clientHeight / 3;
};

// What cannot be reached is told where the next thing would have stood; nothing that was decided before is lost.
const failed = () => {
  drop();
  desk.querySelector(".said")?.remove();
  const notice = document.createElement("div");
  notice.className = "notice said is-wrong is-warning";
  notice.setAttribute("role", "alert");
  notice.textContent = "The workbench does not answer, so this was perhaps not kept. Everything decided before is. Start it again, then press the key again.";
  desk.querySelector(".desk-head")?.after(notice);
};

const ask = async (address, options = {}) => {
  let answer;
  try {
    answer = await fetch(address, { ...options, headers: { "X-Part": "desk" }, credentials: "same-origin" });
    const html = await answer.text();
    if (!answer.headers.has("X-Here")) throw new Error(`status ${answer.status}`);
    show(html, answer.headers.get("X-Here"));
  } catch {
    return failed();
  }
  if (answer.status >= 400) drop();
};

const send = (form, button) => {
  const fields = new FormData(form);
  if (button.name) fields.set(button.name, button.value);
  return ask(form.action, { method: "POST", body: new URLSearchParams(fields) });
};

const step = async (key, of) => {
  if (of !== round) return;
  const target = does(key);
  if (!target || target.matches(":disabled")) {
    if ("aru".includes(key)) document.getElementById("who")?.focus();
    return;
  }
  if (key === "m" && !document.getElementById("because").value.trim()) {
    drop();
    document.getElementById("because").focus();
  } else if (key === "c") {
    drop();
    location.href = target.href;
  } else if ("ar".includes(key) && desk.querySelector("#focus[data-careful]")) {
    drop(); // others have decided here: look first
    (document.getElementById("because").value.trim() ? target : document.getElementById("because")).focus();
  } else if (target.href) {
    await ask(target.href);
  } else {
    await send(target.form, target);
  }
};

const press = (key) => {
  const of = round;
  line = line.then(() => step(key, of)).catch(failed);
};

// Before the keys of every page, so that ? and the letters mean here what they say here.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (typing(event.target)) {
      if (event.key === "Escape" && event.target.id === "because") desk.querySelector("#focus")?.focus();
      return;
    }
    if (event.key === "?") keys.showModal();
    else if ("arcsumjk".includes(event.key) && event.key.length === 1) press(event.key);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

desk.addEventListener("keydown", (event) => {
  if (event.target.id !== "because" || event.key !== "Enter") return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) press("m");
});

// Buttons do the same as keys, without leaving the page.
desk.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || !["decide", "undo"].includes(event.target.id)) return;
  event.preventDefault();
  const form = event.target;
  const of = round;
  line = line.then(() => (of === round ? send(form, button) : undefined)).catch(failed);
});

// While findings are worked out, say when that is done.
let watching = false;
const watch = async () => {
  if (watching || !desk.querySelector('[data-weighing="running"]')) return;
  watching = true;
  for (;;) {
    await new Promise((done) => setTimeout(done, 1500));
    let told = { state: "running" };
    try {
      told = await (await fetch("/api/review/weighing")).json();
    } catch {
      // It may be busy or gone; a key will tell.
    }
    if (told.state === "running") continue;
    watching = false;
    const note = desk.querySelector("[data-weighing]");
    if (note) note.textContent = told.state === "done" ? "Everything is weighed; the order of the queue may have changed." : `What follows could not be worked out: ${told.error}`;
    return;
  }
};

document.querySelector(".keys-hint").addEventListener("click", () => keys.showModal());
inSight();
watch();
