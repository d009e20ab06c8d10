import type { Store } from "../store.ts";
import { Engine } from "./engine.ts";
import { HostedStore } from "./hosted-store.ts";

/** Opens the embedded store in the file `path` as `openEmbedded` does, with its engine in a process of its own. Throws the same. */
export async function openHosted(path: string): Promise<Store> {
  const open = (): Promise<Engine> => Engine.open(path);
  return new HostedStore(path, await open(), open);
}
