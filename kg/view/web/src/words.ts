/** The interface in English and Dutch. {name} stands for a value. */

import { EN } from "./words-en.ts";
import { NL } from "./words-nl.ts";

export type Language = "en" | "nl";
export type Word = keyof typeof EN;
type Values = { readonly [name: string]: string | number };

const TABLES: { readonly [language in Language]: { readonly [word in Word]: string } } = { en: EN, nl: NL };

export function isLanguage(text: string): text is Language {
  return text === "en" || text === "nl";
}

/** Dutch where the browser prefers it to English. */
export function browserLanguage(languages: readonly string[] = navigator.languages): Language {
  const first = languages.map((language) => language.slice(0, 2).toLowerCase()).find((language) => isLanguage(language));
  return first === "nl" ? "nl" : "en";
}

export type Translate = (word: Word, values?: Values) => string;

/** Words in the language that the function gives at the moment. A word of the form "one|many" goes by the value n. */
export function translator(language: () => Language): Translate {
  return (word, values = {}) => {
    const text = TABLES[language()][word];
    const [one = "", many] = text.split("|");
    const chosen = many === undefined || values["n"] === 1 ? one : many;
    return chosen.replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name] ?? "", language()));
  };
}

function shown(value: string | number, language: Language): string {
  return typeof value === "number" ? number(value, language) : value;
}

/** 12345 -> "12,345", in Dutch "12.345". */
export function number(value: number, language: Language): string {
  const digits = String(Math.round(value));
  return digits.replace(/\B(?=(\d{3})+$)/g, language === "nl" ? "." : ",");
}
