/** Claims that contradict or replace each other, side by side. */

import type { App } from "../app.ts";
import type { Ref } from "../payload.ts";
import { h } from "../ui/dom.ts";
import { button } from "../ui/parts.ts";
import { claimCard } from "./claim.ts";

/** A line under a claim for each claim that disagrees with it. */
export function disagreementNotes(app: App, claim: Ref): HTMLElement | null {
  const found = app.model.disagreementsOf(claim);
  if (!found.length) return null;
  const notes = found.map((place) => {
    const one = app.model.facts.disagreements[place];
    const newer = one?.claims[0] === claim;
    const words = one?.kind === "conflicts" ? app.t("conflicts") : newer ? app.t("supersedes") : app.t("superseded");
    return h("p", {}, `${words}: ${one?.reason[app.state.language] ?? ""} `, button(app.t("compare"), () => app.selectClaim(claim), { class: "text" }));
  });
  return h("div", { class: "against" }, ...notes);
}

/** Both claims beside each other, with the reason above. */
export function sideBySide(app: App, place: Ref): HTMLElement | null {
  const one = app.model.facts.disagreements[place];
  if (!one) return null;
  const heading = one.kind === "conflicts" ? app.t("conflict") : app.t("replacement");
  return h(
    "section",
    { class: "versus" },
    h("h3", {}, `${heading}: ${one.reason[app.state.language]}`),
    h("div", { class: "sides" }, ...one.claims.map((claim) => claimCard(app, claim, { bare: true }))),
  );
}
