/** The facts of an entity: what it is called, what it does, what it said, what it is the source of. */

import type { App } from "../app.ts";
import type { Ref } from "../payload.ts";
import { clipped } from "../data/text.ts";
import { ties } from "../picture/neighbours.ts";
import { h, link } from "../ui/dom.ts";
import { button, typeSign } from "../ui/parts.ts";
import { claimCard } from "./claim.ts";
import { sideBySide } from "./disagreement.ts";
import { plainStatements } from "./plain.ts";
import { number } from "../words.ts";

const AT_ONCE = 12;

/** In this order stand the kinds of relation; others follow. */
const GROUPS = ["people", "organisations", "figures", "places", "kind", "speech"];

export function entityPanel(app: App, entity: Ref): HTMLElement {
  const shown = app.claimsShown();
  const all = app.model.claimsOf(entity);
  const claims = shown ? all.filter((claim) => shown[claim]) : all;
  const sourced = app.model.claimsFrom(entity).filter((claim) => app.model.ends(claim).subject !== entity && (!shown || shown[claim]));
  const hidden = all.length - claims.length;
  return h(
    "div",
    { class: "panel entity" },
    heading(app, entity, claims.length),
    actions(app, entity),
    disagreements(app, claims),
    app.model.isMade(entity) ? h("p", { class: "note" }, app.t("madeByQuery")) : null,
    ...byGroup(app, claims, entity),
    plainStatements(app, ({ from, to }) => from === entity || to === entity),
    sourced.length ? section(app, "source", app.t("sourceOf"), sourced, entity) : null,
    claims.length || sourced.length || app.model.isMade(entity) ? null : h("p", { class: "empty" }, app.t("noFacts")),
    hidden ? h("p", { class: "note" }, app.t("hiddenByFilters", { n: hidden })) : null,
  );
}

function heading(app: App, entity: Ref, facts: number): HTMLElement {
  const { model, state, t } = app;
  const { aliases, sameAs } = model.facts.entities;
  const names = (aliases[entity] ?? []).slice(0, 8).map((name) => clipped(name, 60)).join(" · ");
  return h(
    "header",
    {},
    h("h2", {}, h("bdi", {}, clipped(model.label(entity)))),
    h(
      "p",
      { class: "kind" },
      typeSign(model.typeKey(entity)),
      ` ${model.typeLabel(entity)} · ${t("facts", { n: facts })} · ${t("mentions", { n: model.graph.entities.mentions[entity] ?? 0 })}`,
    ),
    names ? h("p", { class: "aliases" }, `${t("alsoCalled")}: `, h("bdi", {}, names)) : null,
    sameAs[entity] ? h("p", { class: "aliases" }, ...sameAs[entity].flatMap((iri) => [link(iri, shortIri(iri)), " "])) : null,
    state.focus === app.iri(entity) ? null : h("p", { class: "offscreen" }, t("selected")),
  );
}

function shortIri(iri: string): string {
  return iri.replace(/^https?:\/\/(www\.)?/, "").slice(0, 60);
}

function actions(app: App, entity: Ref): HTMLElement {
  const { state, t } = app;
  const iri = app.iri(entity);
  const focused = state.focus === iri;
  const open = state.open.includes(iri);
  const elsewhere = app.elsewhere !== null;
  const neighbours = ties(app.model, entity, app.claimsShown()).length;
  return h(
    "div",
    { class: "actions" },
    focused || !(neighbours || elsewhere) ? null : button(t("focus"), () => app.focus(entity), { class: "strong" }),
    state.focus !== null && !focused && !open && (neighbours || elsewhere) ? button(t("expand", { n: elsewhere ? `${neighbours}+` : neighbours }), () => app.expand(entity)) : null,
    open ? button(t("collapse"), () => app.collapse(entity)) : null,
    app.model.isMade(entity) ? null : button(t("pathTo"), () => app.startPath(entity)),
  );
}

function disagreements(app: App, claims: readonly Ref[]): HTMLElement | null {
  const places = [...new Set(claims.flatMap((claim) => app.model.disagreementsOf(claim)))];
  if (!places.length) return null;
  return h(
    "details",
    { class: "group disagree" },
    h("summary", {}, h("h3", {}, app.t("disagreements")), h("span", { class: "count" }, number(places.length, app.state.language))),
    ...places.map((place) => sideBySide(app, place)),
  );
}

function byGroup(app: App, claims: readonly Ref[], entity: Ref): HTMLElement[] {
  const groups = new Map<string, Ref[]>();
  for (const claim of claims) {
    const { group } = app.model.relation(claim);
    groups.set(group, [...(groups.get(group) ?? []), claim]);
  }
  const order = [...groups.keys()].sort((a, b) => rank(a) - rank(b));
  return order.map((group) => section(app, group, groupName(app, group), sorted(app, groups.get(group) ?? []), entity));
}

const rank = (group: string): number => (GROUPS.indexOf(group) + 1 || GROUPS.length + 1);

function groupName(app: App, group: string): string {
  switch (group) {
    case "people":
      return app.t("people");
    case "organisations":
      return app.t("organisations");
    case "places":
      return app.t("places");
    case "figures":
      return app.t("figures");
    case "speech":
      return app.t("speech");
    case "kind":
      return app.t("kind");
    default:
      return app.t("other");
  }
}

/** The best supported first; those of one relation together. */
function sorted(app: App, claims: readonly Ref[]): Ref[] {
  const { documents, confidence, start } = app.model.facts.claims;
  const relation = app.model.graph.claims.relation;
  const best = new Map<number, number>();
  for (const claim of claims) best.set(relation[claim] ?? 0, Math.max(best.get(relation[claim] ?? 0) ?? 0, documents[claim] ?? 0));
  return [...claims].sort(
    (a, b) =>
      (best.get(relation[b] ?? 0) ?? 0) - (best.get(relation[a] ?? 0) ?? 0) ||
      (relation[a] ?? 0) - (relation[b] ?? 0) ||
      (documents[b] ?? 0) - (documents[a] ?? 0) ||
      (start[b] ?? -Infinity) - (start[a] ?? -Infinity) ||
      (confidence[b] ?? 0) - (confidence[a] ?? 0) ||
      a - b,
  );
}

function section(app: App, name: string, title: string, claims: readonly Ref[], about: Ref): HTMLElement {
  const list = h("div", { class: "claims" });
  const box = h(
    "section",
    { class: `group group-${name}` },
    h("h3", {}, title, h("span", { class: "count" }, number(claims.length, app.state.language))),
    list,
  );
  const add = (from: number, to: number): void => {
    for (const claim of claims.slice(from, to)) list.append(claimCard(app, claim, { about }));
  };
  add(0, AT_ONCE);
  if (claims.length > AT_ONCE) {
    const rest = button(app.t("showMore", { n: claims.length - AT_ONCE }), () => {
      add(AT_ONCE, claims.length);
      rest.remove();
    });
    rest.classList.add("text");
    box.append(rest);
  }
  return box;
}
