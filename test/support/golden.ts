import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { extract } from "../../src/facts/extract.ts";
import type { Facts } from "../../src/facts/model.ts";
import { loadKnowledge } from "../../src/knowledge.ts";
import type { Gold } from "./score.ts";

const FOLDER = "test/golden";

/** An invented document with the facts that a careful reader finds in it. */
export interface Golden {
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
}

export function goldenDocuments(): readonly Golden[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".gold.json"))
    .map((file) => {
      const gold = {
        targets: [],
        links: [],
        reports: [],
        recipients: [],
        ...(JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as object),
      } as unknown as Gold;
      return {
        name: gold.source,
        gold,
        text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(FOLDER, gold.source))),
      };
    });
}

export function factsOf({ name, text }: Golden): Facts {
  return extract({ name, text, encoding: "utf-8" }, loadKnowledge());
}
