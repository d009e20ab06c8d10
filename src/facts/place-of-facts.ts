import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { Facts } from "./model.ts";

/** Where the facts of a text go in a folder. */
export interface FactsPlace {
  readonly path: string;
  /** Where facts of an earlier reading of the same document are put aside, that stand there now; null where none do. */
  readonly aside: string | null;
  /** True where facts of another text of the same name keep the plain name. */
  readonly isApart: boolean;
}

const identity = z.object({
  source: z.string(),
  text: z.object({ sha256: z.string() }).optional(),
  document: z.object({ id: z.string() }),
});

/** What tells a facts file from others of its name. */
interface Standing {
  readonly path: string;
  readonly source: string | null;
  readonly sha256: string | null;
  readonly id: string | null;
}

/**
 * Finds the place of facts whose plain place is `plain`, so that those of another text are never written over: where the same text's facts stand already; where those of
 * the one earlier reading of the same document stand, which are put aside (`NAME~HASH.replaced.json`, HASH of that reading); else `NAME.json` or, where
 * that is taken, `NAME~HASH.json`. `alongside`: hashes of texts that are read on the same occasion, none of which is an earlier reading.
 */
export async function placeOfFacts(
  plain: string,
  { source, text, document }: Pick<Facts, "source" | "text" | "document">,
  alongside: ReadonlySet<string>,
): Promise<FactsPlace> {
  const sha256 = text?.sha256 ?? "";
  const standing = await standingBy(plain);
  const namesakes = standing.filter((each) => each.source === source && each.sha256 !== null);
  const isApart = (path: string): boolean => path !== plain && standing.some((each) => each.path === plain);
  const own = namesakes.find((each) => each.sha256 === sha256);
  if (own !== undefined) return { path: own.path, aside: null, isApart: isApart(own.path) };
  // Two texts that name no province may have one number by chance.
  const earlier = namesakes.filter(
    (each) => each.id === document.id && !document.id.startsWith("vn/~/") && !alongside.has(each.sha256 ?? ""),
  );
  const [only] = earlier;
  if (only !== undefined && earlier.length === 1)
    return {
      path: only.path,
      aside: `${marked(plain, only.sha256 ?? "")}.replaced.json`,
      isApart: isApart(only.path),
    };
  if (standing.every((each) => each.path !== plain)) return { path: plain, aside: null, isApart: false };
  return { path: `${marked(plain, sha256)}.json`, aside: null, isApart: true };
}

function marked(path: string, sha256: string): string {
  return `${path.slice(0, -".json".length)}~${sha256.slice(0, 8)}`;
}

/** The files that have the name of these facts, plain or with a hash. */
async function standingBy(plain: string): Promise<readonly Standing[]> {
  const [folder, stem] = [dirname(plain), basename(plain, ".json")];
  const names = await readdir(folder).catch((): string[] => []);
  const ours = names.filter(
    (name) => name.startsWith(stem) && /^(?:~[0-9a-f]{8})?\.json$/u.test(name.slice(stem.length)),
  );
  return Promise.all(ours.sort().map((name) => lookAt(join(folder, name))));
}

/** What a file says of itself; of one that is no facts file, only that it stands there. */
async function lookAt(path: string): Promise<Standing> {
  const said = await readFile(path, "utf8")
    .then((json) => identity.parse(JSON.parse(json)))
    .catch(() => null);
  return { path, source: said?.source ?? null, sha256: said?.text?.sha256 ?? null, id: said?.document.id ?? null };
}
