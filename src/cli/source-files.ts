import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { CommandError, EXIT } from "./failure.ts";

const READ = new Set([".txt", ".md", ".html", ".htm", ".docx", ".pdf"]);

/** The documents among these files and in these folders, whatever lies below them, in the order of their paths. Throws `CommandError`. */
export async function listSources(paths: readonly string[]): Promise<readonly string[]> {
  const listed = await Promise.all(paths.map(sourcesAt));
  const files = [...new Set(listed.flat())];
  if (files.length === 0)
    throw new CommandError(
      "NO_SOURCES",
      EXIT.badInput,
      `${paths.join(", ")}: no documents there (${[...READ].join(", ")})`,
    );
  return files;
}

async function sourcesAt(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path, { recursive: true });
    return names
      .filter(
        (name) => READ.has(extname(name).toLowerCase()) && !name.split(/[\\/]/u).some((part) => part.startsWith(".")),
      )
      .sort()
      .map((name) => join(path, name));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new CommandError(
      "CANNOT_READ",
      EXIT.noAccess,
      `${path}: cannot be read (${code}): give a document or a folder of them`,
    );
  }
}
