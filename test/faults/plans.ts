import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../../src/graph/store.ts";
import { dump } from "../support/graph.ts";
import { agency, citation, inventedFacts, task } from "../support/facts.ts";

const BODIES = 40;

/** Invented plans of one province, each carrying out an earlier one, as facts files `plan-0001.json` …; `note` fattens their headings. */
export async function writePlans(folder: string, count: number, note = ""): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const facts = planFacts(number, note);
    await writeFile(join(folder, `plan-${String(number).padStart(4, "0")}.json`), JSON.stringify(facts));
  }
}

export const planId = (number: number): string => `vn/an-giang/ubnd/kh/2024/${String(number)}`;

function planFacts(number: number, note: string) {
  const body = (place: number): string => `vn/an-giang/to-cong-tac-${String((number + place) % BODIES)}`;
  const above = Math.floor(number / 2);
  return {
    ...inventedFacts(
      {
        document: { id: planId(number), number: String(number), symbol: "KH-UBND", title: "Giống lúa" },
        citations: above === 0 ? [] : [citation(planId(above), { relation: "IMPLEMENTS", direct: true })],
        agencies: [0, 1, 2].map((place) => agency(body(place), `Tổ công tác ${body(place).split("-").at(-1) ?? ""}`)),
        tasks: [0, 1].map((place) =>
          task(1_000 + 100 * place, {
            headings: note === "" ? [] : [note],
            leads: [{ agency: body(place) }],
            cooperates: [{ agency: body(place + 1) }],
          }),
        ),
      },
      createHash("sha256").update(String(number)).digest("hex"),
    ),
    source: `plan-${String(number)}.txt`,
  };
}

const CONTENTS = [
  "MATCH (d:Document)-[:READ_FROM]->(s:Source) RETURN d.id AS id, s.sha256 + d.name + d.title AS part",
  "MATCH (d:Document)-[:ASSIGNS]->(t:Task)<-[r:LEADS|COOPERATES]-(a:Agency) RETURN d.id AS id, t.id + type(r) + a.id AS part",
  "MATCH (d:Document)-[r:IMPLEMENTS]->(o:Document) RETURN d.id AS id, o.id AS part",
];

/** Each held document with all that was written with it, comparable. */
export async function documentsIn(store: Store): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, unknown[]>();
  for (const cypher of CONTENTS)
    for (const { id, part } of await store.read((transaction) => transaction.run(`${cypher} ORDER BY id, part`, {}))) {
      const others = parts.get(id as string);
      // Only what has a source was loaded itself; others are merely cited.
      if (others !== undefined) others.push(part);
      else if (cypher === CONTENTS[0]) parts.set(id as string, [part]);
    }
  return new Map([...parts].map(([id, all]) => [id, JSON.stringify(all)]));
}

/** One hash for all that a store holds. */
export async function graphHash(store: Store): Promise<string> {
  return createHash("sha256")
    .update((await dump(store)).join("\n"))
    .digest("hex");
}
