import { describe, expect, onTestFinished, test } from "vitest";
import { makeLoader, type Loader } from "../../../src/graph/load/load.ts";
import { reviewOf } from "../../../src/graph/load/keep-and-record.ts";
import { refreshStatements } from "../../../src/graph/load/statements.ts";
import { openStore } from "../../../src/graph/open-store.ts";
import { read } from "../../../src/graph/statement.ts";
import { decided } from "../../../src/review/decide.ts";
import { inventedFacts, reviewed, task } from "../../support/facts.ts";
import { neo4jAbsence } from "../../support/neo4j.ts";
import { givenStore } from "../../support/stores.ts";

const absence = await neo4jAbsence();
const STARTS = [100, 200, 300, 400, 500, 600];
const plan = inventedFacts({ tasks: STARTS.map((start) => task(start)) });

describe.skipIf(absence !== null)("two processes on one database", () => {
  const given = givenStore("neo4j", "test");

  test("whose reviewers decide about one document at once lose no decision", async () => {
    const other = await openStore({ kind: "neo4j", uri: given.store.place, user: "neo4j", password: "any" });
    onTestFinished(() => other.close());
    const loaders = [await makeLoader(given.store), await makeLoader(other)];
    await loaders[0]?.load(reviewed(plan));
    const accept = async (loader: Loader | undefined, start: number) =>
      loader?.revise(plan.document.id, ({ facts, review }) => ({
        review: decided(
          facts,
          review,
          { action: "accept", part: "tasks", at: { start } },
          { by: "minh", on: "2026-01-02", reason: String(start), through: "api" },
          null,
        ).review,
        signed: { by: "minh", through: "api", what: "DECIDED", detail: String(start) },
      }));
    await Promise.all(STARTS.map((start, index) => accept(loaders[index % 2], start)));
    const [held] = await read(other, refreshStatements.heldText, { sha256: plan.text?.sha256 ?? "" });
    expect(
      reviewOf(held?.review ?? "")
        .decisions.map(({ reason }) => Number(reason))
        .sort((a, b) => a - b),
    ).toEqual(STARTS);
  });
});
