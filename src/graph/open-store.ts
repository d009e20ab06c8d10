import type { StoreSettings } from "../config.ts";
import type { Store } from "./store.ts";

export type { StoreSettings } from "../config.ts";

/** Opens the store that the settings name; each adapter is loaded only where it is used. Throws a `StoreError`. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  switch (settings.kind) {
    case "embedded": {
      const { openEmbedded } = await import("./embedded/open.ts");
      return openEmbedded(settings.path);
    }
    case "neo4j": {
      const { openNeo4j } = await import("./neo4j/open.ts");
      return openNeo4j(settings);
    }
  }
}
