import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../core/settings.ts";
import { en } from "./en.ts";
import { vi, type MessageKey } from "./vi.ts";

export type { MessageKey } from "./vi.ts";
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

export function sayer(language: Language): Say {
  const messages: Readonly<Record<MessageKey, string>> = language === "vi" ? vi : en;
  return (key, values = {}) =>
    messages[key].replaceAll(/\{(?<name>\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** The message of that name, where there is one: for words that come from the data ("yearly"). */
export function sayKnown(say: Say, key: string): string {
  return Object.hasOwn(vi, key) ? say(key as MessageKey) : key;
}

export const LanguageContext = createContext<Language>("vi");

export function useWords(): { readonly say: Say; readonly language: Language } {
  const language = useContext(LanguageContext);
  return { say: sayer(language), language };
}
