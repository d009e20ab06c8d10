import { copyFile, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { openEmbedded } from "../../src/graph/embedded/open.ts";
import { mandate, storePath } from "../support/command.ts";

let MANDATE_STORE: string;
const run = (...args: string[]) => mandate(args, { MANDATE_STORE });
const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).out) as Record<string, unknown>;

beforeAll(async () => {
  MANDATE_STORE = await storePath();
});

test("the first question loads the shipped facts, and says so", async () => {
  const { code, out, err } = await run("lineage", "KL 69");
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining("loading the shipped facts") as string });
  expect(out).toContain("continues: ○ Nghị quyết 20-NQ/TW");
  expect(out).toMatch(
    /● Kế hoạch 177-KH\/TU An Giang, 29\/5\/2024 · held, 28 tasks\n.*● Kế hoạch của Ủy ban nhân dân tỉnh An Giang/u,
  );
  expect((await run("lineage", "KL 69")).err).toBe("");
});

describe("answers", () => {
  test.each([
    [
      "a lineage as Mermaid",
      ["lineage", "KL 69", "--format", "mermaid"],
      /^flowchart TD\n {2}d0\(\["Nghị quyết 02-NQ\/HNTW"\]\)/u,
    ],
    [
      "a lineage with its evidence",
      ["lineage", "NQ 29", "--evidence"],
      /"Nghị quyết số 29-NQ\/TW" — điểm a, khoản 2, Mục II, 002_88546ef2206df04c\.txt \[5339–5361\]/u,
    ],
    [
      "mentions told apart",
      ["lineage", "NQ 45"],
      /Mentioned by \(no more than that\)\n└─ mentioned by: ● Chương trình của Ban Thường vụ Tỉnh ủy Hậu Giang/u,
    ],
    [
      "a department's duties as a table",
      ["responsibilities", "sở khcn an giang"],
      /Sở Khoa học và Công nghệ An Giang {2}\(vn\/an-giang\/so-khoa-hoc-va-cong-nghe\)\n54 in all/u,
    ],
    [
      "duties as CSV with a byte-order mark",
      ["responsibilities", "BTGTU Hậu Giang", "--format", "csv"],
      /^\uFEFFdocument,role,through,where,what,with,due,task\r\n/u,
    ],
    ["summaries in English", ["responsibilities", "sở khcn an giang", "--lang", "en", "--roles", "LEADS"], /Mobilise/u],
    ["a matrix", ["matrix", "KH 177 An Giang"], /28 tasks × \d+ agencies/u],
    ["hits", ["search", "cong", "nghe", "sinh", "hoc"], /Trung tâm Công nghệ sinh học/u],
    ["the state of the store", ["doctor"], /5 held/u],
  ])("%s", async (_what, args, expected) => {
    const { code, out } = await run(...args);
    expect(code).toBe(0);
    expect(out).toMatch(expected);
  });

  test("as one JSON value", async () => {
    expect(await json("lineage", "KL 69")).toMatchObject({ root: "vn/tw/kl/2024/69", truncated: false });
    expect(await json("responsibilities", "Sở Nội vụ An Giang")).toMatchObject({
      agency: "vn/an-giang/so-noi-vu",
      hasNextPage: false,
    });
    expect(await json("doctor")).toMatchObject({ held: 5 });
  });

  test("page by page", async () => {
    const first = (await json("responsibilities", "sở khcn an giang", "--first", "30")) as {
      items: unknown[];
      endCursor: string;
      totalCount: number;
    };
    const rest = (await json("responsibilities", "sở khcn an giang", "--after", first.endCursor)) as {
      items: unknown[];
      hasNextPage: boolean;
    };
    expect(first.items.length + rest.items.length).toBe(first.totalCount);
    expect(rest.hasNextPage).toBe(false);
  });
});

describe("bad input has one clear error", () => {
  test.each([
    [
      "a name that nothing has",
      ["lineage", "KL 70"],
      1,
      /^mandate: no document "KL 70" is known; did you mean one of these\?\n/u,
    ],
    ["an id that nothing has", ["lineage", "vn/tw/kl/2024/70"], 1, /no document "vn\/tw\/kl\/2024\/70" is known/u],
    [
      "a name that several have",
      ["responsibilities", "Sở KH&CN"],
      1,
      /may be 3 of the known agencies: say which\n {2}Sở Khoa học và Công nghệ An Giang/u,
    ],
    ["an agency where a document is asked for", ["lineage", "Sở Nội vụ An Giang"], 1, /no document/u],
    ["an unknown option", ["lineage", "KL 69", "--dept", "3"], 2, /unknown option '--dept'/u],
    ["an unknown command", ["lineag", "KL 69"], 2, /unknown command 'lineag'/u],
    ["no name", ["lineage"], 2, /missing required argument/u],
    ["a depth that is none", ["lineage", "KL 69", "--depth", "deep"], 2, /whole number/u],
    [
      "a depth beyond the most",
      ["lineage", "KL 69", "--depth", "99"],
      2,
      /depth is 99: it must be a whole number from 0 to 32/u,
    ],
    [
      "a role that is none",
      ["responsibilities", "Sở Nội vụ An Giang", "--roles", "BOSS"],
      2,
      /Allowed choices are LEADS/u,
    ],
    ["a day that is none", ["responsibilities", "Sở Nội vụ An Giang", "--due-before", "soon"], 2, /YYYY-MM-DD/u],
    [
      "a cursor that is none",
      ["responsibilities", "Sở Nội vụ An Giang", "--after", "xyz"],
      2,
      /"xyz" is no cursor of this answer/u,
    ],
    ["a path that is not there", ["load", "no/such/folder"], 74, /no\/such\/folder: cannot be read \(ENOENT\)/u],
    [
      "too many documents for one transaction",
      ["load", "--together", "0"],
      2,
      /--together 0 is not a number from 1 to/u,
    ],
  ])("%s", async (_what, args, code, message) => {
    const ran = await run(...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(message);
  });

  test("as JSON too, with the candidates", async () => {
    const { code, out } = await run("responsibilities", "Sở KH&CN", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: "AMBIGUOUS", candidates: [{ id: "vn/an-giang/so-khoa-hoc-va-cong-nghe" }, {}, {}] },
    });
  });

  test("a facts file that is cut off: one error with file and place, nothing of it loaded, the others are", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mandate-bad-"));
    const [first = "", second = ""] = (await readdir(SHIPPED_FACTS))
      .filter((name) => !name.endsWith(".review.json"))
      .sort();
    await copyFile(join(SHIPPED_FACTS, first), join(folder, first));
    await writeFile(join(folder, second), (await readFile(join(SHIPPED_FACTS, second), "utf8")).slice(0, 5_000));
    const store = await storePath();
    const { code, out, err } = await mandate(["load", folder], { MANDATE_STORE: store });
    expect(code).toBe(65);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(`${basename(second)}: is not whole JSON`);
    expect(out).toContain("1 document loaded");
    expect(JSON.parse((await mandate(["doctor", "--json"], { MANDATE_STORE: store })).out)).toMatchObject({ held: 1 });
  });

  test("a store path that cannot be written", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "mandate-file-")), "file");
    await writeFile(file, "not a folder");
    const { code, err } = await mandate(["load"], { MANDATE_STORE: join(file, "graph") });
    expect(code).toBe(74);
    expect(err).toContain(join(file, "graph"));
  });

  test("a store path that is something else", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "mandate-dir-")), "graph");
    await mkdir(folder);
    await writeFile(join(folder, "notes.txt"), "mine");
    const { code, err } = await mandate(["load"], { MANDATE_STORE: folder });
    expect(code).toBe(74);
    expect(err).toContain(folder);
    expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("mine");
  });

  test("a store that another process holds", async () => {
    const path = await storePath();
    const held = await openEmbedded(path);
    const { code, err } = await mandate(["lineage", "KL 69"], { MANDATE_STORE: path });
    await held.close();
    expect(code).toBe(75);
    expect(err).toContain(path);
    expect(err).toContain(String(process.pid));
  });

  test("a Neo4j that does not answer, in under ten seconds", async () => {
    const { code, err, seconds } = await mandate(["lineage", "KL 69"], {
      NEO4J_URI: "bolt://127.0.0.1:9",
      NEO4J_PASSWORD: "do-not-print",
    });
    expect(code).toBe(74);
    expect(err).toContain("127.0.0.1:9");
    expect(err).not.toContain("do-not-print");
    expect(seconds).toBeLessThan(10);
  });

  test("a setting that cannot be used", async () => {
    const { code, err } = await mandate(["doctor"], { NEO4J_URI: "http://localhost" });
    expect(code).toBe(2);
    expect(err).toContain('NEO4J_URI="http://localhost" must be an address such as neo4j://localhost:7687');
  });
});
