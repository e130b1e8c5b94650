// Blocks of a made-up graph, for measuring: node dev/generate.mjs NODES FOLDER
import { gzipSync } from "fflate";
import { mkdirSync, writeFileSync } from "node:fs";

const [count, folder] = [Number(process.argv[2]), process.argv[3]];
let seed = 7;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const pick = (list) => list[Math.floor(random() * list.length)];
const words = (text) => ({ nl: text, en: text });
const BASE = "https://kg.example/";
const KG = `${BASE}ontology#`;

const TYPES = ["PER", "ORG", "LOC", "PROD", "EVENT", "WORK", "NORP", "THING"];
const MODALITIES = ["Asserted", "Planned", "Possible", "Alleged", "Negated", "Ended"];
const RELATIONS = [
  ["ceoOf", "CEO of", "entity", "people"], ["worksFor", "works for", "entity", "people"], ["investsIn", "invests in", "entity", "organisations"],
  ["acquires", "acquires", "entity", "organisations"], ["partnersWith", "partners with", "entity", "organisations"], ["basedIn", "based in", "entity", "places"],
  ["launches", "launches", "entity", "organisations"], ["priceChange", "price change", "figure", "figures"],
];
const FIRST = "Aurora Borealis Cobalt Delta Ember Falcon Granite Helix Indigo Juniper Kestrel Lumen Meridian Nimbus Orion Pioneer Quartz Ridge Sierra Titan Umbra Vertex Willow Zephyr".split(" ");
const LAST = "Motors Labs Foods Energy Bank Media Systems Air Steel Pharma Group Logistics Jansen Petrov Weber Chen Ito Quist Dubois Adler Moreau Silva Novak Berg".split(" ");

// Communities of shrinking sizes on a sunflower; members on a smaller one each.
const many = Math.max(1, Math.round(Math.sqrt(count) / 1.6));
const community = [], groups = Array.from({ length: many }, () => []);
for (let n = 0; n < count; n++) {
  const c = Math.floor(many * random() ** 1.8);
  community.push(c);
  groups[c].push(n);
}
const degree = new Array(count).fill(0);
const edges = [];
const hub = (list) => list[Math.floor(list.length * random() ** 3)];
for (let n = 0; n < count * 1.9; n++) {
  const from = Math.floor(count * random() ** 1.4);
  const near = groups[community[from]];
  const to = random() < 0.86 && near.length > 1 ? hub(near) : Math.floor(count * random() ** 2);
  edges.push([from, to]);
  degree[from]++;
  if (to !== from) degree[to]++;
}
const order = [...Array(count).keys()].sort((a, b) => degree[b] - degree[a] || a - b);
const rank = new Array(count);
order.forEach((n, place) => (rank[n] = place));
const discs = { name: [], x: [], y: [], radius: [], size: [] };
const x = new Array(count), y = new Array(count);
const label = (n) => `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}${n < 576 ? "" : ` ${Math.floor(n / 576)}`}`;
const placed = [];
groups.forEach((members, c) => {
  const radius = 60 * Math.sqrt(members.length + 1);
  let [cx, cy] = [0, 0];
  for (let t = 0; ; t++) {
    const [r, angle] = [14 * Math.sqrt(t) * 3, t * 2.399];
    [cx, cy] = [1.3 * r * Math.cos(angle), r * Math.sin(angle)];
    if (placed.every(([px, py, pr]) => Math.hypot(px - cx, py - cy) > pr + radius + 60)) break;
  }
  placed.push([cx, cy, radius]);
  const sorted = [...members].sort((a, b) => rank[a] - rank[b]);
  sorted.forEach((n, place) => {
    const r = radius * 0.95 * Math.sqrt(place / members.length);
    x[rank[n]] = Math.round(cx + r * Math.cos(place * 2.399));
    y[rank[n]] = Math.round(cy + r * Math.sin(place * 2.399));
  });
  discs.name.push(sorted.length ? label(rank[sorted[0]]) : "");
  discs.x.push(Math.round(cx));
  discs.y.push(Math.round(cy));
  discs.radius.push(members.length ? Math.round(radius) : 0);
  discs.size.push(members.length);
});

const claims = edges.map(([from, to]) => {
  const figure = random() < 0.1;
  const relation = figure ? 7 : Math.floor(random() * 7);
  return { subject: rank[from], relation, object: figure ? -2 - Math.floor(random() * 50) : rank[to], modality: random() < 0.85 ? 0 : Math.floor(random() * 6) };
});
claims.sort((a, b) => a.subject - b.subject || a.relation - b.relation || a.object - b.object);
const documents = Math.max(5, Math.round(count / 20));
const sparse = (part, value) => Object.fromEntries(claims.flatMap((_, n) => (random() < part ? [[n, value(n)]] : [])));
const texts = [], evidence = { claim: [], document: [], start: [], end: [], subjectStart: [], subjectEnd: [], objectStart: [], objectEnd: [], confidence: [] };
const paragraphs = Array.from({ length: documents }, () => "");
claims.forEach((claim, n) => {
  const document = n % documents;
  const [subject, object] = [label(claim.subject), claim.object >= 0 ? label(claim.object) : `${-2 - claim.object}%`];
  const start = paragraphs[document].length;
  const sentence = `${subject} ${RELATIONS[claim.relation][1]} ${object}, officials said on Tuesday.`;
  paragraphs[document] += `${sentence}${n % 3 ? " " : "\n\n"}`;
  evidence.claim.push(n);
  evidence.document.push(document);
  evidence.start.push(start);
  evidence.end.push(start + sentence.length);
  evidence.subjectStart.push(start);
  evidence.subjectEnd.push(start + subject.length);
  const at = start + sentence.indexOf(object, subject.length);
  evidence.objectStart.push(at);
  evidence.objectEnd.push(at + object.length);
  evidence.confidence.push(50 + Math.floor(random() * 50));
});
texts.push(...paragraphs);
const start = sparse(0.6, () => 14000 + Math.floor(random() * 4000));
const iri = order.map((_, n) => `entity/e${n}`);
const graph = {
  version: 1, title: `${count} entities`, language: "en", base: BASE, vocabularyIri: KG, endpoint: null, selection: null, kg: "0.1.0", triples: claims.length * 5,
  vocabulary: {
    types: TYPES.map((key) => ({ key, label: words(key.toLowerCase()) })),
    modalities: MODALITIES.map((key) => ({ key, label: words(key.toLowerCase()), comment: words("") })),
    relations: RELATIONS.map(([key, name, kind, group]) => ({ key, label: words(name), comment: words(""), pattern: words(`{subject} ${name} {object}`), kind, group })),
  },
  prefixes: { kg: KG, rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#" },
  queries: [],
  entities: {
    iri, label: order.map((_, n) => label(n)), labelIn: {}, type: order.map(() => Math.floor(8 * random() ** 2)), mentions: order.map((n) => degree[n] + 1), degree: order.map((n) => degree[n]),
    x, y, community: order.map((n) => community[n]),
  },
  communities: discs,
  claims: { subject: claims.map((c) => c.subject), relation: claims.map((c) => c.relation), object: claims.map((c) => c.object), modality: claims.map((c) => c.modality) },
};
const facts = {
  literals: Array.from({ length: 50 }, (_, n) => `${n}%`),
  entities: { aliases: {}, sameAs: {} },
  claims: {
    iri: claims.map((_, n) => `claim/${n}`), confidence: claims.map(() => 50 + Math.floor(random() * 50)), documents: claims.map(() => 1 + Math.floor(3 * random() ** 3)), sources: claims.map(() => 1),
    source: sparse(0.3, () => Math.floor(count * random() ** 4)), when: Object.fromEntries(Object.entries(start).map(([n, day]) => [n, new Date(day * 864e5).toISOString().slice(0, 10)])), start, end: start,
    role: {}, amount: {}, products: {},
  },
  evidence,
  documents: {
    iri: texts.map((_, n) => `document/${n}`), title: texts.map((_, n) => `Article ${n}`), files: texts.map((_, n) => [`${n}.txt`]), date: texts.map(() => pick(["2020-01-02", "2021-03", "2022"])),
    publisher: texts.map(() => pick(["Herald", "Courier", ""])), language: texts.map(() => "en"), url: texts.map(() => ""),
  },
  disagreements: [],
};
const quads = claims.flatMap((claim, n) => {
  const [s, o] = [`<${BASE}${iri[claim.subject]}>`, claim.object >= 0 ? `<${BASE}${iri[claim.object]}>` : `"${-2 - claim.object}%"`];
  const g = `<${BASE}document/${n % documents}>`;
  const c = `<${BASE}claim/${n}>`;
  const rdf = (name) => `<http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}>`;
  return [`${c} ${rdf("subject")} ${s} ${g} .`, `${c} ${rdf("predicate")} <${KG}${RELATIONS[claim.relation][0]}> ${g} .`, `${c} ${rdf("object")} ${o} ${g} .`, `${c} <${KG}modality> <${KG}${MODALITIES[claim.modality]}> ${g} .`, `${s} <${KG}${RELATIONS[claim.relation][0]}> ${o} ${g} .`];
});
mkdirSync(folder, { recursive: true });
for (const [name, block] of Object.entries({ graph, facts, texts })) writeFileSync(`${folder}/${name}.json`, JSON.stringify(block));
writeFileSync(`${folder}/rdf.b64`, Buffer.from(gzipSync(Buffer.from(quads.join("\n")), { mtime: 0 })).toString("base64"));
