/** What the editor of this page can propose. */

import type { App } from "../app.ts";
import { Search, type Entry } from "../data/search.ts";
import type { Known, Proposal } from "./complete.ts";

/** Of the claim model; relations and modalities come with the page. */
const TERMS = [
  "rdf:subject rdf:predicate rdf:object rdf:type rdfs:label rdfs:comment skos:altLabel owl:sameAs schema:headline",
  "schema:datePublished schema:publisher schema:inLanguage oa:exact oa:start oa:end prov:wasDerivedFrom kg:modality kg:source",
  "kg:when kg:start kg:end kg:role kg:amount kg:amountValue kg:amountUnit kg:product kg:confidence kg:evidence kg:support",
  "kg:sourceCount kg:conflictsWith kg:supersedes kg:file kg:text kg:mentionCount kg:refersTo kg:Claim kg:Mention kg:Disagreement",
  "schema:NewsArticle schema:Person schema:Organization schema:Place schema:Product schema:Event schema:CreativeWork kg:Group",
].flatMap((line) => line.split(" "));

/** For completion: the vocabulary in the reader's language, and the entities of the page. */
export function known(app: App): Known {
  const { vocabulary, prefixes } = app.model.graph;
  const language = app.state.language;
  const own = [...vocabulary.relations, ...vocabulary.modalities].map(({ key, label }) => ({ name: `kg:${key}`, detail: label[language] }));
  const search = new Search(entries(app));
  const entities = (text: string): Proposal[] =>
    search.find(text, 10).map(({ entry }) => ({
      insert: `<${app.model.absolute(app.iri(entry.ref))}>`,
      label: app.model.label(entry.ref),
      detail: app.model.typeLabel(entry.ref),
    }));
  return { prefixes, terms: [...own, ...TERMS.map((name) => ({ name, detail: "" }))], entities };
}

function* entries(app: App): Generator<Entry> {
  for (let entity = 0; entity < app.model.entities; entity++) {
    yield { kind: "entity", ref: entity, names: [app.model.label(entity)], weight: app.model.degree(entity) };
  }
}
