import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mandate, storePath } from "../support/command.ts";

const PLAN = "examples/documents/rural-markets.txt";
const ID = "vn/soc-trang/ubnd/kh/2024/412";

test("a document that was loaded by mistake is taken out, by its name, once somebody is sure; a load brings it back", async () => {
  const MANDATE_STORE = await storePath();
  const facts = join(await mkdtemp(join(tmpdir(), "mandate-forget-")), "facts");
  const run = (...args: string[]) => mandate(args, { MANDATE_STORE });
  expect(await run("forget", "KH 412 Sóc Trăng", "--yes"), "of a store that is not there").toMatchObject({ code: 74 });
  await run("ingest", PLAN, "examples/documents/ke-hoach-ho-chua-nuoc.docx", "--facts", facts);
  const kept = await readdir(facts);

  expect(await run("forget", "KH 412 Sóc Trăng")).toMatchObject({
    code: 2,
    out: "",
    err: `mandate: Kế hoạch 412/KH-UBND Sóc Trăng (${ID}) would be forgotten: say --yes to do it\n`,
  });
  const unsure = await run("forget", ID, "--json");
  expect(JSON.parse(unsure.out)).toMatchObject({ error: { code: "NOT_SURE" } });

  const { code, out, err } = await run("forget", "KH 412 Sóc Trăng", "--yes");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain(`(${ID}) is forgotten`);
  expect(out).toContain("3 tasks");
  expect(out).toContain("a later load or ingest brings the document back");
  expect(await readdir(facts)).toEqual(kept);
  expect(await run("matrix", ID)).toMatchObject({ code: 1 });
  expect((await run("search", "bản đồ các chợ")).out).not.toContain("412");
  expect(JSON.parse((await run("doctor", "--json")).out)).toMatchObject({ held: 1, findings: [] });
  expect((await run("audit")).out).toContain("FORGOTTEN");

  expect((await run("load", facts)).code).toBe(0);
  const again = await run("forget", ID, "--yes", "--json");
  expect(JSON.parse(again.out)).toMatchObject({ id: ID, tasks: 3, sources: [{ name: "rural-markets.txt" }], anew: [] });
  expect(await run("forget", "NQ 29", "--yes")).toMatchObject({
    code: 1,
    err: expect.stringContaining("is not held") as string,
  });
}, 120_000);
