import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { StoreSettings } from "../config.ts";
import { openStore } from "../graph/open-store.ts";
import { StoreError, type Store } from "../graph/store.ts";
import type { Entry } from "./entries.ts";
import { fill, type Filling, refuseFull, type Unloaded } from "./fill.ts";
import { syncFolder } from "./write-aside.ts";

/**
 * Fills the store that the settings name. An embedded one is made beside its place and put there when it is whole: until then the old one stands as it was.
 * A server's is filled in place; broken off, it is begun again. Throws `ArchiveError` and `StoreError`.
 */
export async function fillAt(
  settings: StoreSettings,
  entries: AsyncIterable<Entry>,
  how: Filling,
): Promise<readonly Unloaded[]> {
  if (settings.kind === "embedded") return fillBeside(settings.path, entries, how);
  return within(await openStore(settings), (store) => fill(store, entries, how));
}

async function fillBeside(path: string, entries: AsyncIterable<Entry>, how: Filling): Promise<readonly Unloaded[]> {
  const file = resolve(path);
  const beside = `${file}.restoring`;
  const isNew = !existsSync(file);
  // Held until the end, so that nobody loads into a store that is about to be replaced.
  const old = await openOld(path, how.replace);
  let unloaded: readonly Unloaded[];
  try {
    if (old !== null) await refuseFull(old, how.replace);
    await remove(beside);
    unloaded = await within(await openStore({ kind: "embedded", path: beside }), (store) =>
      fill(store, entries, how, old ?? "damaged"),
    );
  } catch (error) {
    await remove(beside);
    await old?.close();
    if (isNew) await remove(file);
    throw error;
  }
  await old?.close();
  await remove(`${file}.wal`);
  await rename(beside, file);
  await syncFolder(dirname(file));
  return unloaded;
}

/** The store that stands there; null for one that is damaged beyond opening, which may be replaced. */
async function openOld(path: string, replace: boolean): Promise<Store | null> {
  try {
    return await openStore({ kind: "embedded", path });
  } catch (error) {
    if (replace && error instanceof StoreError && error.code === "STORE_DAMAGED") return null;
    throw error;
  }
}

async function remove(store: string): Promise<void> {
  for (const path of [store, `${store}.wal`, `${store}.pid`]) await rm(path, { force: true, recursive: true });
}

async function within<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
