import { describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "../../../src/graph/open-store.ts";
import type { Store } from "../../../src/graph/store.ts";
import { neo4jAbsence } from "../../support/neo4j.ts";
import { givenStore } from "../../support/stores.ts";

const absence = await neo4jAbsence();

describe.skipIf(absence !== null)("two processes on one database", () => {
  const given = givenStore("neo4j", "test", "none");

  test("that write the same nodes in opposite order both come through", async () => {
    const other = await openStore({ kind: "neo4j", uri: given.store.place, user: "neo4j", password: "any" });
    onTestFinished(() => other.close());
    await given.store.write((transaction) =>
      transaction.run("CREATE (:Thing {id: 'a', count: 0}), (:Thing {id: 'b', count: 0})", {}),
    );
    let begun = 0;
    const count = (store: Store, ids: readonly string[]) =>
      store.write(async (transaction) => {
        begun += 1;
        for (const id of ids) {
          await transaction.run("MATCH (n:Thing {id: $id}) SET n.count = n.count + 1", { id });
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      });
    await Promise.all([count(given.store, ["a", "b"]), count(other, ["b", "a"])]);
    // The server ends one of two that wait for each other, and the driver begins it again.
    expect(begun).toBeGreaterThan(2);
    const rows = await given.store.read((transaction) =>
      transaction.run("MATCH (n:Thing) RETURN n.count AS count", {}),
    );
    expect(rows).toEqual([{ count: 2 }, { count: 2 }]);
  });
});
