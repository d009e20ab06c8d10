import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { FactsError, parseFacts, readFacts } from "../../src/facts/read-facts.ts";
import { agency, inventedFacts, task } from "../support/facts.ts";

const whole = inventedFacts({
  agencies: [agency("vn/an-giang/so-noi-vu", "Sở Nội vụ")],
  tasks: [task(100, { leads: [{ agency: "vn/an-giang/so-noi-vu", basis: "assigned" }] })],
});

describe("a facts file", () => {
  test("is read whole", () => {
    expect(parseFacts(JSON.stringify(whole), "plan.json")).toEqual(whole);
  });

  test.each([
    ["that is cut off", JSON.stringify(whole).slice(0, 300), /^plan\.json: is not whole JSON/u],
    ["that is empty", "", /^plan\.json: is empty/u],
    [
      "of another shape",
      JSON.stringify({ ...whole, tasks: [{ section: 3 }] }),
      /^plan\.json: tasks\[0\]\.section: .* \(and \d+ more faults\)$/u,
    ],
    ["that is no object", "[]", /^plan\.json: /u],
    [
      "with a span outside the text",
      JSON.stringify({ ...whole, tasks: [task(9_990)] }),
      /^plan\.json: tasks\[0\]: the span 9990–10040 is outside the text, which has 10000 characters/u,
    ],
    [
      "with a span turned round",
      JSON.stringify({ ...whole, tasks: [task(50, { end: 40 })] }),
      /^plan\.json: tasks\[0\]: the span 50–40 is empty or turned round/u,
    ],
    [
      "with a task that stands twice",
      JSON.stringify({ ...whole, tasks: [task(100), task(200), task(100)] }),
      /^plan\.json: tasks\[2\]: is the same task as tasks\[0\]: both are in section "II\.1" and start at 100$/u,
    ],
    [
      "with a title that nobody prints",
      JSON.stringify({ ...whole, document: { ...whole.document, title: "x".repeat(2_001) } }),
      /^plan\.json: document\.title: has more than 2000 characters$/u,
    ],
    [
      "with an agency that it does not list",
      JSON.stringify({ ...whole, agencies: [] }),
      /^plan\.json: tasks\[0\]\.leads\[0\]\.agency: vn\/an-giang\/so-noi-vu is not among the agencies/u,
    ],
    [
      "with a day that is none",
      JSON.stringify({ ...whole, document: { ...whole.document, issuedOn: "2024-02-31" } }),
      /^plan\.json: document\.issuedOn: /u,
    ],
    [
      "with half of a letter",
      JSON.stringify({ ...whole, document: { ...whole.document, title: "Th\ud83d" } }),
      /^plan\.json: document\.title: has U\+D83D at 2, which is no letter$/u,
    ],
    [
      "with a NUL in a part of it, and another control in the name of a field",
      JSON.stringify({ ...whole, tasks: [task(100, { "a\u0007": "b" } as never), task(200, { section: "II\0" })] }),
      /^plan\.json: a name in tasks\[0\]: has U\+0007 at 1, which is no letter \(and 1 more faults\)$/u,
    ],
    ["that is nested deeper than any", "[".repeat(200_000) + "]".repeat(200_000), /^plan\.json: /u],
  ])("%s is refused with its place", (_what, json, message) => {
    expect(() => parseFacts(json, "plan.json")).toThrow(FactsError);
    expect(() => parseFacts(json, "plan.json")).toThrow(message);
  });
});

test("letters that are lost already, and line ends and tabs, are taken as they stand", () => {
  const facts = { ...whole, document: { ...whole.document, title: "Th\ufffdc\r\n\thiện 😀" } };
  expect(parseFacts(JSON.stringify(facts), "plan.json").document.title).toBe(facts.document.title);
});

test.each(["plan.json", "plan.review.json"])(
  "bytes that are no UTF-8 are refused with their place in %s",
  async (name) => {
    const at = await mkdtemp(join(tmpdir(), "mandate-facts-"));
    const review = { source: whole.source, decisions: [] };
    await writeFile(join(at, "plan.json"), JSON.stringify(whole));
    await writeFile(join(at, "plan.review.json"), JSON.stringify(review));
    const bytes = await readFile(join(at, name));
    bytes[11] = 0xf4;
    await writeFile(join(at, name), bytes);
    await expect(readFacts(join(at, "plan.json"))).rejects.toThrow(`${name}: is no UTF-8: byte 11 is F4`);
  },
);

describe("the review beside a facts file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mandate-facts-"));
    await writeFile(join(folder, "plan.json"), JSON.stringify(whole));
  });

  test("may be missing", async () => {
    const { review } = await readFacts(join(folder, "plan.json"));
    expect(review.decisions).toEqual([]);
  });

  test("is refused where it is of another text", async () => {
    await writeFile(join(folder, "plan.review.json"), JSON.stringify({ source: "other.txt" }));
    await expect(readFacts(join(folder, "plan.json"))).rejects.toThrow(
      /plan\.review\.json: source: is a review of "other\.txt"/u,
    );
  });

  test("is refused where a decision has no reason", async () => {
    const decision = { id: "r1", action: "place", province: "kon-tum", by: "a reader", on: "2026-01-02" };
    await writeFile(join(folder, "plan.review.json"), JSON.stringify({ source: whole.source, decisions: [decision] }));
    await expect(readFacts(join(folder, "plan.json"))).rejects.toThrow(/decisions\[0\]\.reason/u);
  });

  test("of a file that is not there cannot be read", async () => {
    await expect(readFacts(join(folder, "none.json"))).rejects.toMatchObject({ code: "CANNOT_READ" });
  });
});
