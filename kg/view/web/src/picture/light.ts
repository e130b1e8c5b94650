/** What is set off in the picture: what is chosen, with its neighbours, or what a query found. */

import type { App } from "../app.ts";
import type { Ref } from "../payload.ts";
import type { Emphasis } from "./frame.ts";
import { ties } from "./neighbours.ts";
import { figureId } from "./scene.ts";

export class Light {
  private readonly app: App;
  private known: { readonly key: string; readonly value: ReadonlySet<Ref> | null } = { key: "", value: null };

  constructor(app: App) {
    this.app = app;
  }

  now(hovered: number | null): Emphasis {
    const chosen = this.chosen();
    return { chosen, hovered, hubs: this.hubs(), lit: this.lit(chosen) };
  }

  private hubs(): Set<Ref> {
    const { focus, open } = this.app.state;
    return new Set([focus ?? "", ...open].flatMap((iri) => this.app.model.entity(iri) ?? []));
  }

  /** After results or filters have changed. */
  forget(): void {
    this.known = { key: "", value: null };
  }

  private chosen(): Set<Ref> {
    const { model, state } = this.app;
    const { selected } = state;
    const found = (...iris: readonly string[]): Set<Ref> => new Set(iris.flatMap((iri) => model.entity(iri) ?? []));
    if (selected?.kind === "entity") return found(selected.entity);
    if (selected?.kind === "pair") return found(selected.one, selected.other);
    const claim = selected?.kind === "claim" ? model.claim(selected.claim) : null;
    if (claim === null) return new Set();
    const { subject, object } = model.ends(claim);
    return new Set([subject, object ?? figureId(claim)]);
  }

  /** The same set for as long as it means the same: then nodes keep their colours. */
  private lit(chosen: ReadonlySet<Ref>): ReadonlySet<Ref> | null {
    const { app } = this;
    const centre = app.state.focus === null ? null : app.model.entity(app.state.focus);
    const calm = chosen.size === 0 || (chosen.size === 1 && centre !== null && chosen.has(centre));
    const key = app.results ? `results ${app.results.size}` : calm ? "" : [...chosen].join();
    if (!key) return null;
    if (key !== this.known.key) this.known = { key, value: app.results ?? this.around(chosen) };
    return this.known.value;
  }

  /** A single one with its neighbours, several by themselves. */
  private around(chosen: ReadonlySet<Ref>): Set<Ref> {
    const [only] = chosen;
    if (only === undefined || chosen.size > 1 || only < 0) return new Set(chosen);
    const linked = this.app.plain().flatMap(({ from, to }) => (from === only ? [to] : to === only ? [from] : []));
    return new Set([only, ...ties(this.app.model, only, this.app.claimsShown()).map(({ entity }) => entity), ...linked]);
  }
}
