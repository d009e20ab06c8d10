import { useEffect } from "preact/hooks";
import { go, change, here } from "./url.ts";
import { language, setLanguage, setTheme, theme } from "./settings.ts";

/** What each key does anywhere outside a field; the help page lists them. */
export const KEYS = ["/", "l", "t", "j", "k", "Escape", "g h", "g d", "g a", "g g", "g c", "?"] as const;
export type Key = (typeof KEYS)[number];

const PAGES: Readonly<Record<string, string>> = {
  h: "/",
  d: "/documents",
  a: "/agencies",
  g: "/gaps",
  c: "/calendar",
};

export function useKeys(): void {
  useEffect(() => {
    let afterG = false;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const page = afterG ? PAGES[event.key] : undefined;
      afterG = event.key === "g" && !afterG;
      if (page !== undefined) go(page);
      else if (!act(event.key)) return;
      event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

function act(key: string): boolean {
  switch (key) {
    case "/":
      document.querySelector<HTMLInputElement>("input[type=search]")?.select();
      return true;
    case "l":
      setLanguage(language() === "vi" ? "en" : "vi");
      return true;
    case "t":
      setTheme(theme() === "dark" ? "light" : "dark");
      return true;
    case "?":
      go("/help");
      return true;
    case "j":
    case "k":
      return step(key === "j" ? 1 : -1);
    case "Escape":
      return closePanel();
    default:
      return false;
  }
}

/** To the next or the last row's first link or button. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by];
  next?.querySelector<HTMLElement>("a, button")?.focus();
  return next !== undefined;
}

function closePanel(): boolean {
  const { query } = here();
  if (!query.has("task") && !query.has("link")) return false;
  change({ task: null, link: null });
  return true;
}

function isTyping(event: KeyboardEvent): boolean {
  const at = event.target;
  return (
    at instanceof HTMLElement &&
    (at.matches("input, textarea, select") || at.isContentEditable) &&
    event.key !== "Escape"
  );
}
