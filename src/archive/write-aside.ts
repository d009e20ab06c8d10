import { open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isAlive } from "../graph/embedded/holder-note.ts";
import { refuseOthers } from "./replaceable.ts";

/**
 * Writes an archive beside its place and puts it there once it is safe on the disk, for its owner alone to read. Where `fill` or the disk fails, nothing is
 * left of it and what stood there stands still, as anything does that is no archive; what a killed process left is cleared away by the next.
 */
export async function writeAside(path: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const folder = dirname(resolve(path));
  const prefix = `.${basename(path)}.part-`;
  await refuseOthers(path);
  await clearLeftovers(folder, prefix);
  const aside = join(folder, `${prefix}${String(process.pid)}`);
  const file = await open(aside, "wx", 0o600);
  try {
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    // The work took long: something may have been put there since.
    await refuseOthers(path);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function clearLeftovers(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const writer = Number(name.slice(prefix.length));
    // In containers processes have the same few numbers: an earlier one may have had ours.
    if (writer === process.pid || !isAlive(writer)) await rm(join(folder, name), { force: true });
  }
}

/** Makes the new name as safe as the content. Not every system lets a folder be synchronised: the content is safe all the same. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
