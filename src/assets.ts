import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where the shipped facts files stand. */
export const SHIPPED_FACTS = join(ROOT, "data", "facts");

/** Where a shipped asset stands on this machine. */
export function assetPath(path: string): string {
  return join(ROOT, ...path.split("/"));
}

/** The text of a shipped asset; `path` is relative to the root of the package, with slashes. Throws where it is missing: the package is broken then. */
export function readAsset(path: string): string {
  return readFileSync(assetPath(path), "utf8");
}

/** Every shipped file below `folder` that ends in `ending`, as paths relative to the package's root, sorted. */
export function listAssets(folder: string, ending: string): readonly string[] {
  const base = join(ROOT, ...folder.split("/"));
  return readdirSync(base, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => relative(ROOT, join(base, name)).split(sep).join("/"))
    .sort();
}
