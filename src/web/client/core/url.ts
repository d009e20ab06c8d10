import { useEffect, useState } from "preact/hooks";

/** Where the reader is: everything that a page shows follows from it, so that every state has an address. */
export interface Place {
  readonly path: string;
  readonly query: Pick<URLSearchParams, "get" | "has"> & Iterable<[string, string]>;
}

const MOVED = "mandate:moved";

export function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

/** An address with these entries of its query; null and "" leave one out. Ids keep their slashes, so that addresses stay legible. */
export function address(path: string, query: Readonly<Record<string, string | null | undefined>> = {}): string {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] != null && entry[1] !== "",
  );
  const text = entries
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",")}`)
    .join("&");
  return text === "" ? path : `${path}?${text}`;
}

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (to === location.pathname + location.search) return;
  if (how === "push") history.pushState(null, "", to);
  else history.replaceState(null, "", to);
  dispatchEvent(new Event(MOVED));
}

/** The same page with some entries of its query changed. */
export function changed(changes: Readonly<Record<string, string | null>>): string {
  const { path, query } = here();
  return address(path, { ...Object.fromEntries(query), ...changes });
}

export function change(changes: Readonly<Record<string, string | null>>, how: "push" | "replace" = "push"): void {
  go(changed(changes), how);
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const moved = (): void => setPlace(here());
    addEventListener("popstate", moved);
    addEventListener(MOVED, moved);
    return () => {
      removeEventListener("popstate", moved);
      removeEventListener(MOVED, moved);
    };
  }, []);
  return place;
}

/** Makes links of the pages move without loading them anew. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href");
    if (href == null || !/^[/?]/u.test(href) || link?.hasAttribute("download") === true) return;
    if (href.startsWith("/ide") || href.startsWith("/graphql")) return;
    event.preventDefault();
    const from = location.pathname;
    go(href.startsWith("?") ? `${location.pathname}${href}` : href);
    if (location.pathname !== from) {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    }
  });
}

export const documentAddress = (id: string, query: Readonly<Record<string, string | null>> = {}): string =>
  address(`/documents/${encodeURI(id)}`, query);
export const agencyAddress = (id: string, query: Readonly<Record<string, string | null>> = {}): string =>
  address(`/agencies/${encodeURI(id)}`, query);
