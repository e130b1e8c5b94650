/** Of a served graph the page has a part; what is around an entity comes from the endpoint when it is wanted. */

import { triplesOf } from "../sparql/triples.ts";
import { absorb, PROV, RDF } from "./absorb.ts";
import { post } from "./endpoint.ts";
import type { Model } from "./model.ts";
import { Things } from "./things.ts";

/** Claims that come at once: the best supported. */
const MOST = 150;

/** Adds what the endpoint says of an entity to the model. Rejects with the server's words. */
export async function reach(model: Model, endpoint: string, entity: string): Promise<void> {
  const kg = model.graph.vocabularyIri;
  const things = new Things();
  const describe = async (iris: Iterable<string>): Promise<void> => {
    const values = [...new Set(iris)].sort().map((iri) => model.reference(iri));
    if (!values.length) return;
    const query = `CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { ${values.join(" ")} } ?s ?p ?o FILTER(?p != <${kg}text>) }`;
    things.add(triplesOf((await post(endpoint, query)).graph ?? ""));
  };
  const claims = (await claimsAround(model, endpoint, entity)).filter((claim) => model.claim(claim) === null);
  await describe(claims);
  const spoken = claims.flatMap((claim) => [`${RDF}subject`, `${RDF}object`, `${kg}source`, `${kg}product`].flatMap((property) => things.iris(claim, property)));
  const pieces = claims.flatMap((claim) => things.iris(claim, `${kg}evidence`));
  await describe([...[entity, ...spoken].filter((iri) => model.entity(iri) === null), ...pieces]);
  const documents = pieces.flatMap((piece) => things.iris(piece, `${PROV}wasDerivedFrom`));
  await describe(documents.filter((iri) => model.document(iri) === null));
  absorb(model, things, entity, claims);
}

async function claimsAround(model: Model, endpoint: string, entity: string): Promise<string[]> {
  const [one, kg] = [model.reference(entity), model.graph.vocabularyIri];
  const query = `SELECT DISTINCT ?claim WHERE {
  { ?claim <${RDF}subject> ${one} } UNION { ?claim <${RDF}object> ${one} }
  ?claim a <${kg}Claim> OPTIONAL { ?claim <${kg}support> ?n }
} ORDER BY DESC(?n) ?claim LIMIT ${MOST}`;
  const { results } = await post(endpoint, query);
  return (results?.bindings ?? []).flatMap(({ claim }) => (claim ? [claim.value] : []));
}
