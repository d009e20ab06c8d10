import { existsSync } from "node:fs";
import type { StoreSettings } from "../config.ts";
import { counts, heldDocuments, type Counts } from "../graph/counts.ts";
import { openStore } from "../graph/open-store.ts";
import { StoreError, type Store } from "../graph/store.ts";
import { contentFindings } from "./contents.ts";
import type { Finding } from "./finding.ts";
import { nodeFindings, placeFindings } from "./machine.ts";
import { openingFinding } from "./opening.ts";
import { engineFindings } from "./schema.ts";

/** What is in a store that could be opened. */
export interface Inside extends Counts {
  readonly version: string;
  readonly place: string;
  readonly doubts: readonly { readonly id: string; readonly name: string; readonly diagnostics: readonly string[] }[];
}

export interface Examined {
  readonly inside: Inside | null;
  readonly findings: readonly Finding[];
}

/** Looks at the machine, the store's place, the store and what it holds; what stops the look at one is a finding itself. Changes nothing. */
export async function examine(settings: StoreSettings): Promise<Examined> {
  const findings: Finding[] = [...nodeFindings(process.versions.node)];
  if (settings.kind === "embedded") findings.push(...(await placeFindings(settings.path)));
  if (settings.kind === "embedded" && !existsSync(settings.path))
    return { inside: null, findings: [...findings, nothingLoaded(`there is no store at ${settings.path} yet`)] };
  let inside: Inside | null = null;
  try {
    const store = await openStore(settings);
    try {
      inside = await lookInside(store);
      findings.push(...(await engineFindings(store)));
      if (inside.held === 0) findings.push(nothingLoaded(`${store.place} holds no document`));
      findings.push(...(await contentFindings(store)));
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    findings.push(openingFinding(error, settings));
  }
  return { inside, findings };
}

async function lookInside(store: Store): Promise<Inside> {
  const documents = await heldDocuments(store);
  return {
    place: store.place,
    version: await store.version(),
    ...(await counts(store)),
    doubts: documents.map(({ id, name, diagnostics }) => ({
      id,
      name,
      diagnostics: diagnostics.filter((each) => !each.startsWith("JOINED")),
    })),
  };
}

function nothingLoaded(what: string): Finding {
  return {
    code: "NOTHING_LOADED",
    severity: "warning",
    what,
    means: "no question has an answer",
    mend: "mandate load",
  };
}
