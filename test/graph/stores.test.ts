import { describe, expect, test } from "vitest";
import type { Params, Row, Store, Value } from "../../src/graph/store.ts";
import { onEachStore } from "../support/stores.ts";

const run = (store: Store, cypher: string, params: Params = {}): Promise<readonly Row[]> =>
  store.write((transaction) => transaction.run(cypher, params));
const ask = (store: Store, cypher: string, params: Params = {}): Promise<readonly Row[]> =>
  store.read((transaction) => transaction.run(cypher, params));
const failing = (code: string) => expect.objectContaining({ name: "StoreError", code }) as Error;

const KEPT: readonly (readonly [string, Value])[] = [
  ["an integer", 69],
  ["a negative integer", -1],
  ["the largest exact integer", Number.MAX_SAFE_INTEGER],
  ["a number with a fraction", 3.5],
  ["a very large number", 1e300],
  ["a truth", true],
  ["a name as printed", "Sở Khoa học và Công nghệ tỉnh Đắk Lắk"],
  ["letters and marks apart", "Nghị quyết".normalize("NFD")],
  ["letters beyond the basic plane", "𠊛 😀"],
  ["quotes, backslashes, lines", "\"'`\\ \n\t${x} $id // {}"],
  ["an empty text", ""],
  ["a list of integers", [1, 2, 3]],
  ["a list of texts", ["II", "1", "b"]],
  ["an empty list", []],
];
const PASSED: readonly (readonly [string, Value])[] = [
  ["null", null],
  ["lists within lists", [1, [2.5, ["ba", null]], []]],
  ["a map", { id: "vn/tw/kl/2024/69", direct: true, mentions: [{ start: 0, end: 20 }], note: null, none: {} }],
];

onEachStore(
  (given, kind) => {
    describe("values", () => {
      test.each([...KEPT, ...PASSED])("takes and gives back %s", async (_what, value) => {
        expect(await ask(given.store, "RETURN $value AS value", { value })).toEqual([{ value }]);
      });

      test.each(KEPT)("keeps %s in a node and in a relation", async (_what, value) => {
        await run(given.store, "CREATE (n:Thing {value: $value})-[:HAS {value: $value}]->(:Thing)", { value });
        const rows = await ask(given.store, "MATCH (n:Thing)-[r:HAS]->() RETURN n.value AS node, r.value AS relation");
        expect(rows).toEqual([{ node: value, relation: value }]);
      });

      test("takes a property away that is set to null, and a row's properties as a map", async () => {
        const rows = [{ id: "a", properties: { title: null, number: 7, tags: ["x"] } }];
        await run(given.store, "CREATE (:Thing {id: 'a', title: 'gone'})");
        await run(given.store, "UNWIND $rows AS row MERGE (n:Thing {id: row.id}) SET n += row.properties", { rows });
        const found = await ask(
          given.store,
          "MATCH (n:Thing) RETURN n.title AS title, n.number AS number, n.tags AS tags",
        );
        expect(found).toEqual([{ title: null, number: 7, tags: ["x"] }]);
      });

      test("counts in integers and divides numbers", async () => {
        const rows = await ask(given.store, "RETURN $seven / 2 AS whole, $half * 2 AS fraction", {
          seven: 7,
          half: 1.25,
        });
        expect(rows).toEqual([{ whole: 3, fraction: 2.5 }]);
      });

      test("refuses to round an integer that a number cannot hold", async () => {
        await expect(ask(given.store, "RETURN 9223372036854775807 AS big")).rejects.toThrow(
          failing("STATEMENT_FAILED"),
        );
      });

      test("keeps days as days and shows them as ISO strings", async () => {
        await run(given.store, "CREATE (n:Thing) SET n.day = date($x)", { x: "2024-01-11" });
        await run(given.store, "CREATE (n:Thing) SET n.day = date($x)", { x: null });
        const days = await ask(
          given.store,
          "MATCH (n:Thing) WHERE n.day > date($x) RETURN n.day AS day, toString(n.day) AS text",
          {
            x: "2023-12-31",
          },
        );
        expect(days).toEqual([{ day: "2024-01-11", text: "2024-01-11" }]);
      });
    });

    describe("transactions", () => {
      test("give back what their work gives, and keep what it wrote", async () => {
        const given17 = await given.store.write(async (transaction) => {
          await transaction.run("CREATE (:Thing {id: $id})", { id: "a" });
          const seen = await transaction.run("MATCH (n:Thing) RETURN count(n) AS count", {});
          return seen[0]?.["count"];
        });
        expect(given17).toBe(1);
        expect(await things(given.store)).toEqual(["a"]);
      });

      test("keep nothing where their work throws, and hand its error on", async () => {
        const fault = new RangeError("the work itself");
        const work = given.store.write(async (transaction) => {
          await transaction.run("CREATE (:Thing {id: 'a'})", {});
          throw fault;
        });
        await expect(work).rejects.toBe(fault);
        expect(await things(given.store)).toEqual([]);
      });

      test("keep nothing where a statement failed, even if their work went on", async () => {
        const work = given.store.write(async (transaction) => {
          await transaction.run("CREATE (:Thing {id: 'a'})", {});
          await transaction.run("RETURN 1 / 0 AS none", {}).catch(() => undefined);
          return "done";
        });
        await expect(work).rejects.toThrow(failing("STATEMENT_FAILED"));
        expect(await things(given.store)).toEqual([]);
      });

      test("wait for statements that their work did not wait for", async () => {
        await given.store.write((transaction) => {
          void transaction.run("UNWIND range(1, 2000) AS id CREATE (:Thing {id: toString(id)})", {});
          return Promise.resolve();
        });
        expect(await things(given.store)).toHaveLength(2_000);
      });

      test("run statements in the order given, also where no answer is waited for", async () => {
        const steps = Array.from({ length: 40 }, (_, step) => step);
        await given.store.write(async (transaction) => {
          await transaction.run("CREATE (:Thing {steps: []})", {});
          const given = steps.map((step) =>
            transaction.run("MATCH (n:Thing) SET n.steps = n.steps + [$step] RETURN size(n.steps) AS size", { step }),
          );
          expect((await Promise.all(given)).map(([row]) => row?.["size"])).toEqual(steps.map((step) => step + 1));
        });
        expect(await ask(given.store, "MATCH (n:Thing) RETURN n.steps AS steps")).toEqual([{ steps }]);
      });

      test("tell of a statement that failed by all that were given after it", async () => {
        const told = await given.store
          .write((transaction) =>
            Promise.allSettled([
              transaction.run("CREATE (:Thing)", {}),
              transaction.run("THIS IS NO CYPHER", {}),
              transaction.run("CREATE (:Thing)", {}),
            ]),
          )
          .catch((error: unknown) => error);
        expect(told).toEqual(failing("STATEMENT_FAILED"));
        expect(await ask(given.store, "MATCH (n:Thing) RETURN n")).toEqual([]);
      });

      test("that throw take no more statements from what they have under way", async () => {
        let later: Promise<unknown> = Promise.resolve();
        const work = given.store.write((transaction) => {
          const first = transaction.run("UNWIND range(1, 2000) AS id CREATE (:Thing {id: toString(id)})", {});
          later = first.then(() => transaction.run("CREATE (:Thing {id: 'late'})", {}));
          later.catch(() => undefined);
          return Promise.reject(new Error("the disk is full"));
        });
        await expect(work).rejects.toThrow("the disk is full");
        await expect(later).rejects.toThrow("the disk is full");
        expect(await things(given.store)).toEqual([]);
      });

      test("replace a node by a new one of the same id", async () => {
        await given.store.prepare(["CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"]);
        await run(given.store, "CREATE (:Thing {id: 'a', old: true})");
        await given.store.write(async (transaction) => {
          await transaction.run("MATCH (n:Thing {id: 'a'}) DETACH DELETE n", {});
          await transaction.run("CREATE (:Thing {id: 'a'})", {});
        });
        expect(await ask(given.store, "MATCH (n:Thing) RETURN n.id AS id, n.old AS old")).toEqual([
          { id: "a", old: null },
        ]);
      });

      test("write one after the other in the order they came, past one that fails", async () => {
        const order: string[] = [];
        const write = (name: string, pause: number) =>
          given.store.write(async (transaction) => {
            order.push(`${name} begins`);
            await transaction.run("MERGE (n:Thing {id: 'counter'}) SET n.count = coalesce(n.count, 0) + 1", {});
            await new Promise((resolve) => setTimeout(resolve, pause));
            order.push(`${name} ends`);
            if (name === "second") throw new Error("second fails");
          });
        const outcomes = await Promise.allSettled([write("first", 60), write("second", 30), write("third", 0)]);
        expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
        expect(order).toEqual(["first", "second", "third"].flatMap((name) => [`${name} begins`, `${name} ends`]));
        expect(await ask(given.store, "MATCH (n:Thing) RETURN n.count AS count")).toEqual([{ count: 2 }]);
      });

      test.each([
        ["creates", "CREATE (:Thing {id: 'b'})"],
        ["merges anew", "MERGE (:Thing {id: 'b'})"],
        ["sets", "MATCH (n:Thing) SET n.id = 'b'"],
        ["deletes", "MATCH (n:Thing) DETACH DELETE n"],
        ["makes an index", "// Looked up.\nCREATE INDEX thing_b IF NOT EXISTS FOR (n:Thing) ON (n.b)"],
      ])("that read are refused when a statement %s", async (_what, cypher) => {
        await run(given.store, "CREATE (:Thing {id: 'a'})");
        await expect(ask(given.store, cypher)).rejects.toThrow(failing("STATEMENT_FAILED"));
        expect(await things(given.store)).toEqual(["a"]);
      });

      test("read beside each other and beside a writer, each seeing whole transactions", async () => {
        const reads = Array.from({ length: 20 }, async (_, index) => {
          await new Promise((resolve) => setTimeout(resolve, index * 3));
          const rows = await ask(given.store, "MATCH (n:Thing) RETURN count(n) AS count");
          return Number(rows[0]?.["count"]);
        });
        for (let round = 0; round < 5; round++) {
          await given.store.write(async (transaction) => {
            await transaction.run("UNWIND range(1, 50) AS id CREATE (:Thing {id: toString(id)})", {});
            await transaction.run("UNWIND range(51, 100) AS id CREATE (:Thing {id: toString(id)})", {});
          });
        }
        const counts = await Promise.all(reads);
        expect(counts.map((count) => count % 100)).toEqual(counts.map(() => 0));
      });
    });

    describe("statements that fail", () => {
      test.each([
        ["in their grammar", "MATCH (n RETURN n"],
        ["for a name that is not known", "RETURN unknown"],
        ["for a parameter that is not given", "RETURN $unknown AS value"],
        ["while they run", "UNWIND [1, 0] AS x RETURN 1 / x AS y"],
      ])("%s say so in one line", async (_what, cypher) => {
        const fault = await ask(given.store, cypher).catch((error: unknown) => error);
        expect(fault).toEqual(failing("STATEMENT_FAILED"));
        expect((fault as Error).message).toMatch(/^the statement failed: [^\n]+$/u);
        expect((fault as Error).cause).toBeInstanceOf(Error);
      });

      test("because an id is taken already", async () => {
        await given.store.prepare(["CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"]);
        await run(given.store, "CREATE (:Thing {id: 'a'})");
        await expect(run(given.store, "CREATE (:Thing {id: 'a'})")).rejects.toThrow(failing("STATEMENT_FAILED"));
      });
    });

    describe("text search", () => {
      const plant = async (store: Store): Promise<void> => {
        await store.prepare([]);
        const rows = [
          { id: "kh-177", folded: "ke hoach 177 kh tu an giang" },
          { id: "kl-69", folded: "ket luan 69 kl tw" },
          { id: "to-cong-tac", folded: "to cong tac no" },
        ];
        await run(store, "UNWIND $rows AS row CREATE (n:Document) SET n = row", { rows });
        await run(store, "CREATE (:Agency {id: 'so-kh-cn', folded: 'so khoa hoc va cong nghe an giang'})");
      };
      const found = async (words: readonly string[], first = 10) =>
        (await given.store.searchText("Document", words, first)).map(({ id }) => id);

      test("finds nodes of one label by any of the words, best first", async () => {
        await plant(given.store);
        expect(await found(["177", "kh"])).toEqual(["kh-177"]);
        expect(await found(["ket", "luan", "69", "177"])).toEqual(["kl-69", "kh-177"]);
        expect(await found(["ket", "luan", "69", "177"], 1)).toEqual(["kl-69"]);
        expect((await given.store.searchText("Agency", ["giang"], 10)).map(({ id }) => id)).toEqual(["so-kh-cn"]);
      });

      test("finds Vietnamese words that are English stop words", async () => {
        await plant(given.store);
        expect(await found(["an"])).toEqual(["kh-177"]);
        expect(await found(["to"])).toEqual(["to-cong-tac"]);
        expect(await found(["no"])).toEqual(["to-cong-tac"]);
      });

      test.each([[[]], [["khong"]], [["AND"]], [["*"]], [['"']], [["kh~2", "(", "\\"]], [["id:kh"]]])(
        "takes %j as words and nothing else",
        async (words) => {
          await plant(given.store);
          expect((await found(words)).filter((id) => id !== "kh-177")).toEqual([]);
        },
      );

      test("follows what is written, changed and deleted", async () => {
        await plant(given.store);
        await run(given.store, "MATCH (n:Document {id: 'kl-69'}) SET n.folded = 'nghi quyet 20'");
        await run(given.store, "MATCH (n:Document {id: 'kh-177'}) DETACH DELETE n");
        expect(await found(["luan", "177", "quyet"])).toEqual(["kl-69"]);
      });

      test("is not there before it is prepared", async () => {
        await expect(given.store.searchText("Task", ["x"], 1)).rejects.toThrow(failing("STATEMENT_FAILED"));
      });
    });

    test("can be prepared twice, and with data in it", async () => {
      const schema = [
        "// One node for each id.\nCREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX document_number IF NOT EXISTS FOR (n:Document) ON (n.number)",
      ];
      await run(given.store, "CREATE (:Document {id: 'a', number: '69', folded: 'ket luan'})");
      await given.store.prepare(schema);
      await given.store.prepare(schema);
      expect(await given.store.searchText("Document", ["luan"], 1)).toMatchObject([{ id: "a" }]);
      await expect(given.store.prepare(["CREATE NONSENSE"])).rejects.toThrow(failing("STATEMENT_FAILED"));
    });

    test("tells its engine and place", async () => {
      expect(given.store.kind).toBe(kind);
      expect(await given.store.version()).toMatch(kind === "embedded" ? /^Grafeo \d+\.\d+/u : /^Neo4j \d+\.\d+/u);
      expect(given.store.place).toMatch(kind === "embedded" ? /graph$/u : /^bolt:\/\/127\.0\.0\.1:\d+$/u);
    });

    test("once closed answers nothing, having finished what was under way", async () => {
      const { store } = given;
      const late = store.write((transaction) =>
        transaction.run("UNWIND range(1, 5000) AS id CREATE (:Thing {id: id}) RETURN id", {}),
      );
      await store.close();
      expect(await late).toHaveLength(5_000);
      const calls = [
        () => store.read(() => Promise.resolve(1)),
        () => store.write(() => Promise.resolve(1)),
        () => store.prepare([]),
        () => store.searchText("Task", ["x"], 1),
        () => store.version(),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(/is closed/u);
      await expect(store.close()).resolves.toBeUndefined();
    });
  },
  "test",
  "none",
  ["embedded", "hosted", "neo4j"],
);

async function things(store: Store): Promise<readonly unknown[]> {
  return (await ask(store, "MATCH (n:Thing) RETURN n.id AS id ORDER BY id")).map(({ id }) => id);
}
