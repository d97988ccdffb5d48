// The network of an actor: which ties are drawn follows the year, the kinds and the number of witnesses, all kept in the address.

const data = JSON.parse(document.getElementById("network-data").textContent);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const LINES = { split_from: "solid", merged_into: "solid", opposes: "dashed", allied_with: "dotted", affiliated_with: "dotted" };
const WORDS = { armed_wing_of: "wing of", part_of: "part of", member_of: "member of", affiliated_with: "affiliated", split_from: "split from", merged_into: "merged into", allied_with: "allied", opposes: "opposes" };
const MUTUAL = new Set(["allied_with", "opposes", "affiliated_with"]);
const SHAPES = { coalition: "hexagon", armed_wing: "diamond", political_body: "round-rectangle", government: "rectangle", state_force: "rectangle", person: "triangle" };

const holds = (tie, year, undated) => {
  if (year === null) return true;
  if (!tie.times.length) return undated;
  return tie.times.some(([lo, hi]) => (!lo || +lo.slice(0, 4) <= year) && (!hi || +hi.slice(0, 4) >= year));
};

const controls = () => {
  const year = document.getElementById("year");
  return {
    year: !year || +year.value < data.first ? null : +year.value,
    undated: document.getElementById("undated")?.checked ?? true,
    least: +(document.getElementById("least")?.value || 1),
    kinds: new Set([...document.querySelectorAll("input[name=kind]:checked")].map((box) => box.value)),
  };
};

const restore = () => {
  const asked = new URLSearchParams(location.search);
  const year = document.getElementById("year");
  if (year && asked.has("year")) year.value = asked.get("year");
  if (document.getElementById("undated") && asked.get("undated") === "no") document.getElementById("undated").checked = false;
  if (document.getElementById("least") && asked.has("least")) document.getElementById("least").value = asked.get("least");
  if (asked.has("kinds")) {
    const kinds = new Set(asked.get("kinds").split(","));
    for (const box of document.querySelectorAll("input[name=kind]")) box.checked = kinds.has(box.value);
  }
};

const remember = (chosen) => {
  const asked = new URLSearchParams(location.search);
  const all = document.querySelectorAll("input[name=kind]").length;
  const set = (name, value) => (value === null ? asked.delete(name) : asked.set(name, value));
  set("year", chosen.year);
  set("undated", chosen.undated ? null : "no");
  set("least", chosen.least > 1 ? chosen.least : null);
  set("kinds", chosen.kinds.size === all ? null : [...chosen.kinds].join(","));
  const query = asked.toString();
  history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
};

const elements = () => {
  const ring = data.nodes.length - 1 || 1;
  // Fixed beginnings, so that the same network always looks the same.
  const nodes = data.nodes.map((node, place) => ({
    data: { id: node.id, label: node.name, kind: node.kind, centre: node.id === data.centre ? "yes" : "no" },
    position: place === 0 ? { x: 0, y: 0 } : { x: 260 * Math.cos((2 * Math.PI * place) / ring), y: 260 * Math.sin((2 * Math.PI * place) / ring) },
  }));
  const edges = data.ties.map((tie, place) => ({
    data: {
      id: `tie-${place + 1}`, source: tie.source, target: tie.target, label: WORDS[tie.kind] ?? tie.kind, kind: tie.kind,
      line: tie.affirmed ? LINES[tie.kind] ?? "solid" : "dotted", arrow: MUTUAL.has(tie.kind) ? "none" : "triangle",
      width: 1 + Math.min(tie.witnesses, 4), disputed: tie.disputed || !tie.affirmed ? "yes" : "no",
    },
  }));
  return [...nodes, ...edges];
};

const style = () => [
  { selector: "node", style: { label: "data(label)", "font-size": 12, "font-family": "system-ui, sans-serif", color: colour("--ink"), "text-wrap": "wrap", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 5, width: 18, height: 18, "background-color": colour("--line-strong"), "text-background-color": colour("--sheet"), "text-background-opacity": 0.85, "text-background-padding": 2 } },
  ...Object.entries(SHAPES).map(([kind, shape]) => ({ selector: `node[kind = "${kind}"]`, style: { shape } })),
  { selector: 'node[centre = "yes"]', style: { width: 30, height: 30, "background-color": colour("--link"), "font-weight": 600, "font-size": 14 } },
  { selector: "edge", style: { label: "data(label)", "font-size": 10, color: colour("--soft"), "text-rotation": "autorotate", "text-background-color": colour("--sheet"), "text-background-opacity": 0.9, "text-background-padding": 1, "curve-style": "bezier", "line-style": "data(line)", "target-arrow-shape": "data(arrow)", width: "data(width)", "line-color": colour("--line-strong"), "target-arrow-color": colour("--line-strong") } },
  { selector: 'edge[kind = "opposes"]', style: { "line-color": colour("--dispute") } },
  { selector: 'edge[disputed = "yes"]', style: { color: colour("--dispute"), "text-border-color": colour("--dispute"), "text-border-width": 1, "text-border-opacity": 1 } },
  { selector: ".away", style: { display: "none" } },
  { selector: ".faint", style: { opacity: 0.25 } },
];

const draw = () => {
  cytoscape.use(window.cytoscapeFcose);
  document.getElementById("figure").hidden = false;
  document.getElementById("choice").hidden = false;
  restore();
  const drawn = cytoscape({ container: document.getElementById("network"), elements: elements(), style: style(), layout: { name: "preset" }, minZoom: 0.2, maxZoom: 3 });
  drawn.layout({ name: "fcose", randomize: false, animate: false, quality: "proof", nodeSeparation: 120, idealEdgeLength: 130, nodeRepulsion: 9000, padding: 30 }).run();
  const update = () => {
    const chosen = controls();
    let shown = 0;
    drawn.batch(() => {
      data.ties.forEach((tie, place) => {
        const is = chosen.kinds.has(tie.kind) && Math.max(tie.witnesses, 1) >= chosen.least && holds(tie, chosen.year, chosen.undated);
        shown += is ? 1 : 0;
        drawn.getElementById(`tie-${place + 1}`).toggleClass("away", !is);
        document.getElementById(`tie-${place + 1}`)?.classList.toggle("is-away", !is);
      });
      drawn.nodes().forEach((node) => node.toggleClass("faint", node.id() !== data.centre && !node.connectedEdges().some((edge) => !edge.hasClass("away"))));
    });
    const output = document.getElementById("year-shown");
    if (output) output.textContent = chosen.year === null ? "any time" : String(chosen.year);
    document.getElementById("shown").textContent = `${shown} of ${data.ties.length} ties shown.`;
    remember(chosen);
  };
  document.getElementById("choice").addEventListener("input", update);
  document.getElementById("choice").addEventListener("submit", (event) => event.preventDefault());
  drawn.on("tap", "node", (event) => {
    const link = document.querySelector(`.tie-row a[href*="${CSS.escape(event.target.id())}"]`);
    if (link && event.target.id() !== data.centre) location.href = link.href;
  });
  drawn.on("tap", "edge", (event) => { location.hash = event.target.id(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.style(style()));
  update();
  document.getElementById("network").dataset.ready = "yes";
};

// Deferred scripts have run by the time a module does; without them the table is all there is.
if (window.cytoscape && window.cytoscapeFcose) draw();
