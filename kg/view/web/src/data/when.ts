/** Times in words. kg:when is EDTF: a day, month or year, an interval of them, "~" for about, ".." for open. */

import type { Language } from "../words.ts";

const WORDS = {
  en: { from: "from", until: "until", about: "about", to: "to" },
  nl: { from: "vanaf", until: "tot en met", about: "rond", to: "tot en met" },
} as const;

/** "2023/.." -> "from 2023", "2021-04~" -> "about April 2021". What is no EDTF stays as it is. */
export function whenWords(when: string, language: Language): string {
  const words = WORDS[language];
  const [start = "", end] = when.split("/");
  if (end === undefined || start === end) return dateWords(start, language);
  if (end === ".." || end === "") return `${words.from} ${dateWords(start, language)}`;
  if (start === ".." || start === "") return `${words.until} ${dateWords(end, language)}`;
  return `${dateWords(start, language)} ${words.to} ${dateWords(end, language)}`;
}

export function dateWords(date: string, language: Language): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)$/.exec(date);
  if (!match) return date;
  const [, year = "", month, day, about] = match;
  const words = [day && String(Number(day)), month && monthName(Number(month), language), year].filter(Boolean).join(" ");
  return about ? `${WORDS[language].about} ${words}` : words;
}

const MONTHS = {
  en: "January February March April May June July August September October November December".split(" "),
  nl: "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
} as const;

function monthName(month: number, language: Language): string {
  return MONTHS[language][month - 1] ?? String(month);
}

const DAY = 86_400_000;

/** Days since 1970 -> "2021-10-01". */
export function isoDay(day: number): string {
  const date = new Date(day * DAY);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** "2021", "2021-10", "2021-10-01" -> days since 1970; null for anything else. */
export function dayOf(iso: string): number | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso);
  if (!match) return null;
  return Math.floor(Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)) / DAY);
}
