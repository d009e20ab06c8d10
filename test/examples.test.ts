import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeApi } from "../src/api/make-schema.ts";
import { questionResolvers } from "../src/api/questions.ts";
import { startServer, type RunningServer } from "../src/api/server.ts";
import { SHIPPED_FACTS } from "../src/assets.ts";
import { listFacts } from "../src/cli/facts-files.ts";
import { load } from "../src/graph/load/load.ts";
import { loadRegistry } from "../src/registry/load-registry.ts";
import { ask } from "./support/command.ts";
import { onEachStore } from "./support/stores.ts";

const FOLDER = "examples";
const examples = readdirSync(FOLDER).filter((name) => name.endsWith(".graphql"));
const answers = new Map<string, unknown>();

test("there are at least eight, each with its question on top", () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
  for (const name of examples) expect(readFileSync(join(FOLDER, name), "utf8")).toMatch(/^# .*[?.]\n/u);
});

onEachStore((given) => {
  let server: RunningServer;
  beforeAll(async () => {
    await load(given.store, await listFacts([SHIPPED_FACTS]));
    const api = await makeApi({ store: given.store, questions: questionResolvers(loadRegistry()) });
    server = await startServer({ store: given.store, api, host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) });
  });

  afterAll(() => server.close());

  test.each(examples)("%s is answered, the same on every store", async (name) => {
    const { status, data, errors } = await ask(`${server.url}/graphql`, readFileSync(join(FOLDER, name), "utf8"));
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    const answer = data as Record<string, unknown>;
    for (const field of Object.values(answer)) expect(Array.isArray(field) ? field.length : field).toBeTruthy();
    if (!answers.has(name)) answers.set(name, unordered(answer));
    expect(unordered(answer)).toEqual(answers.get(name));
  });
}, "file");

/** Lists that no question orders, put in one order: their order is the store's own. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(unordered);
    return items.every((item) => typeof item === "object")
      ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unordered(inner)]));
}
