/**
 * The query page of kg serve: upgrades its form. The textarea with the id "query" becomes an editor, and its form runs the query here
 * and shows a table; without this script, or if something in it fails, the form works as it stands.
 */

import type { QueryPage, SavedQuery } from "./payload.ts";
import type { Term } from "./data/endpoint.ts";
import type { Known, Proposal } from "./sparql/complete.ts";
import { Editor } from "./sparql/editor.ts";
import { Remote } from "./sparql/engine.ts";
import { tell, tellFailure } from "./sparql/failure.ts";
import { downloadTable, shortened, tableElement, tableOf } from "./sparql/table.ts";
import { fill, h, link } from "./ui/dom.ts";
import { browserLanguage, translator } from "./words.ts";

const t = translator(() => language);
const language = browserLanguage();

function start(page: QueryPage, area: HTMLTextAreaElement): void {
  const engine = new Remote(page.endpoint);
  const status = h("div", { class: "status", role: "status" });
  const results = h("div", { class: "results" });
  const about = h("div", { class: "about-query" });
  const stop = h("button", { type: "button", hidden: true, onclick: () => engine.stop() }, t("stop"));
  const run = async (): Promise<void> => {
    stop.hidden = false;
    tell(status, t("running"));
    const begin = performance.now();
    try {
      const values = Object.fromEntries([...about.querySelectorAll("input")].map((input) => [input.name, input.value]));
      const table = tableOf(await engine.run(editor.value, values));
      tell(status, `${table.rows.length ? t("rows", { n: table.rows.length }) : t("noRows")} · ${Math.round(performance.now() - begin)} ms`);
      const tools = h("div", { class: "row" }, h("button", { type: "button", onclick: () => downloadTable(table, "csv") }, t("csv")), h("button", { type: "button", onclick: () => downloadTable(table, "json") }, t("json")));
      fill(results, table.rows.length ? tools : null, tableElement(table, (term) => shown(term, page), (n) => t("showMore", { n })));
    } catch (error) {
      tellFailure(status, editor, error, t);
    } finally {
      stop.hidden = true;
    }
  };
  const { form } = area;
  const editor = new Editor(known(page), t("sparqlEditor"), () => void run(), area);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  const place = form ?? editor.element;
  editor.element.before(...(page.queries.length ? [examples(page.queries, about, editor, run), about] : []));
  editor.element.after(h("p", { class: "help" }, t("sparqlHelp")));
  place.after(h("div", { class: "row" }, status, stop), results);
}

function examples(queries: readonly SavedQuery[], about: HTMLElement, editor: Editor, run: () => Promise<void>): HTMLElement {
  const choose = (): void => {
    const query = queries.find(({ name }) => name === list.value);
    if (!query) return fill(about);
    editor.value = query.sparql;
    fill(about, h("p", {}, query.description), ...query.parameters.map((name) => h("input", { type: "text", name, placeholder: `?${name}`, "aria-label": t("ask", { name }) })));
    if (!query.parameters.length) void run();
  };
  const list = h("select", { "aria-label": t("examples"), onchange: choose }, h("option", { value: "" }, t("examples")), ...queries.map(({ name }) => h("option", { value: name }, name)));
  return list;
}

function shown(term: Term, page: QueryPage): Node | string {
  if (term.type !== "uri") return h("bdi", {}, term.value);
  const name = shortened(term.value, page.prefixes, "");
  return page.resource ? h("a", { href: page.resource + encodeURIComponent(term.value) }, name) : link(term.value, name);
}

function known(page: QueryPage): Known {
  const terms = [...page.relations, ...page.classes].map((iri) => ({ name: shortened(iri, page.prefixes, ""), detail: "" }));
  const entities = async (text: string): Promise<Proposal[]> => {
    if (page.labels === null) return [];
    const answer = await fetch(page.labels + encodeURIComponent(text));
    const found = (await answer.json()) as readonly { readonly iri: string; readonly label: string }[];
    return found.map(({ iri, label }) => ({ insert: `<${iri}>`, label, detail: shortened(iri, page.prefixes, "") }));
  };
  return { prefixes: page.prefixes, terms: terms.filter(({ name }) => !name.includes("/")), entities };
}

const block = document.getElementById("kg-page")?.textContent;
const area = document.getElementById("query");
if (block && area instanceof HTMLTextAreaElement) start(JSON.parse(block) as QueryPage, area);
