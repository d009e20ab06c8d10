import type { PageItem } from "./pages.ts";

/** Fewer pages show no habit. */
const LEAST_PAGES = 3;

/** Pages without the lines that stand at the edge of most of them, whatever their numbers: headers and footers. */
export function withoutHeaders(pages: readonly (readonly PageItem[])[]): {
  readonly pages: readonly (readonly PageItem[])[];
  readonly headers: readonly string[];
} {
  const counts = new Map<string, number>();
  for (const items of pages)
    for (const key of new Set(items.map(headerKey))) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(LEAST_PAGES, pages.length / 2);
  const isHeader = (item: PageItem): boolean => (counts.get(headerKey(item) ?? "") ?? 0) >= least;
  const headers = new Set<string>();
  for (const item of pages.flat()) if (item.kind === "line" && isHeader(item)) headers.add(item.line.text);
  return { pages: pages.map((items) => items.filter((item) => !isHeader(item))), headers: [...headers] };
}

function headerKey(item: PageItem): string | null {
  return item.kind === "line" && item.edge ? item.line.text.replace(/\d+/gu, "#") : null;
}
