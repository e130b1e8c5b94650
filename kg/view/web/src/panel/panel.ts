/** The facts of what is chosen. */

import type { App } from "../app.ts";
import { plainSentence } from "../data/sentence.ts";
import { clipped } from "../data/text.ts";
import type { Ref } from "../payload.ts";
import { shortestPath } from "../picture/neighbours.ts";
import { changed, type Selected } from "../state.ts";
import { fill, h } from "../ui/dom.ts";
import { entityLink } from "../ui/parts.ts";
import { claimCard } from "./claim.ts";
import { sideBySide } from "./disagreement.ts";
import { entityPanel } from "./entity.ts";
import { overviewPanel } from "./overview.ts";
import { plainStatements } from "./plain.ts";
import { readerPanel } from "./reader.ts";

/** Draws itself anew whenever what is chosen or filtered changes. */
export function factsPanel(app: App): HTMLElement {
  const panel = h("aside", { class: "facts", id: "facts", tabindex: -1, "aria-label": app.t("factsTitle") });
  const draw = (): void => {
    panel.setAttribute("aria-label", app.t("factsTitle"));
    fill(panel, content(app, app.state.selected));
  };
  app.onRenew(draw);
  app.store.on((state, before) => {
    if (!changed(state, before, "selected", "drawn", "focus", "open", "shown", "sure", "from", "to", "language")) return;
    draw();
    if (state.selected !== before.selected) panel.scrollTop = 0;
  });
  draw();
  return panel;
}

function content(app: App, selected: Selected | null): HTMLElement {
  const { model } = app;
  switch (selected?.kind) {
    case "entity": {
      const entity = model.entity(selected.entity);
      return entity === null ? missing(app) : entityPanel(app, entity);
    }
    case "pair":
      return pairPanel(app, model.entity(selected.one), model.entity(selected.other));
    case "path":
      return pathPanel(app, model.entity(selected.one), model.entity(selected.other));
    case "claim": {
      const claim = model.claim(selected.claim);
      return claim === null ? missing(app) : claimPanel(app, claim);
    }
    case "document": {
      const document = model.document(selected.document);
      return document === null ? missing(app) : readerPanel(app, document, model.claim(selected.claim ?? ""));
    }
    default:
      return overviewPanel(app);
  }
}

function missing(app: App): HTMLElement {
  return h("div", { class: "panel" }, h("p", { class: "empty" }, app.t(app.coming ? "fetching" : "notHere")));
}

/** A claim and what disagrees with it. */
function claimPanel(app: App, claim: Ref): HTMLElement {
  const against = app.model.disagreementsOf(claim);
  const sides = against.map((place) => sideBySide(app, place));
  return h("div", { class: "panel" }, h("h2", {}, h("bdi", {}, clipped(plainSentence(app.model, claim, app.state.language), 300))), ...(against.length ? sides : [claimCard(app, claim)]));
}

function between(app: App, one: Ref, other: Ref): Ref[] {
  const shown = app.claimsShown();
  const joined = app.model.claimsOf(one).filter((claim) => {
    const { subject, object } = app.model.ends(claim);
    return (subject === one && object === other) || (subject === other && object === one);
  });
  const sourced = [[one, other] as const, [other, one] as const].flatMap(([source, about]) => app.model.claimsFrom(source).filter((claim) => app.model.ends(claim).subject === about));
  return [...new Set([...joined, ...sourced])].filter((claim) => !shown || shown[claim]);
}

function pairPanel(app: App, one: Ref | null, other: Ref | null): HTMLElement {
  if (one === null || other === null) return missing(app);
  const claims = between(app, one, other);
  return h(
    "div",
    { class: "panel" },
    h("h2", {}, entityLink(app, one), " – ", entityLink(app, other)),
    h("p", { class: "kind" }, app.t("facts", { n: claims.length })),
    ...claims.map((claim) => claimCard(app, claim)),
    plainStatements(app, ({ from, to }) => (from === one && to === other) || (from === other && to === one)),
  );
}

/** Every step of the shortest chain, with the facts that make it. */
function pathPanel(app: App, one: Ref | null, other: Ref | null): HTMLElement {
  if (one === null || other === null) return missing(app);
  const path = shortestPath(app.model, one, other, app.claimsShown());
  const heading = h("h2", {}, app.t("pathFromTo", { from: clipped(app.model.label(one)), to: clipped(app.model.label(other)) }));
  if (!path) return h("div", { class: "panel" }, heading, h("p", { class: "empty" }, app.t("noPath")));
  const steps = path.slice(1).map((entity, rank) => {
    const from = path[rank] ?? one;
    const claims = between(app, from, entity);
    const rest = claims.slice(1).map((claim) => claimCard(app, claim));
    return h(
      "section",
      { class: "group" },
      h("h3", {}, `${rank + 1}. ${clipped(app.model.label(from))} – ${clipped(app.model.label(entity))}`),
      claims[0] === undefined ? null : claimCard(app, claims[0]),
      rest.length ? h("details", { class: "more" }, h("summary", {}, app.t("moreFacts", { n: rest.length })), ...rest) : null,
    );
  });
  return h("div", { class: "panel" }, heading, h("p", { class: "kind" }, app.t("steps", { n: path.length - 1 })), ...steps);
}
