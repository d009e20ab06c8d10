import { open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isAlive } from "../graph/embedded/holder-note.ts";

/**
 * Writes a file beside its place and puts it there once it is safe on the disk. Where `fill` or the disk fails, nothing is left of it and what stood there
 * stands still; what a killed process left is cleared away by the next.
 */
export async function writeAside(path: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const folder = dirname(resolve(path));
  const prefix = `.${basename(path)}.part-`;
  await clearLeftovers(folder, prefix);
  const aside = join(folder, `${prefix}${String(process.pid)}`);
  await refuseFolder(path);
  const file = await open(aside, "w");
  try {
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function clearLeftovers(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      await rm(join(folder, name), { force: true });
  }
}

/** Found out before the work is done: a file cannot take a folder's place. */
async function refuseFolder(path: string): Promise<void> {
  let there: FileHandle | undefined;
  try {
    there = await open(path, "r+");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EISDIR") throw error;
  } finally {
    await there?.close();
  }
}

/** Makes the new name as safe as the content. Not every system lets a folder be synchronised: the content is safe all the same. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
