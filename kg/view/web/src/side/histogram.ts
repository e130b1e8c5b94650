/** When it happens: a histogram of the claims' times, with two handles that choose a part. */

import type { App } from "../app.ts";
import { dateWords, dayOf, isoDay } from "../data/when.ts";
import { changed } from "../state.ts";
import { debounced, fill, h, s } from "../ui/dom.ts";
import { button } from "../ui/parts.ts";

const MOST_BARS = 72;

/** Bars of whole months, quarters or years. */
export interface Bars {
  /** Day on which each begins; one more for the end. */
  readonly starts: readonly number[];
  /** "2021-10" or "2021". */
  readonly unit: "month" | "quarter" | "year";
}

/** Null without times. first, last: days since 1970. */
export function barsOf(first: number, last: number): Bars {
  const [from, to] = [monthOf(first), monthOf(last)];
  const steps = [1, 3, 12, 120, 1200];
  const step = steps.find((months) => (to - from) / months < MOST_BARS) ?? 1200;
  const begin = Math.floor(from / step) * step;
  const starts: number[] = [];
  for (let month = begin; month <= to + step; month += step) starts.push(firstDay(month));
  return { starts, unit: step === 1 ? "month" : step === 3 ? "quarter" : "year" };
}

const monthOf = (day: number): number => {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const firstDay = (month: number): number => dayOf(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`) ?? 0;

/** Claims for each bar; a claim counts where it begins (or ends, if it has no beginning). */
export function heights(bars: Bars, days: readonly number[]): number[] {
  const counts = new Array<number>(bars.starts.length - 1).fill(0);
  for (const day of days) {
    let [low, high] = [0, counts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bars.starts[middle] ?? 0) <= day) low = middle;
      else high = middle - 1;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts;
}

/** Fills its place on the page, or removes it where nothing has a time. */
export function histogram(app: App, box: HTMLElement): void {
  const { start, end } = app.model.facts.claims;
  const days = (claims: Iterable<number>): number[] => Array.from(claims, (claim) => start[claim] ?? end[claim]).filter((day): day is number => day !== undefined);
  const every = days(Array.from({ length: app.model.claims }, (_, claim) => claim)).sort((a, b) => a - b);
  const [first, last] = [every[0], every[every.length - 1]];
  if (first === undefined || last === undefined) return box.remove();
  const bars = barsOf(first, last);
  const most = Math.max(...heights(bars, every), 1);
  const count = bars.starts.length - 1;
  const plot = s("svg", { class: "bars", viewBox: `0 0 ${count} 1`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const [low, high] = [handle(0, count, 0), handle(0, count, count)];
  const words = h("p", { class: "range" });
  const name = (place: number): string => dateWords(isoDay(bars.starts[place] ?? 0).slice(0, bars.unit === "year" ? 4 : 7), app.state.language);
  const lastDay = (place: number): number => (bars.starts[place] ?? 0) - 1;
  const apply = debounced(60, () => {
    const [from, to] = range(low, high);
    app.store.set({ from: from === 0 ? null : (bars.starts[from] ?? null), to: to === count ? null : lastDay(to) });
  });
  const describe = (): void => {
    const [from, to] = range(low, high);
    const until = dateWords(isoDay(lastDay(to)).slice(0, bars.unit === "year" ? 4 : 7), app.state.language);
    low.setAttribute("aria-label", app.t("timeFrom"));
    high.setAttribute("aria-label", app.t("timeTo"));
    low.setAttribute("aria-valuetext", name(from));
    high.setAttribute("aria-valuetext", until);
    const whole = from === 0 && to === count;
    fill(words, h("strong", {}, app.t("time")), ` ${name(from) === until ? until : `${name(from)} – ${until}`} `, whole ? null : button(app.t("allTimes"), () => app.store.set({ from: null, to: null }), { class: "text" }), whole ? null : h("span", { class: "soft" }, app.t("timelessStay")));
    for (const [place, bar] of [...plot.children].entries()) bar.classList.toggle("off", place < from || place >= to);
  };
  const draw = (): void => {
    const counts = heights(bars, days(app.filtered().timed));
    fill(plot, ...counts.map((n, place) => s("rect", { x: place + 0.12, width: 0.76, y: 1 - bar(n, most), height: bar(n, most) })));
    low.value = String(app.state.from === null ? 0 : nearest(bars, app.state.from));
    high.value = String(app.state.to === null ? count : nearest(bars, app.state.to + 1));
    describe();
  };
  for (const one of [low, high]) {
    one.addEventListener("input", () => {
      describe();
      apply();
    });
  }
  app.store.on((state, before) => {
    if (changed(state, before, "shown", "sure", "from", "to", "language")) draw();
  });
  app.onRenew(draw);
  draw();
  box.append(words, h("div", { class: "plot" }, plot, low, high));
}

const bar = (n: number, most: number): number => (n ? Math.max(0.06, Math.sqrt(n / most)) : 0);

function handle(min: number, max: number, value: number): HTMLInputElement {
  return h("input", { type: "range", min, max, step: 1, value });
}

function range(low: HTMLInputElement, high: HTMLInputElement): [number, number] {
  const [one, other] = [Number(low.value), Number(high.value)].sort((a, b) => a - b) as [number, number];
  const last = Number(high.max) - 1;
  return other === one ? [Math.min(one, last), Math.min(one, last) + 1] : [one, other]; // one bar at least
}

function nearest(bars: Bars, day: number): number {
  let best = 0;
  for (const [place, start] of bars.starts.entries()) if (Math.abs(start - day) < Math.abs((bars.starts[best] ?? 0) - day)) best = place;
  return best;
}
