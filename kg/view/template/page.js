"use strict";
// Draws the picture and shows in the panel what the list of facts says about the thing pointed at.
// Text from articles is only drawn on the canvas and copied as elements that the template wrote, never parsed here.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [place, panel, list, close] = ["picture", "panel", "all", "close"].map((id) => document.getElementById(id));
  const hint = panel.firstElementChild;
  const entities = new Map([...document.querySelectorAll("[data-entity]")].map((e) => [e.dataset.entity, e]));
  const facts = [...document.querySelectorAll("[data-claim]")];
  const theme = {};

  // The labels are drawn by labeller, so vis-network gets none.
  const nodes = new vis.DataSet(data.nodes.map(({ label, ...node }) => node));
  const edges = new vis.DataSet(data.edges.map(({ label, ...edge }) => edge));
  const network = new vis.Network(place, { nodes, edges }, data.options);

  let pinned = null; // {node} or {edge}: kept by a click
  let shown = null; // what stands in the panel: the thing under the pointer, else the pinned one
  let back = null; // the button in the list that led here
  let scrolled = 0; // how far the list was, for when it comes back

  // The nodes and edges that stand out; null: all of them.
  function lit() {
    if (!shown) return null;
    const near = data.edges.filter((e) => (shown.edge ? e.id === shown.edge : e.from === shown.node || e.to === shown.node));
    const ends = near.flatMap((e) => [e.from, e.to]);
    return { nodes: new Set(shown.node ? [shown.node, ...ends] : ends), edges: new Set(near.map((e) => e.id)) };
  }

  function paint() {
    const bright = lit();
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name.toLowerCase()}`).trim();
    for (const name of ["paper", "ink", "quiet", "negated"]) theme[name] = colour(name);
    nodes.update(data.nodes.map(({ id, type }) => {
      const border = colour(type), background = type === "THING" ? theme.paper : border;
      const highlight = { background, border: theme.ink };
      return { id, color: { background, border, hover: highlight, highlight }, opacity: !bright || bright.nodes.has(id) ? 1 : 0.15 };
    }));
    edges.update(data.edges.map(({ id, modality }) => {
      const color = colour(modality);
      return { id, color: { color, hover: color, highlight: color, opacity: !bright || bright.edges.has(id) ? 1 : 0.12 } };
    }));
  }

  // What the list says about a thing, as copies.
  function described({ node, edge }) {
    const own = facts.filter(({ dataset: { claim, subject, object } }) => (edge ? claim === edge : subject === node || object === node));
    const heading = edge ? [] : [...entities.get(node).children].filter((e) => !e.matches(".facts"));
    const found = document.createElement("ul");
    found.className = "facts";
    found.append(...own.map((fact) => fact.cloneNode(true)));
    return [...heading.map((e) => e.cloneNode(true)), found];
  }

  function show(thing) {
    const aside = list.parentElement;
    if (!shown) scrolled = aside.scrollTop;
    shown = thing;
    panel.replaceChildren(...(thing ? described(thing) : [hint]));
    list.hidden = Boolean(thing);
    close.hidden = !pinned;
    aside.scrollTop = thing ? 0 : scrolled;
    paint();
  }

  function pin(thing) {
    pinned = thing;
    network.unselectAll();
    if (thing && thing.node) network.selectNodes([thing.node], false);
    if (thing && thing.edge) network.selectEdges([thing.edge]);
    show(thing);
    if (!thing && back) back.focus();
    if (!thing) back = null;
  }

  // Everything in sight, beside buttons and legend, and hardly above natural size.
  function fit() {
    const at = Object.values(network.getPositions());
    if (!at.length) return;
    const [left, right] = [Math.min, Math.max].map((most) => most(...at.map(({ x }) => x)));
    const [top, bottom] = [Math.min, Math.max].map((most) => most(...at.map(({ y }) => y)));
    const side = Math.min(90, place.clientWidth * 0.18), above = 55, below = 62 + document.querySelector(".legend").offsetHeight;
    const across = (place.clientWidth - 2 * side) / (right - left || 1), down = (place.clientHeight - above - below) / (bottom - top || 1);
    const scale = Math.min(across, down, 1.25);
    network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / scale } });
  }

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  const click = (id, action) => document.getElementById(id).addEventListener("click", action);

  network.on("afterDrawing", labeller(network, data, lit, theme));
  network.once("afterDrawing", () => setTimeout(fit)); // after vis-network's own fit
  network.on("hoverNode", ({ node }) => show({ node }));
  network.on("hoverEdge", ({ edge }) => show({ edge }));
  network.on("blurNode", () => show(pinned));
  network.on("blurEdge", () => show(pinned));
  network.on("click", ({ nodes: [node], edges: [edge] }) => pin(node ? { node } : edge ? { edge } : null));
  click("closer", () => zoom(1.3));
  click("farther", () => zoom(1 / 1.3));
  click("whole", fit);
  click("close", () => pin(null));
  list.addEventListener("click", ({ target }) => {
    back = target.closest(".pick");
    if (!back) return;
    pin({ node: back.closest("[data-entity]").dataset.entity });
    panel.focus();
  });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") pin(null); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  addEventListener("resize", fit);
  paint();
})();
