/** A claim to take away: as text, as SPARQL, as a citation. */

import type { App } from "../app.ts";
import { withArticle } from "../data/articles.ts";
import { plainSentence, saysModality } from "../data/sentence.ts";
import { dateWords, whenWords } from "../data/when.ts";
import type { Ref } from "../payload.ts";
import { h } from "../ui/dom.ts";
import { button } from "../ui/parts.ts";
import { announce } from "../ui/announce.ts";

export function copyMenu(app: App, claim: Ref): HTMLElement {
  const box = h("details", { class: "menu copy" }, h("summary", {}, app.t("copy")));
  const give = (text: string): void => {
    box.open = false;
    void copy(text).then((done) => announce(done ? app.t("copied") : app.t("notCopied")));
  };
  box.append(
    h(
      "div",
      { class: "choices" },
      button(app.t("asText"), () => give(claimText(app, claim))),
      button(app.t("asSparql"), () => give(claimSparql(app, claim))),
      button(app.t("asCitation"), () => give(citation(app, claim))),
    ),
  );
  return box;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text); // a page from a file may have no clipboard of its own
  }
}

function copySelected(text: string): boolean {
  const area = h("textarea", { "aria-hidden": "true", class: "offscreen" });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

/** "Xiaomi invests ..., according to Xiaomi, October 2021: “sentence” (title, date)". */
export function claimText(app: App, claim: Ref): string {
  const { model, state, t } = app;
  const { source, when } = model.facts.claims;
  const modality = saysModality(model, claim) ? "" : `[${modalityWord(app, claim)}] `;
  const from = source[claim] === undefined ? "" : `, ${t("accordingTo")} ${model.label(source[claim] ?? 0)}`;
  const time = when[claim] ? `, ${whenWords(when[claim] ?? "", state.language)}` : "";
  return `${modality}${plainSentence(model, claim, state.language)}${from}${time}: “${quote(app, claim)}” (${where(app, claim)})`;
}

function modalityWord(app: App, claim: Ref): string {
  const { modalities } = app.model.graph.vocabulary;
  return modalities[app.model.graph.claims.modality[claim] ?? 0]?.label[app.state.language] ?? "";
}

function quote(app: App, claim: Ref): string {
  const { evidence } = app.model.facts;
  const [piece] = app.model.evidenceOf(claim);
  let text = "";
  if (piece === undefined) return text;
  withArticle(app.model, evidence.document[piece] ?? 0, (article) => {
    text = article?.cut(evidence.start[piece] ?? 0, evidence.end[piece] ?? 0) ?? "";
  });
  return text;
}

function where(app: App, claim: Ref): string {
  const { documents } = app.model.facts;
  const [document] = app.model.documentsOf(claim);
  if (document === undefined) return "";
  const parts = [documents.publisher[document], documents.title[document], dateWords(documents.date[document] ?? "", app.state.language), documents.files[document]?.[0]];
  return [...new Set(parts.filter(Boolean))].join(", ");
}

/** A query that finds the claim and its sentences. */
export function claimSparql(app: App, claim: Ref): string {
  const { model } = app;
  return `PREFIX kg: <${model.graph.vocabularyIri}>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>

SELECT ?subject ?relation ?object ?modality ?sentence ?document WHERE {
  VALUES ?claim { <${model.absolute(model.facts.claims.iri[claim] ?? "")}> }
  GRAPH ?document {
    ?claim rdf:subject ?subject ; rdf:predicate ?relation ; kg:modality ?modality ; kg:evidence/oa:exact ?sentence .
    OPTIONAL { ?claim rdf:object ?object }
  }
}`;
}

/** Publisher, title, date, the sentence, and the claim's IRI. */
export function citation(app: App, claim: Ref): string {
  const { documents, claims, evidence } = app.model.facts;
  const [piece] = app.model.evidenceOf(claim);
  const document = piece === undefined ? -1 : (evidence.document[piece] ?? -1);
  const who = documents.publisher[document] ? `${documents.publisher[document]}. ` : "";
  const date = documents.date[document] ? ` (${documents.date[document]})` : "";
  const file = documents.files[document]?.[0] ?? "";
  const iri = app.model.absolute(claims.iri[claim] ?? "");
  return `${who}“${documents.title[document] ?? ""}”${date}, ${file}: “${quote(app, claim)}” <${iri}>.`;
}
