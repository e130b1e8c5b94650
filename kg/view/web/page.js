"use strict";
// Draws the picture and shows in the panel what the list of facts says about the thing pointed at.
// Text from articles reaches the page only as canvas text and as copies of elements that the server-side template escaped.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("panel");
  const hint = panel.firstElementChild;
  const place = document.getElementById("picture");
  const entities = new Map([...document.querySelectorAll("[data-entity]")].map((e) => [e.dataset.entity, e]));
  const facts = [...document.querySelectorAll("[data-claim]")];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name.toLowerCase()}`).trim();

  const nodes = new vis.DataSet(data.nodes.map(({ label, ...node }) => node));
  const edges = new vis.DataSet(data.edges.map(({ label, ...edge }) => edge));
  const network = new vis.Network(place, { nodes, edges }, data.options);
  const degree = new Map();
  for (const { from, to } of data.edges) for (const id of [from, to]) degree.set(id, (degree.get(id) || 0) + 1);
  const byImportance = [...data.nodes].sort((a, b) => (degree.get(b.id) || 0) - (degree.get(a.id) || 0));

  let pinned = null; // {node} or {edge}: kept by a click
  let shown = null; // what panel and picture show now: the thing under the pointer, else the pinned one
  let theme = {};

  // Which nodes and edges stand out; null: all of them.
  function lit(thing) {
    if (!thing) return null;
    const near = data.edges.filter((e) => (thing.edge ? e.id === thing.edge : e.from === thing.node || e.to === thing.node));
    const ends = near.flatMap((e) => [e.from, e.to]);
    return { nodes: new Set(thing.node ? [thing.node, ...ends] : ends), edges: new Set(near.map((e) => e.id)) };
  }

  function paint() {
    const bright = lit(shown);
    nodes.update(data.nodes.map(({ id, type }) => {
      const line = colour(type);
      const fill = type === "THING" ? theme.paper : line;
      const both = { background: fill, border: line };
      return { id, color: { ...both, hover: both, highlight: { background: fill, border: theme.ink } }, opacity: !bright || bright.nodes.has(id) ? 1 : 0.15 };
    }));
    edges.update(data.edges.map(({ id, modality }) => {
      const line = colour(modality);
      return { id, color: { color: line, hover: line, highlight: line, opacity: !bright || bright.edges.has(id) ? 1 : 0.12 } };
    }));
  }

  // Labels keep their size on the screen at any zoom; one that would cover another is left out until there is room.
  function drawLabels(context) {
    const scale = network.getScale();
    const bright = lit(shown);
    const at = network.getPositions();
    const taken = data.nodes.filter((n) => !bright || bright.nodes.has(n.id)).map(({ id, size }) => ({
      id, x: at[id].x - size, y: at[id].y - size, w: 2 * size, h: 2 * size,
    }));
    const free = (box) => taken.every((t) => t.id === box.id || box.x >= t.x + t.w || t.x >= box.x + box.w || box.y >= t.y + t.h || t.y >= box.y + box.h);
    const pen = (size, weight) => { context.font = `${weight} ${size / scale}px system-ui, sans-serif`; };
    const write = (text, ink, { x, y, w, h }) => {
      context.strokeStyle = theme.paper;
      context.lineWidth = 4 / scale;
      context.strokeText(text, x + w / 2, y + h / 2);
      context.fillStyle = ink;
      context.fillText(text, x + w / 2, y + h / 2);
    };
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", direction: "ltr" });
    for (const { id, label, size } of byImportance) {
      if (bright && !bright.nodes.has(id)) continue;
      pen(14, shown && shown.node === id ? "700" : "500");
      const w = context.measureText(label).width, h = 17 / scale, { x, y } = at[id], gap = 3 / scale;
      const below = { id, x: x - w / 2, y: y + size + gap, w, h };
      const box = [below, { ...below, y: y - size - gap - h }, { ...below, x: x + size + gap, y: y - h / 2 }, { ...below, x: x - size - gap - w, y: y - h / 2 }].find(free);
      if (!box) continue;
      taken.push({ ...box, id: null });
      write(label, theme.ink, box);
    }
    pen(12, "400");
    for (const { id, label, modality } of data.edges) {
      if (bright && !bright.edges.has(id)) continue;
      const line = network.body.edges[id].edgeType;
      const w = context.measureText(label).width, h = 14 / scale;
      const box = [0.5, 0.4, 0.6, 0.3, 0.7].map((t) => line.getPoint(t)).map(({ x, y }) => ({ x: x - w / 2, y: y - h / 2, w, h })).find(free);
      if (!box) continue;
      taken.push(box);
      write(label, modality === "Negated" ? theme.negated : theme.quiet, box);
    }
  }

  // The copy of a fact or an entity's heading for the panel.
  const copy = (element) => element.cloneNode(true);
  function describe(thing) {
    if (!thing) return [hint];
    const own = facts.filter((f) => (thing.edge ? f.dataset.claim === thing.edge : f.dataset.subject === thing.node || f.dataset.object === thing.node));
    const list = document.createElement("ul");
    list.className = "facts";
    list.append(...own.map(copy));
    if (thing.edge) return [list];
    return [...[...entities.get(thing.node).children].filter((e) => !e.matches(".facts")).map(copy), list];
  }

  function show(thing) {
    shown = thing;
    panel.replaceChildren(...describe(thing));
    paint();
  }
  function pin(thing) {
    pinned = thing;
    network.unselectAll();
    if (thing && thing.node) network.selectNodes([thing.node], false);
    if (thing && thing.edge) network.selectEdges([thing.edge]);
    show(thing);
  }

  // Everything in sight, as large as fits beside legend and buttons, never above natural size by much.
  function fit() {
    const at = Object.values(network.getPositions());
    if (!at.length) return;
    const span = (values) => [Math.min(...values), Math.max(...values)];
    const [left, right] = span(at.map((p) => p.x));
    const [top, bottom] = span(at.map((p) => p.y));
    const side = Math.min(80, place.clientWidth * 0.14), above = 50, below = 90;
    const scale = Math.min((place.clientWidth - 2 * side) / (right - left || 1), (place.clientHeight - above - below) / (bottom - top || 1), 1.25);
    network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / scale } });
  }
  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: false });
  }

  function retheme() {
    theme = Object.fromEntries(["paper", "ink", "quiet", "negated"].map((name) => [name, colour(name)]));
    paint();
  }

  network.on("afterDrawing", drawLabels);
  network.on("hoverNode", ({ node }) => show({ node }));
  network.on("hoverEdge", ({ edge }) => show({ edge }));
  network.on("blurNode", () => show(pinned));
  network.on("blurEdge", () => show(pinned));
  network.on("click", ({ nodes: [node], edges: [edge] }) => pin(node !== undefined ? { node } : edge !== undefined ? { edge } : null));
  network.once("afterDrawing", () => setTimeout(fit));
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") pin(null); });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest(".pick");
    if (!button) return;
    const entity = button.closest("[data-entity]");
    if (entity) pin({ node: entity.dataset.entity });
  });
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("whole").addEventListener("click", fit);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", retheme);
  addEventListener("resize", fit);
  retheme();
})();
