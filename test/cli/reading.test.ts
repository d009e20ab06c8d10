import { copyFile, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { mandate, storePath } from "../support/command.ts";

const PLAN = "examples/documents/rural-markets.txt";
const DOCUMENT = "vn/soc-trang/ubnd/kh/2024/412";
const folderOfOwn = (): Promise<string> => mkdtemp(join(tmpdir(), "mandate-reading-"));

describe("mandate extract", () => {
  test("prints the facts of a document, the same each time", async () => {
    const [once, again] = [await mandate(["extract", PLAN], {}), await mandate(["extract", PLAN], {})];
    expect(once.code).toBe(0);
    expect(again.out).toBe(once.out);
    expect(JSON.parse(once.out)).toMatchObject({
      document: { id: DOCUMENT },
      tasks: [{ section: "II.1.a" }, { section: "II.1.b" }, { section: "II.1.c" }],
    });
  });

  test("prints one JSON value a line", async () => {
    const { out } = await mandate(["extract", "--json", PLAN, PLAN], {});
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { source: string }).source),
    ).toEqual(["rural-markets.txt", "rural-markets.txt"]);
  });

  test("goes on behind a file that cannot be read", async () => {
    const folder = await folderOfOwn();
    await writeFile(join(folder, "broken.pdf"), "%PDF-1.7 and no more");
    const { code, out, err } = await mandate(["extract", "--out", folder, join(folder, "broken.pdf"), PLAN], {});
    expect(code).toBe(65);
    expect(err).toMatch(/broken\.pdf/u);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(out).toContain(DOCUMENT);
  });
});

describe("mandate ingest", () => {
  let folder: string;
  let MANDATE_STORE: string;
  let facts: string;
  beforeAll(async () => {
    folder = await folderOfOwn();
    MANDATE_STORE = await storePath();
    facts = join(folder, "facts");
    await mkdir(join(folder, "texts", "below"), { recursive: true });
    await copyFile(PLAN, join(folder, "texts", "plan.txt"));
    await copyFile("examples/documents/ke-hoach-ho-chua-nuoc.docx", join(folder, "texts", "below", "other.docx"));
    await writeFile(join(folder, "texts", "empty.pdf"), "");
  });
  const run = (...args: string[]) => mandate([...args], { MANDATE_STORE });

  test("reads a folder of mixed formats; one broken file stops none of the others; again it changes nothing", async () => {
    for (let time = 1; time <= 2; time += 1) {
      const { code, out, err } = await run("ingest", join(folder, "texts"), "--facts", facts);
      expect(code).toBe(65);
      expect(err).toMatch(/empty\.pdf/u);
      expect(out).toContain("2 documents read");
    }
    expect((await readdir(facts)).sort()).toEqual(["other.docx.json", "other.docx.text", "plan.json"]);
    expect(JSON.parse((await run("doctor", "--json")).out)).toMatchObject({ held: 2 });
  });

  test("keeps the words, so that every answer shows them", async () => {
    const { out } = await run("responsibilities", "Sở Tài chính Sóc Trăng", "--evidence");
    expect(out).toContain('"Sở Công Thương chủ trì, phối hợp với Sở Tài chính lập bản đồ các chợ');
  });

  test("a decision is written beside the facts, holds after reading again, and is taken back", async () => {
    const start =
      (JSON.parse(await readFile(join(facts, "plan.json"), "utf8")) as { tasks: { start: number }[] }).tasks[2]
        ?.start ?? 0;
    const decided = await run(
      "review",
      DOCUMENT,
      "--facts",
      facts,
      "--reject",
      `tasks@${String(start)}`,
      "--reason",
      "a fair is no task",
      "--by",
      "a reader",
    );
    expect(decided).toMatchObject({ code: 0, out: expect.stringContaining("r1 is decided") as string });
    const tasks = async () =>
      (JSON.parse((await run("matrix", DOCUMENT, "--json")).out) as { tasks: unknown[] }).tasks.length;
    expect(await tasks()).toBe(2);

    // A cleaner copy: other offsets, other line ends.
    await writeFile(
      join(folder, "texts", "plan.txt"),
      `\r\n${(await readFile(PLAN, "utf8")).replaceAll("\n", "\r\n")}`,
    );
    expect((await run("ingest", join(folder, "texts", "plan.txt"), "--facts", facts)).code).toBe(0);
    expect(await tasks()).toBe(2);

    expect((await run("review", DOCUMENT, "--facts", facts, "--undo", "r1", "--by", "a reader")).code).toBe(0);
    expect(await tasks()).toBe(3);
    expect((await run("review", DOCUMENT)).out).toContain("r1 reject: a fair is no task (a reader,");
  });

  test.each([
    ["without a reason", ["--reject", "tasks@1"], /say why with --reason/u],
    ["of a fact that is not there", ["--reject", "tasks@1", "--reason", "x"], /no fact of tasks begins at 1/u],
    ["of no part", ["--reject", "duties@1", "--reason", "x"], /"duties@1" names no fact/u],
    ["with what is no JSON", ["--add", "tasks", "--set", "{", "--reason", "x"], /--set \{ is no JSON/u],
    ["taken back that never was", ["--undo", "r77"], /there is no decision r77/u],
  ])("a decision %s is refused", async (_what, args, message) => {
    const { code, err } = await run("review", DOCUMENT, "--facts", facts, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

test("mandate verify tells of each citation what is known of it", async () => {
  const MANDATE_STORE = await storePath();
  const folder = await folderOfOwn();
  const text = join(folder, "letter.txt");
  await writeFile(
    text,
    "Thực hiện Kết luận số 69-KL/TW ngày 12/01/2024 và Nghị quyết số 20-NQ/TW ngày 01/11/2012; Kế hoạch số 177-KH/TU ngày 29/5/2024 của Tỉnh ủy An Giang; Quyết định số 99/QĐ-TTg ngày 03/3/2024; Nghị quyết Trung ương 6 (khóa XI).",
  );
  const { code, out } = await mandate(["verify", text, "--json", "--today", "2026-01-02"], { MANDATE_STORE });
  expect(code).toBe(1);
  const verdicts = JSON.parse(out) as { id: string; verdict: string; candidates: string[]; reason: string }[];
  expect(verdicts.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["vn/tw/kl/2024/69", "IMPOSSIBLE"],
    ["vn/tw/nq/2012/20", "KNOWN_NOT_HELD"],
    ["vn/an-giang/tu/kh/2024/177", "HELD"],
    ["vn/ttg/qd/2024/99", "POSSIBLE"],
    ["vn/tw/nq/khoa-xi/6", "AMBIGUOUS"],
  ]);
  expect(verdicts[0]?.reason).toBe("Kết luận 69-KL/TW is of 11/1/2024, not of 12/1/2024");
});
