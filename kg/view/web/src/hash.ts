/** The state in the address, so that a link or a bookmark opens the same view. */

import { FACETS, initial, type Selected, type State, type Store } from "./state.ts";
import { isoDay, dayOf } from "./data/when.ts";
import { isLanguage, type Language } from "./words.ts";

const LONGEST_TRAIL = 6;

/** The part of the state that differs from the beginning: "focus=entity/xiaomi&type=PER,ORG". */
export function toHash(state: State, start: State): string {
  const found = new URLSearchParams();
  const put = (name: string, value: string | null | undefined): void => void (value && found.set(name, value));
  put("focus", state.focus);
  put("open", state.open.join(" "));
  put("full", state.full.join(" "));
  put("trail", state.trail.slice(-LONGEST_TRAIL).join(" "));
  put("about", state.selected && selectedText(state.selected));
  put("view", state.view === "list" ? "list" : null);
  put("sparql", state.drawer ? "open" : null);
  put("query", state.query);
  put("draw", state.drawn ? "result" : null);
  for (const facet of FACETS) {
    const shown = state.shown[facet];
    if (shown) found.set(facet, shown.join(" "));
  }
  put("sure", state.sure ? String(state.sure) : null);
  put("from", state.from === null ? null : isoDay(state.from));
  put("to", state.to === null ? null : isoDay(state.to));
  put("lang", state.language === start.language ? null : state.language);
  return found.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
}

/** The state that an address means; what makes no sense in it is left out. */
export function fromHash(hash: string, language: Language): State {
  const start = initial(language);
  const found = new URLSearchParams(hash.replace(/^#/, ""));
  const list = (name: string): string[] => (found.get(name) ?? "").split(" ").filter((item) => item);
  const lang = found.get("lang") ?? "";
  const sure = Number(found.get("sure") ?? 0);
  return {
    ...start,
    language: isLanguage(lang) ? lang : language,
    focus: found.get("focus"),
    open: list("open"),
    full: list("full"),
    trail: list("trail"),
    selected: selectedFrom(found.get("about") ?? ""),
    view: found.get("view") === "list" ? "list" : "picture",
    drawer: found.has("sparql"),
    query: found.get("query"),
    drawn: found.has("draw"),
    shown: Object.fromEntries(FACETS.map((facet) => [facet, found.has(facet) ? list(facet) : null])) as State["shown"],
    sure: Number.isFinite(sure) ? Math.min(100, Math.max(0, sure)) : 0,
    from: dayOf(found.get("from") ?? ""),
    to: dayOf(found.get("to") ?? ""),
  };
}

function selectedText(selected: Selected): string {
  switch (selected.kind) {
    case "entity":
      return `entity ${selected.entity}`;
    case "claim":
      return `claim ${selected.claim}`;
    case "document":
      return `document ${selected.document}${selected.claim ? ` ${selected.claim}` : ""}`;
    default:
      return `${selected.kind} ${selected.one} ${selected.other}`;
  }
}

function selectedFrom(text: string): Selected | null {
  const [kind, one, other] = text.split(" ");
  if (!one) return null;
  if (kind === "entity") return { kind, entity: one };
  if (kind === "claim") return { kind, claim: one };
  if (kind === "document") return { kind, document: one, claim: other ?? null };
  return (kind === "pair" || kind === "path") && other ? { kind, one, other } : null;
}

/** A step that "back" undoes: what the page is about. Filters and queries being typed are no steps. */
const STEPS: readonly (keyof State)[] = ["focus", "open", "full", "selected", "view", "drawer", "drawn"];

/** Keeps the address and the state alike, both ways. */
export function bindHash(store: Store, language: Language): void {
  const start = initial(language);
  let written = location.hash.replace(/^#/, "");
  store.on((state, before) => {
    const text = toHash(state, start);
    if (text === written) return;
    written = text;
    const url = text ? `#${text}` : location.pathname + location.search;
    const step = STEPS.some((part) => state[part] !== before[part]);
    try {
      history[step ? "pushState" : "replaceState"](null, "", url);
    } catch {
      location.hash = text; // some browsers forbid the other in a file
    }
  });
  const follow = (): void => {
    const text = location.hash.replace(/^#/, "");
    if (text === written) return;
    written = text;
    store.set(fromHash(text, language));
  };
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
}
