import { useEffect, useState } from "preact/hooks";
import { change, here } from "./url.ts";

export type Language = "vi" | "en";
export type Theme = "light" | "dark";

const CHANGED = "mandate:settings";

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may keep nothing: the address still does.
  }
}

/** The address's language, else the one chosen before, else the browser's; Vietnamese where it says neither. */
export function language(): Language {
  const said = here().query.get("lang") ?? kept("lang") ?? navigator.languages.find((each) => /^(?:vi|en)/u.test(each));
  return said?.startsWith("en") === true ? "en" : "vi";
}

export function theme(): Theme {
  const said = here().query.get("theme") ?? kept("theme");
  if (said === "dark" || said === "light") return said;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function setLanguage(value: Language): void {
  keep("lang", value);
  change({ lang: value }, "replace");
  apply();
}

export function setTheme(value: Theme): void {
  keep("theme", value);
  change({ theme: null }, "replace");
  apply();
}

/** Tells the document (styles, screen readers) and the parts that show them. */
export function apply(): void {
  keep("lang", language());
  if (here().query.has("theme")) keep("theme", theme());
  document.documentElement.lang = language();
  document.documentElement.dataset["theme"] = theme();
  dispatchEvent(new Event(CHANGED));
}

export function useSettings(): { readonly language: Language; readonly theme: Theme } {
  const [settings, setSettings] = useState({ language: language(), theme: theme() });
  useEffect(() => {
    const update = (): void => setSettings({ language: language(), theme: theme() });
    addEventListener(CHANGED, update);
    return () => removeEventListener(CHANGED, update);
  }, []);
  return settings;
}
