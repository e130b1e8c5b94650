/** What triples say of each thing. */

import type { Row, Term } from "./endpoint.ts";

export class Things {
  private readonly all = new Map<string, Map<string, Term[]>>();

  /** rows: with subject, predicate and object. */
  add(rows: readonly Row[]): void {
    for (const { subject, predicate, object } of rows) {
      if (!subject || !predicate || !object) continue;
      const thing = this.all.get(subject.value) ?? new Map<string, Term[]>();
      this.all.set(subject.value, thing.set(predicate.value, [...(thing.get(predicate.value) ?? []), object]));
    }
  }

  terms(thing: string, property: string): readonly Term[] {
    return this.all.get(thing)?.get(property) ?? [];
  }

  /** In sorted order, so that the first is always the same. */
  iris(thing: string, property: string): string[] {
    return this.terms(thing, property).filter(({ type }) => type === "uri").map(({ value }) => value).sort();
  }

  texts(thing: string, property: string): string[] {
    return this.terms(thing, property).filter(({ type }) => type === "literal").map(({ value }) => value).sort();
  }

  text(thing: string, property: string): string {
    return this.texts(thing, property)[0] ?? "";
  }

  number(thing: string, property: string, otherwise: number): number {
    const text = this.text(thing, property);
    return text && Number.isFinite(Number(text)) ? Number(text) : otherwise;
  }
}
