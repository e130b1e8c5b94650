/** What the reader sees, as one value; every part of the page draws itself from it, and it stands in the address. */

import type { Language } from "./words.ts";

/** What the facts are about. Everything by IRI, so that a link still works after the next build. */
export type Selected =
  | { readonly kind: "entity"; readonly entity: string }
  | { readonly kind: "pair"; readonly one: string; readonly other: string }
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "document"; readonly document: string; readonly claim: string | null }
  | { readonly kind: "path"; readonly one: string; readonly other: string };

export const FACETS = ["type", "modality", "relation", "source", "document"] as const;
export type Facet = (typeof FACETS)[number];

export interface State {
  readonly language: Language;
  /** The entity whose neighbourhood is the picture; null: the whole picture. */
  readonly focus: string | null;
  /** Entities expanded beside it. */
  readonly open: readonly string[];
  /** Entities whose neighbours are all shown. */
  readonly full: readonly string[];
  /** What was focused before, the oldest first. */
  readonly trail: readonly string[];
  readonly selected: Selected | null;
  readonly view: "picture" | "list";
  readonly drawer: boolean;
  readonly query: string | null;
  /** The result of the query is the picture. */
  readonly drawn: boolean;
  /** What each facet shows, by key; null: everything. */
  readonly shown: { readonly [facet in Facet]: readonly string[] | null };
  /** The least confidence, in hundredths. */
  readonly sure: number;
  /** Days since 1970; null: open. */
  readonly from: number | null;
  readonly to: number | null;
}

export function initial(language: Language): State {
  return {
    language,
    focus: null,
    open: [],
    full: [],
    trail: [],
    selected: null,
    view: "picture",
    drawer: false,
    query: null,
    drawn: false,
    shown: { type: null, modality: null, relation: null, source: null, document: null },
    sure: 0,
    from: null,
    to: null,
  };
}

export type Listener = (state: State, before: State) => void;

export class Store {
  private current: State;
  private readonly listeners: Listener[] = [];

  constructor(state: State) {
    this.current = state;
  }

  get state(): State {
    return this.current;
  }

  set(patch: Partial<State>): void {
    const before = this.current;
    this.current = { ...before, ...patch };
    for (const listener of this.listeners) listener(this.current, before);
  }

  /** The listener is called after each change. */
  on(listener: Listener): void {
    this.listeners.push(listener);
  }
}

/** Whether any of the parts has changed. */
export function changed(state: State, before: State, ...parts: (keyof State)[]): boolean {
  return parts.some((part) => state[part] !== before[part]);
}
