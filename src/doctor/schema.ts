import { z } from "zod";
import { schemaStatements } from "../graph/schema.ts";
import { StoreError, TEXT_INDEXES, type Store } from "../graph/store.ts";
import type { Finding } from "./finding.ts";

const OLDEST = [5, 26] as const;

/** What is wrong with the engine and with the constraints and indexes that loads and questions rest on. */
export async function engineFindings(store: Store): Promise<readonly Finding[]> {
  const version = await store.version();
  if (store.kind === "embedded") return textIndexFindings(store);
  return [...versionFindings(version), ...(await indexFindings(store))];
}

/** "Neo4j 4.4.12" is too old, "Neo4j 5.26.1" and "Neo4j 2026.01.0" are not. */
export function versionFindings(version: string): readonly Finding[] {
  const [major = 0, minor = 0] = (/(?<major>\d+)\.(?<minor>\d+)/u.exec(version)?.[0] ?? "0.0").split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return [];
  return [
    {
      code: "DATABASE_TOO_OLD",
      severity: "error",
      what: version,
      means: "statements of this version are not known to it",
      mend: `use Neo4j ${OLDEST.join(".")} or later`,
    },
  ];
}

async function textIndexFindings(store: Store): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const label of TEXT_INDEXES) {
    try {
      await store.searchText(label, ["a"], 1);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "STATEMENT_FAILED") throw error;
      findings.push(missing(`the text index over ${label}`));
    }
  }
  return findings;
}

async function indexFindings(store: Store): Promise<readonly Finding[]> {
  // The server's own words for its schema: the embedded engine has none.
  const shown = (cypher: string) => store.read((transaction) => transaction.run(cypher, {}));
  const indexes = z
    .array(z.object({ name: z.string(), state: z.string() }))
    .parse(await shown("SHOW INDEXES YIELD name, state"));
  const constraints = z.array(z.object({ name: z.string() })).parse(await shown("SHOW CONSTRAINTS YIELD name"));
  const states = new Map(indexes.map(({ name, state }) => [name, state]));
  const standing = new Set([...indexes, ...constraints].map(({ name }) => name));
  const wanted = [
    ...schemaStatements().map((cypher) => /(?:CONSTRAINT|INDEX)\s+(?<name>\w+)/u.exec(cypher)?.groups?.["name"] ?? ""),
    ...TEXT_INDEXES.map((label) => `folded_${label.toLowerCase()}`),
  ];
  return wanted.flatMap((name) => {
    if (!standing.has(name)) return [missing(name)];
    const state = states.get(name) ?? "ONLINE";
    return state === "ONLINE" ? [] : [notReady(name, state)];
  });
}

function missing(name: string): Finding {
  return {
    code: "INDEX_MISSING",
    severity: "error",
    what: `${name} is not there`,
    means: "questions are slow or find nothing, and two nodes may have one id",
    mend: "mandate load, which makes what is missing",
  };
}

function notReady(name: string, state: string): Finding {
  return {
    code: "INDEX_NOT_READY",
    severity: "warning",
    what: `${name} is ${state.toLowerCase()}`,
    means: "searches find nothing by it yet",
    mend: state === "FAILED" ? `drop the index ${name} in the database, then mandate load` : "wait until it is built",
  };
}
