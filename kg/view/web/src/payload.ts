/**
 * The contract between Python, which writes the explorer page, and this code, which reads it.
 *
 * The page is `<!doctype html>`, an empty body (but for a `<noscript>` line), one inline `<style>` (dist/explorer.css), the blocks
 * of data below and, last, one inline classic `<script>` (dist/explorer.js). Nothing is fetched; only where `Graph.endpoint` is
 * set are queries POSTed to it, and names asked of `Graph.labels`. Content-Security-Policy as a meta element:
 *
 *     default-src 'none'; script-src 'sha256-...' 'wasm-unsafe-eval'; style-src 'sha256-...'; worker-src blob:; img-src data: blob:;
 *     connect-src 'none' (or 'self' where the page is served); base-uri 'none'; form-action 'none'
 *
 * Blocks, each an element that no browser runs; a block may be missing unless it says so:
 *
 *     <script type="application/json" id="kg-graph">   Graph    required; all that the first picture and the search need
 *     <script type="application/json" id="kg-facts">   Facts    required; parsed when facts or filters are first wanted
 *     <script type="application/json" id="kg-texts">   Texts    the articles' texts; parsed when a sentence is first wanted
 *     <script type="text/plain" id="kg-rdf">           base64 of the gzip of the graph as N-Quads
 *     <script type="text/plain" id="kg-wasm">          base64 of dist/oxigraph.wasm.gz, as it stands there
 *
 * JSON blocks are UTF-8 JSON in which Python writes < > & U+2028 U+2029 as \u003c ...; no other escaping, no spaces.
 * With an endpoint, kg-texts, kg-rdf and kg-wasm are left out: texts are asked for as kg:text of a document, and SPARQL runs there.
 *
 * Everything is columns: arrays of equal length, one place an entity, claim, piece of evidence or document; a reference is the place
 * of the other thing. `Sparse` holds what few things have, by place. Anything may be any text: the page treats all as hostile.
 */

/** A place in another table. */
export type Ref = number;

/** Values of a few places only: {"12": "CEO"}. */
export type Sparse<T> = { readonly [place: string]: T };

/** A text in Dutch and in English. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}

/** An IRI; one that begins with `Graph.base` is written without it ("entity/xiaomi"). */
export type Iri = string;

/** Block kg-graph. */
export interface Graph {
  readonly version: 1;
  /** Heading of the page. */
  readonly title: string;
  /** Language of most of the articles ("nl"), only a hint; the interface follows the browser. */
  readonly language: string | null;
  /** The base IRI, "https://kg.example/". */
  readonly base: string;
  /** The namespace of the vocabulary, "https://kg.example/ontology#". */
  readonly vocabularyIri: string;
  /** URL of the SPARQL endpoint where kg serve serves the page ("/query"; relative to the page), null on a page of its own. */
  readonly endpoint: string | null;
  /** Address that gives entities by their name where the page is served: "/labels?q=", see `QueryPage.labels`. */
  readonly labels: string | null;
  /** Set where the page carries only the strongest part of a bigger graph, or what a query gave. */
  readonly selection: Selection | null;
  readonly vocabulary: Vocabulary;
  readonly prefixes: { readonly [prefix: string]: string };
  readonly queries: readonly SavedQuery[];
  readonly entities: Entities;
  readonly communities: Communities;
  readonly claims: Claims;
  /** Statements that a query made (kg view --query with a CONSTRUCT), without a claim behind them. */
  readonly plain: PlainTable | null;
  /** For the counts in the heading; number of triples (quads) of the whole graph. */
  readonly triples: number;
  /** Version of kg, for the about box. */
  readonly kg: string;
}

export interface Selection {
  /** How many are in the page, and of how many. */
  readonly entities: number;
  readonly ofEntities: number;
  readonly claims: number;
  readonly ofClaims: number;
  /** The command that serves everything ("kg serve graphs/kg"), null where there is nothing more. */
  readonly command: string | null;
  /** The query that defines the view (kg view --query), null if none does. */
  readonly query: string | null;
}

export interface Vocabulary {
  readonly types: readonly Type[];
  readonly modalities: readonly Modality[];
  readonly relations: readonly Relation[];
}

export interface Type {
  /** "PER", "ORG", "LOC", "PROD", "EVENT", "WORK", "NORP", "THING": colour and shape hang on it. */
  readonly key: string;
  readonly label: Words;
}

export interface Modality {
  /** "Asserted", "Planned", "Possible", "Alleged", "Negated", "Ended": the look of a line hangs on it. */
  readonly key: string;
  readonly label: Words;
  /** rdfs:comment, a line of explanation. */
  readonly comment: Words;
}

export interface Relation {
  /** Local name: "investsIn". */
  readonly key: string;
  /** "invests in": on lines and in filters. */
  readonly label: Words;
  readonly comment: Words;
  /**
   * The claim as a sentence: "{subject} invests[ {amount}] in {object}".
   * Slots: {subject} {object} {amount} {role} {product}. What stands in [ ] is dropped if a slot in it is empty. The page adds the
   * source, the time and the modality. No pattern: "{subject} label {object}".
   */
  readonly pattern: Words;
  /** Patterns for a modality, by its key, where a sentence of its own reads better: "{subject} plans to invest ...". */
  readonly patterns?: { readonly [modality: string]: Words };
  /** What the object is, from relations.yaml. */
  readonly kind: "entity" | "figure" | "text" | "none";
  /** Heading in the facts: "people", "organisations", "places", "figures", "speech", "kind"; the sections of ontology/kg.ttl. */
  readonly group: string;
  readonly symmetric?: boolean;
}

export interface SavedQuery {
  readonly name: string;
  readonly description: string;
  readonly sparql: string;
  /** Names of variables for which the reader gives a string ("name"). */
  readonly parameters: readonly string[];
}

/** Sorted by degree, the highest first, then by IRI. */
export interface Entities {
  readonly iri: readonly Iri[];
  /** The label to show: in any language. */
  readonly label: readonly string[];
  /** Labels that differ in the reader's language, by language: {"nl": {"3": "Duitsland"}, "en": {"3": "Germany"}}. */
  readonly labelIn: { readonly [language: string]: Sparse<string> };
  readonly type: readonly Ref[];
  readonly mentions: readonly number[];
  /** Number of claims with it as subject or as object. */
  readonly degree: readonly number[];
  /** Place in the whole picture; y grows upwards; whole numbers, any range (about -10000 to 10000). */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly community: readonly Ref[];
}

export interface Communities {
  /** What it is called when zoomed out: the label of its most connected entity, or two. */
  readonly name: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Radius of the disc that holds it. */
  readonly radius: readonly number[];
  readonly size: readonly number[];
}

/** The part of claims that the picture is made of. Sorted by subject, relation, object, IRI. The other columns are in Facts. */
export interface Claims {
  readonly subject: readonly Ref[];
  readonly relation: readonly Ref[];
  /** n >= 0: entity n. -1: none. n <= -2: `Facts.literals[-2 - n]`. */
  readonly object: readonly number[];
  readonly modality: readonly Ref[];
}

/** Drawn like claims. Literals and blank nodes are entities too ("literal:3", "_:1"). */
export interface PlainTable {
  readonly subject: readonly Ref[];
  /** Whole IRIs. */
  readonly predicate: readonly Iri[];
  readonly object: readonly Ref[];
  /** Entities that are not in the graph. */
  readonly made: readonly Ref[];
}

/** Block kg-facts. */
export interface Facts {
  /** Objects that are text or figures, each once. */
  readonly literals: readonly string[];
  readonly entities: EntityDetails;
  readonly claims: ClaimDetails;
  readonly evidence: Evidence;
  readonly documents: Documents;
  readonly disagreements: readonly Disagreement[];
}

export interface EntityDetails {
  /** skos:altLabel, without the label. */
  readonly aliases: Sparse<readonly string[]>;
  /** owl:sameAs, whole IRIs. */
  readonly sameAs: Sparse<readonly string[]>;
}

/** One place a claim, in the order of `Graph.claims`. */
export interface ClaimDetails {
  readonly iri: readonly Iri[];
  /** kg:confidence in hundredths: 93. */
  readonly confidence: readonly number[];
  /** kg:support: documents that say so and are no copies of each other. */
  readonly documents: readonly number[];
  /** kg:sourceCount. */
  readonly sources: readonly number[];
  /** kg:source: entity. */
  readonly source: Sparse<Ref>;
  /** kg:when, EDTF: "2024-01/2024-06". */
  readonly when: Sparse<string>;
  /** kg:start and kg:end in days since 1970-01-01; a missing one is open. */
  readonly start: Sparse<number>;
  readonly end: Sparse<number>;
  /** kg:role; where documents differ, that of the first piece of evidence. */
  readonly role: Sparse<string>;
  /** kg:amount as in the text. */
  readonly amount: Sparse<string>;
  /** kg:product: entities. */
  readonly products: Sparse<readonly Ref[]>;
}

/** Sorted by claim, document, start. Offsets count Unicode code points of the document's text, from its beginning, as in the graph. */
export interface Evidence {
  readonly claim: readonly Ref[];
  readonly document: readonly Ref[];
  /** The sentence. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Spans of subject and object; -1 where there is none. They may lie outside the sentence. */
  readonly subjectStart: readonly number[];
  readonly subjectEnd: readonly number[];
  readonly objectStart: readonly number[];
  readonly objectEnd: readonly number[];
  /** In hundredths. */
  readonly confidence: readonly number[];
}

export interface Documents {
  readonly iri: readonly Iri[];
  /** schema:headline, else the first line of the text, shortened. */
  readonly title: readonly string[];
  /** kg:file, usually one. */
  readonly files: readonly (readonly string[])[];
  /** schema:datePublished as written, "" if none. */
  readonly date: readonly string[];
  /** Name of the publisher, "" if none. */
  readonly publisher: readonly string[];
  /** schema:inLanguage. */
  readonly language: readonly string[];
  /** schema:url or what the article's address is; "" if none. Shown as text, linked only if http(s). */
  readonly url: readonly string[];
}

/** kg:conflictsWith or kg:supersedes: the first claim supersedes the other. */
export interface Disagreement {
  readonly claims: readonly [Ref, Ref];
  readonly kind: "conflicts" | "supersedes";
  readonly reason: Words;
}

/** Block kg-texts: kg:text of each document, in the order of `Facts.documents`. */
export type Texts = readonly string[];

/** Block kg-page of kg serve's query page, for dist/query.js (see query.ts). */
export interface QueryPage {
  readonly endpoint: string;
  readonly prefixes: { readonly [prefix: string]: string };
  readonly queries: readonly SavedQuery[];
  /** Whole IRIs. */
  readonly classes: readonly string[];
  readonly relations: readonly string[];
  /** Address that gives entities by their name: "/labels?q=" + text -> [{"iri": "...", "label": "..."}]. */
  readonly labels: string | null;
  /** Where the server has a page of anything: "/resource?iri=" + IRI; without it the IRI itself is followed. */
  readonly resource?: string;
}
