import { describe, expect, test } from "vitest";
import { applyReview } from "../../src/facts/apply-review.ts";
import type { Facts } from "../../src/facts/model.ts";
import type { Decision, Review } from "../../src/facts/review.ts";
import { identify } from "../../src/identify/identify.ts";
import { likeness, sketchOf } from "../../src/facts/sketch.ts";
import { agency, inventedFacts, task } from "../support/facts.ts";

const FIRST = "Trồng lại rừng ngập mặn dọc bờ kênh trước mùa nước lên";
const SECOND = "Mở lớp dạy đan lưới cho thanh niên các ấp ven sông";
const TEXT = `a) ${FIRST}.\nb) ${SECOND}.`;
const at = (words: string, text = TEXT) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const facts = inventedFacts({
  agencies: [agency("vn/an-giang/so-noi-vu", "Sở Nội vụ")],
  tasks: [
    task(0, { section: "II.1.a", ...at(FIRST) }),
    task(0, { section: "II.1.b", ...at(SECOND), leads: [{ agency: "vn/an-giang/so-noi-vu" }] }),
  ],
});
const made = { id: "r1", by: "a reader", on: "2026-01-02", reason: "read twice" };
const anchorOf = (words: string, section: string) => ({ section, ...at(words), sketch: sketchOf(words) });
const apply = (decisions: readonly Decision[], given: Facts = facts, text: string | null = TEXT) =>
  applyReview(given, { review: 1, source: given.source, decisions: [...decisions], summaries: [] }, text);

const rejecting: Decision = { ...made, action: "reject", part: "tasks", at: anchorOf(FIRST, "II.1.a") };
const editing: Decision = {
  ...made,
  action: "edit",
  part: "tasks",
  at: anchorOf(SECOND, "II.1.b"),
  set: { leads: [] },
};

describe("a decision", () => {
  test("takes a fact away, changes it, or accepts it", () => {
    expect(apply([rejecting]).facts.tasks.map(({ section }) => section)).toEqual(["II.1.b"]);
    expect(apply([editing]).facts.tasks[1]).toMatchObject({ leads: [], reviewed: true });
    expect(apply([{ ...editing, action: "accept" }]).facts.tasks[1]).toMatchObject({
      leads: [{}],
      reviewed: true,
    });
  });

  test("describes the document", () => {
    const set = { title: "Trồng rừng", period: { from: null, to: "2027-12-31" } };
    expect(apply([{ ...made, action: "describe", set }]).facts.document).toMatchObject({
      ...set,
      id: facts.document.id,
    });
  });

  test("adds a fact in its place", () => {
    const value = { ...task(0, { section: "II.1.c", start: 2, end: 9 }) };
    expect(apply([{ ...made, action: "add", part: "tasks", value }]).facts.tasks.map(({ section }) => section)).toEqual(
      ["II.1.c", "II.1.a", "II.1.b"],
    );
  });

  test("of a body is found by its id", () => {
    const decision: Decision = {
      ...made,
      action: "reject",
      part: "agencies",
      at: { start: 999 },
      fact: "vn/an-giang/so-noi-vu",
    };
    expect(apply([decision]).facts.agencies).toEqual([]);
  });

  test("that was taken back changes nothing", () => {
    expect(apply([{ ...rejecting, undone: { by: "another", on: "2026-01-03" } }]).facts).toEqual(facts);
  });

  test("survives a cleaner copy whose offsets and letters differ", () => {
    const copy = `Trang 1\n\n${TEXT.replace("ngập mặn", "ngâp mặn").replace("a) ", "a)  ")}`;
    const moved = {
      ...facts,
      tasks: facts.tasks.map((each) => ({ ...each, start: each.start + 9, end: each.end + 10 })),
    };
    expect(apply([rejecting], moved, copy).facts.tasks.map(({ section }) => section)).toEqual(["II.1.b"]);
  });

  test("that no longer fits is listed, and changes nothing", () => {
    const other = { ...facts, tasks: [task(0, { section: "II.1.a", start: 300, end: 340 })] };
    const { facts: left, unplaced } = apply([rejecting], other, `${TEXT}${" ".repeat(300)}`);
    expect(left.tasks).toHaveLength(1);
    expect(unplaced).toEqual([{ id: "r1", why: "no fact of tasks is there any more" }]);
    expect(apply([{ ...editing, set: { leads: "nobody" } }]).unplaced).toEqual([
      { id: "r1", why: expect.stringMatching(/^it makes no fact of tasks: leads: /u) as string },
    ]);
  });
});

describe("a decision that cannot be is listed with its place, and changes nothing", () => {
  const base = { ...made, at: anchorOf(SECOND, "II.1.b"), part: "tasks" as const };
  const deadline = { text: "x", from: null, to: "2024-99-99", recurs: null };
  test.each<readonly [string, Decision, RegExp]>([
    [
      "a day that does not exist",
      { ...base, action: "edit", set: { deadline } },
      /deadline\.to: a day is one that exists/u,
    ],
    [
      "a task where another stands",
      { ...base, action: "edit", set: { section: "II.1.a", ...at(FIRST) } },
      /is the same task as tasks\[0\]/u,
    ],
    [
      "a task that stands already",
      { ...made, action: "add", part: "tasks", value: task(0, { section: "II.1.a", ...at(FIRST) }) },
      /is the same task as tasks\[0\]/u,
    ],
    ["an id that is none", { ...made, action: "identify", document: { id: "vn/X" } }, /id: an id is/u],
    ["a body that is none", { ...made, action: "merge", from: "vn/x", into: "vn/X" }, /into: "vn\/X" is no id/u],
    ["a province that is none", { ...made, action: "place", province: "An Giang" }, /province: "An Giang" is none/u],
  ])("%s", (_what, decision, why) => {
    const { facts: left, unplaced } = apply([decision]);
    expect(left).toEqual(facts);
    expect(unplaced).toEqual([{ id: "r1", why: expect.stringMatching(why) as string }]);
    const review = { review: 1, source: facts.source, decisions: [decision], summaries: [] } as const;
    expect(
      identify({ file: "x", facts, review: { ...review, decisions: [...review.decisions], summaries: [] } }, [], TEXT),
    ).toMatchObject({
      id: facts.document.id,
      joins: [],
    });
  });
});

test("a summary follows its task", () => {
  const review: Review = {
    review: 1,
    source: facts.source,
    decisions: [],
    summaries: [{ of: "task", section: "II.1.b", ...at(SECOND), vi: "Dạy đan lưới.", en: "Teach net making." }],
  };
  const moved = { ...facts, tasks: facts.tasks.map((each) => ({ ...each, start: each.start + 3, end: each.end + 3 })) };
  expect(applyReview(moved, review).summaries).toMatchObject([{ start: at(SECOND).start + 3, vi: "Dạy đan lưới." }]);
});

test("a sketch tells alike words from others, and is no text", () => {
  expect(likeness(sketchOf(FIRST), sketchOf(FIRST.normalize("NFD")))).toBe(1);
  expect(likeness(sketchOf(FIRST), sketchOf(FIRST.replace("dọc", "dồc").replace("kênh", "k~nh")))).toBeGreaterThan(0.5);
  expect(likeness(sketchOf(FIRST), sketchOf(SECOND))).toBeLessThan(0.2);
  expect(sketchOf("một")).toEqual([]);
});
