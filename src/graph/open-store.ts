import type { StoreSettings } from "../config.ts";
import type { Store } from "./store.ts";

export type { StoreSettings } from "../config.ts";

/**
 * Opens the store that the settings name; each adapter is loaded only where it is used. `serving`: for a process that answers others and so must be able
 * to end what takes too long, and to wait for a database server that starts after it; a command opens faster without, and fails at once. Throws a `StoreError`.
 */
export async function openStore(
  settings: StoreSettings,
  { serving = false }: { readonly serving?: boolean } = {},
): Promise<Store> {
  switch (settings.kind) {
    case "embedded": {
      if (serving) {
        const { openHosted } = await import("./hosted/open.ts");
        return openHosted(settings.path);
      }
      const { openEmbedded } = await import("./embedded/open.ts");
      return openEmbedded(settings.path);
    }
    case "neo4j": {
      const { openNeo4j } = await import("./neo4j/open.ts");
      return openNeo4j(settings, { evenAway: serving });
    }
  }
}
