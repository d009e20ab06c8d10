import { z } from "zod";
import { registryFiles, type RegistryFile, type RegistryRows } from "./model.ts";

/** The files' contents as they come from JSON, not looked into. A file that is left out has no rows. */
export type RawRows = { readonly [F in RegistryFile]?: unknown };

/** Reads every row by the shape of its file. A row that does not have it is left out and named in `faults`. */
export function readRows(raw: RawRows): { readonly rows: RegistryRows; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const files = Object.entries(registryFiles).map(([file, shape]) => [
    file,
    readFile(file, raw[file as RegistryFile] ?? [], shape, faults),
  ]);
  return { rows: Object.fromEntries(files) as RegistryRows, faults };
}

function readFile(file: string, content: unknown, shape: z.ZodType, faults: string[]): readonly unknown[] {
  if (!Array.isArray(content)) {
    faults.push(`${file}: not an array of rows`);
    return [];
  }
  return content.flatMap((row: unknown, place) => {
    const read = shape.safeParse(row);
    if (read.success) return [read.data];
    for (const { path, message } of read.error.issues)
      faults.push(`${file}: row ${place + 1} (${rowName(row)}): ${[...path.map(String), message].join(": ")}`);
    return [];
  });
}

const NAMED = z.looseObject({
  id: z.string().optional(),
  code: z.string().optional(),
  body: z.string().optional(),
  from: z.string().optional(),
  name: z.string().optional(),
  short: z.string().optional(),
});

/** How a row is called in a fault: by its id or what it has in its place. */
function rowName(row: unknown): string {
  const read = NAMED.safeParse(row);
  if (!read.success) return "no name";
  const { id, code, body, from, name, short } = read.data;
  return id ?? code ?? body ?? from ?? name ?? short ?? "no name";
}
