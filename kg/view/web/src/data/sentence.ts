/** Claims as readable sentences, from the patterns of their relations. */

import type { Ref } from "../payload.ts";
import type { Language } from "../words.ts";
import type { Model } from "./model.ts";

/** A part of a sentence; with an entity it is that entity's name. */
export interface Part {
  readonly text: string;
  readonly entity?: Ref;
  readonly slot?: string;
}

/** The claim as a sentence, without its source and time. */
export function sentence(model: Model, claim: Ref, language: Language): Part[] {
  const relation = model.relation(claim);
  const own = relation.patterns?.[model.modality(claim)];
  const pattern = (own ?? relation.pattern)[language] || `{subject} ${relation.label[language]} {object}`;
  return parts(pattern, (slot) => value(model, claim, slot));
}

export function plainSentence(model: Model, claim: Ref, language: Language): string {
  return sentence(model, claim, language).map((part) => part.text).join("");
}

/** Whether the modality stands in the sentence's own words. */
export function saysModality(model: Model, claim: Ref): boolean {
  const modality = model.modality(claim);
  return modality === "Asserted" || model.relation(claim).patterns?.[modality] !== undefined;
}

/** Fills a pattern: what stands in [ ] is dropped if a slot in it is empty. */
export function parts(pattern: string, value: (slot: string) => Part): Part[] {
  const kept = pattern.replace(/\[([^\]]*)\]/g, (_, inner: string) => (slots(inner).every((slot) => value(slot).text) ? inner : ""));
  return kept
    .split(/(\{\w+\})/)
    .filter((text) => text)
    .map((text) => (/^\{\w+\}$/.test(text) ? { ...value(text.slice(1, -1)), slot: text.slice(1, -1) } : { text }))
    .filter((part) => part.text);
}

const slots = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? "");

function value(model: Model, claim: Ref, slot: string): Part {
  const { subject, object } = model.ends(claim);
  const details = model.facts.claims;
  switch (slot) {
    case "subject":
      return { text: model.label(subject), entity: subject };
    case "object":
      return object === null ? { text: model.objectText(claim) } : { text: model.label(object), entity: object };
    case "amount":
      return { text: details.amount[claim] ?? "" };
    case "role":
      return { text: details.role[claim] ?? "" };
    case "product":
      return { text: (details.products[claim] ?? []).map((product) => model.label(product)).join(", ") };
    default:
      return { text: "" };
  }
}
