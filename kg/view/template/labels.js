"use strict";
// Labels of the picture: they keep their size on the screen at any zoom, and one that would cover another is left out until
// there is room for it. vis-network's own labels shrink with the zoom and overlap.

// Returns a function that draws the labels into a canvas; lit(): the ids of nodes and edges that stand out, or null for all.
function labeller(network, data, lit, theme) {
  const NODE = 14, EDGE = 12, GAP = 3; // pixels on the screen
  const incident = new Map(data.nodes.map(({ id }) => [id, []]));
  for (const { from, to } of data.edges) if (from !== to) { incident.get(from).push(to); incident.get(to).push(from); }
  const byImportance = [...data.nodes].sort((a, b) => incident.get(b.id).length - incident.get(a.id).length);

  const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const inside = (a, b) => a.x >= b.x && a.x + a.w <= b.x + b.w && a.y >= b.y && a.y + a.h <= b.y + b.h;

  // Below, above, right or left of the node; sides where no line arrives come first.
  function besideNode(node, at, view, w, h, gap) {
    const { x, y } = at[node.id], reach = node.size + gap;
    const within = (left) => Math.max(view.x, Math.min(left, view.x + view.w - w));
    const sides = [[0, 1], [0, -1], [1, 0], [-1, 0]].map(([dx, dy], order) => {
      const lines = incident.get(node.id).filter((other) => {
        const ex = at[other].x - x, ey = at[other].y - y;
        return (ex * dx + ey * dy) / (Math.hypot(ex, ey) || 1) > 0.6;
      }).length;
      const start = dx ? x + dx * (reach + w / 2) - w / 2 : within(x - w / 2);
      return { lines, order, x: start, y: y + dy * (reach + h / 2) - h / 2, w, h };
    });
    return sides.sort((a, b) => a.lines - b.lines || a.order - b.order);
  }

  // On the line, near its middle.
  function onEdge(edge, w, h) {
    const line = network.body.edges[edge.id].edgeType;
    return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((t) => line.getPoint(t)).map(({ x, y }) => ({ x: x - w / 2, y: y - h / 2, w, h }));
  }

  return (context) => {
    const scale = network.getScale(), at = network.getPositions(), bright = lit();
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const view = { x: left, y: top, w: context.canvas.clientWidth / scale, h: context.canvas.clientHeight / scale };
    const taken = data.nodes.filter(({ id }) => !bright || bright.nodes.has(id)).map(({ id, size }) => (
      { x: at[id].x - size, y: at[id].y - size, w: 2 * size, h: 2 * size }));

    function write(text, size, ink, places) {
      const w = context.measureText(text).width, h = (size + GAP) / scale;
      const box = places(w, h).find((place) => inside(place, view) && !taken.some((other) => overlap(place, other)));
      if (!box) return;
      taken.push(box);
      context.lineWidth = 4 / scale;
      context.strokeStyle = theme.paper;
      context.strokeText(text, box.x + w / 2, box.y + h / 2);
      context.fillStyle = ink;
      context.fillText(text, box.x + w / 2, box.y + h / 2);
    }

    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    context.font = `500 ${NODE / scale}px system-ui, sans-serif`;
    for (const node of byImportance) {
      if (!bright || bright.nodes.has(node.id)) write(node.label, NODE, theme.ink, (w, h) => besideNode(node, at, view, w, h, GAP / scale));
    }
    context.font = `${EDGE / scale}px system-ui, sans-serif`;
    for (const edge of data.edges) {
      const ink = edge.modality === "Negated" ? theme.negated : theme.quiet;
      if (!bright || bright.edges.has(edge.id)) write(edge.label, EDGE, ink, (w, h) => onEdge(edge, w, h));
    }
  };
}
