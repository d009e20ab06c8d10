import { listAssets, readAsset } from "../assets.ts";
import type { Store } from "./store.ts";

/** The statements of `cypher/schema`: constraints and indexes, each harmless where it stands already. */
export function schemaStatements(): readonly string[] {
  return listAssets("cypher/schema", ".cypher").flatMap((path) =>
    readAsset(path)
      .split(";")
      .map((statement) => statement.trim())
      .filter((statement) => /^(?:\/\/[^\n]*\n)*\s*CREATE/u.test(statement)),
  );
}

/** Makes sure that the constraints and indexes stand which loads and questions rest on. */
export async function prepareSchema(store: Store): Promise<void> {
  await store.prepare(schemaStatements());
}
