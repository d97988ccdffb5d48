// The map: spots gather into one mark where they would cover one another; the choice of years is kept in the address.

const data = JSON.parse(document.getElementById("map-data").textContent);
if (data.short) {  // a map of thousands: a mark is a list, and a spot has the places of its events in the list of marks
  data.marks = data.short.map(([id, words, edtf, lo, hi, disputed]) => ({ id, words, when: { edtf, lo, hi }, disputed: !!disputed }));
  for (const spot of data.spots) spot.events = spot.events.map((place) => data.marks[place].id);
}
const script = document.getElementById("map-script");
const marks = new Map(data.marks.map((mark) => [mark.id, mark]));
const WIDTH = 1120, HEIGHT = 560, NEAR = 26;
const WIDE = new Set(["district", "region", "country", "continent"]);
const year = (day) => (day ? +day.slice(0, 4) : null);
const span = (when) => [year(when.lo) ?? year(when.hi), year(when.hi) ?? year(when.lo)];
const within = (when, from, to, undated) => {
  const [lo, hi] = span(when);
  return lo === null ? undated : lo <= to && hi >= from;
};
const field = (name) => document.getElementById(name);
const chosen = () => ({ from: field("from") ? +field("from").value : -Infinity, to: field("to") ? +field("to").value : Infinity, undated: field("undated")?.checked ?? true });

const visibleSpots = () => {
  const { from, to, undated } = chosen();
  return data.spots
    .map((spot) => ({ ...spot, events: spot.events.filter((id) => within(marks.get(id).when, from, to, undated)), areas: spot.areas.filter((area) => within(area.when, from, to, undated)) }))
    .filter((spot) => spot.events.length || spot.areas.length);
};

// Greedy, the fullest first: good enough for some hundred spots, and the same every time.
const gathered = (spots, project) => {
  const groups = [];
  for (const spot of [...spots].sort((a, b) => b.events.length - a.events.length || a.name.localeCompare(b.name))) {
    const [x, y] = project(spot);
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < NEAR);
    if (near) near.spots.push(spot);
    else groups.push({ x, y, spots: [spot] });
  }
  return groups;
};

const element = (name, words, attributes = {}) => {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const showCard = (group) => {
  const card = field("card");
  card.replaceChildren();
  const close = element("button", "×", { type: "button", class: "quiet", "aria-label": "Close" });
  close.addEventListener("click", () => { card.hidden = true; });
  card.append(close);
  for (const spot of group.spots) {
    card.append(element("h3", spot.name, { dir: "auto" }));
    const list = element("ul");
    for (const id of spot.events.slice(0, 30)) {
      const mark = marks.get(id), item = element("li");
      const link = element("a", mark.words, { href: script.dataset.events.replace("EVENT", encodeURIComponent(id)), dir: "auto" });
      item.append(element("span", mark.when.edtf ? `${mark.when.edtf} ` : "undated ", { class: "soft" }), link);
      list.append(item);
    }
    if (spot.events.length > 30) list.append(element("li", `and ${spot.events.length - 30} more`, { class: "soft" }));
    for (const area of spot.areas) list.append(element("li", `${area.name} is said to operate here${area.when.edtf ? `, ${area.when.edtf}` : ""}`));
    card.append(list);
  }
  card.hidden = false;
};

const draw = (world) => {
  field("figure").hidden = false;
  const svg = d3.select("#map").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  const points = { type: "MultiPoint", coordinates: data.spots.map((spot) => [spot.longitude, spot.latitude]) };
  const projection = d3.geoMercator();
  const box = d3.geoBounds(points);
  const pad = Math.max(2, (box[1][1] - box[0][1]) * 0.25), side = Math.max(3, Math.abs(box[1][0] - box[0][0]) * 0.2);
  const corners = [[box[0][0] - side, Math.max(-80, box[0][1] - pad)], [box[1][0] + side, Math.min(80, box[1][1] + pad)]];
  projection.fitExtent([[20, 20], [WIDTH - 20, HEIGHT - 20]], { type: "MultiPoint", coordinates: corners });
  const path = d3.geoPath(projection);
  const base = svg.append("g"), layer = svg.append("g");
  base.append("path").datum(topojson.feature(world, world.objects.land ?? world.objects.countries)).attr("class", "land").attr("d", path);
  base.append("path").datum(topojson.mesh(world, world.objects.countries, (a, b) => a !== b)).attr("class", "border").attr("d", path);
  const labels = base.append("g");
  for (const country of topojson.feature(world, world.objects.countries).features) {
    const [x, y] = path.centroid(country);
    if (path.area(country) > 2500 && x > 0 && x < WIDTH && y > 0 && y < HEIGHT) labels.append("text").attr("class", "country").attr("x", x).attr("y", y).text(country.properties.name);
  }
  let transform = d3.zoomIdentity;

  const update = () => {
    const spots = visibleSpots();
    const groups = gathered(spots, (spot) => transform.apply(projection([spot.longitude, spot.latitude])));
    const nodes = layer.selectAll("g.spot").data(groups).join((enter) => {
      const group = enter.append("g").attr("tabindex", 0).attr("role", "button");
      group.append("circle");
      group.append("text");
      return group;
    });
    nodes
      .attr("class", (group) => `spot${group.spots.every((spot) => WIDE.has(spot.precision)) ? " is-wide" : ""}${group.spots.some((spot) => spot.events.some((id) => marks.get(id).disputed)) ? " is-disputed" : ""}${group.spots.some((spot) => spot.events.length) ? "" : " is-area"}`)
      .attr("transform", (group) => `translate(${group.x},${group.y})`)
      .attr("aria-label", (group) => `${group.spots.map((spot) => spot.name).join(", ")}: ${d3.sum(group.spots, (spot) => spot.events.length)} events`)
      .on("click", (_, group) => showCard(group))
      .on("keydown", (event, group) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); showCard(group); } });
    nodes.select("circle").attr("r", (group) => 6 + 3 * Math.sqrt(d3.sum(group.spots, (spot) => spot.events.length)));
    nodes.select("text").attr("dy", (group) => -(10 + 3 * Math.sqrt(d3.sum(group.spots, (spot) => spot.events.length))))
      .text((group) => (group.spots.length === 1 ? group.spots[0].name : `${group.spots[0].name} and ${group.spots.length - 1} more`));
    field("shown").textContent = `${new Set(spots.flatMap((spot) => spot.events)).size} of ${data.marks.length} events shown at ${spots.length} places.`;
    remember();
  };

  const zoom = d3.zoom().scaleExtent([0.5, 40]).on("zoom", (event) => {
    transform = event.transform;
    base.attr("transform", transform).attr("stroke-width", 1 / transform.k);
    labels.selectAll("text").attr("font-size", 12 / transform.k);
    update();
  });
  svg.call(zoom);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const moved = (change) => (still ? change(svg) : change(svg.transition().duration(200)));
  field("nearer").addEventListener("click", () => moved((it) => it.call(zoom.scaleBy, 1.8)));
  field("farther").addEventListener("click", () => moved((it) => it.call(zoom.scaleBy, 1 / 1.8)));
  field("whole").addEventListener("click", () => moved((it) => it.call(zoom.transform, d3.zoomIdentity)));
  if (field("from")) chooseYears(update);
  update();
  svg.attr("data-ready", "yes");
};

const restore = () => {
  const asked = new URLSearchParams(location.search);
  for (const name of ["from", "to"]) if (field(name) && asked.has(name)) field(name).value = asked.get(name);
  if (field("undated") && asked.get("undated") === "no") field("undated").checked = false;
};

const remember = () => {
  if (!field("from")) return;
  const asked = new URLSearchParams(location.search);
  for (const name of ["from", "to"]) field(name).value === field(name).defaultValue ? asked.delete(name) : asked.set(name, field(name).value);
  field("undated").checked ? asked.delete("undated") : asked.set("undated", "no");
  const query = asked.toString();
  history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
};

// The brush moves the two fields, and the fields move the brush, so that the keyboard does all that the mouse can.
const chooseYears = (update) => {
  restore();
  const width = 1120, height = 56, first = +field("from").min, last = +field("from").max;
  const x = d3.scaleLinear([first, last + 1], [12, width - 12]);
  const counts = d3.rollup(data.marks.filter((mark) => span(mark.when)[0] !== null), (all) => all.length, (mark) => span(mark.when)[0]);
  const y = d3.scaleLinear([0, d3.max(counts.values()) || 1], [0, 34]);
  const svg = d3.select("#brush").attr("viewBox", `0 0 ${width} ${height}`);
  svg.selectAll("rect.count").data([...counts]).join("rect").attr("class", "count").attr("x", ([at]) => x(at)).attr("width", Math.max(2, x(first + 1) - x(first) - 1)).attr("y", ([, many]) => 38 - y(many)).attr("height", ([, many]) => y(many));
  svg.append("g").attr("transform", "translate(0,38)").call(d3.axisBottom(x).ticks(Math.min(14, last - first + 1)).tickFormat(d3.format("d")).tickSizeOuter(0));
  const brush = d3.brushX().extent([[12, 0], [width - 12, 38]]);
  const layer = svg.append("g").call(brush);
  const place = () => layer.call(brush.move, [x(+field("from").value), x(+field("to").value + 1)]);
  brush.on("brush end", (event) => {
    if (!event.sourceEvent) return;
    const [from, to] = event.selection ? event.selection.map(x.invert) : [first, last + 1];
    field("from").value = Math.round(from);
    field("to").value = Math.max(Math.round(from), Math.round(to) - 1);
    update();
  });
  for (const name of ["from", "to", "undated"]) field(name).addEventListener("change", () => { place(); update(); });
  place();
};

if (window.d3 && window.topojson) {
  // A site of files brings the map as a script, since pages opened from a disk may not fetch.
  const world = window.testimoniaWorld ?? (await (await fetch(script.dataset.world)).json());
  draw(world);
}
