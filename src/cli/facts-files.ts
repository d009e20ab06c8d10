import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isFactsName } from "../facts/write-facts.ts";
import { CommandError, EXIT } from "./failure.ts";

/** The facts files among these files and folders, reviews left out, in the order of their paths within each. Throws `CommandError`. */
export async function listFacts(paths: readonly string[]): Promise<readonly string[]> {
  const listed = await Promise.all(paths.map(factsAt));
  const files = [...new Set(listed.flat())];
  if (files.length === 0)
    throw new CommandError("NO_FACTS", EXIT.badInput, `${paths.join(", ")}: no facts files (*.json) there`);
  return files;
}

async function factsAt(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path);
    return names
      .filter(isFactsName)
      .sort()
      .map((name) => join(path, name));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new CommandError(
      "CANNOT_READ",
      EXIT.noAccess,
      `${path}: cannot be read (${code}): give a facts file or a folder of them`,
    );
  }
}
