import { describe, expect, test } from "vitest";
import { identify } from "../../src/identify/identify.ts";
import type { KnownDocument } from "../../src/identify/join-citation.ts";
import { agency, citation, inventedFacts, reviewed, task } from "../support/facts.ts";

const decided = { id: "r1", by: "a reader", on: "2026-01-02", reason: "the archive's register says so" };
const known = (id: string, title: string, plenum: KnownDocument["plenum"] = null): KnownDocument => ({
  id,
  title,
  issuedOn: null,
  plenum,
});
const plenum = { term: "IX", session: 5 };

describe("a citation without year", () => {
  const facts = inventedFacts({ citations: [citation("vn/tw/nq/~/14")] });

  test("is joined to the one known document that fits, and says why", () => {
    const { facts: identified, joins } = identify(reviewed(facts), [
      known("vn/tw/nq/2002/14", "kinh tế tư nhân"),
      known("vn/tw/kl/2002/14", "khác"),
    ]);
    expect(identified.citations.map(({ id }) => id)).toEqual(["vn/tw/nq/2002/14"]);
    expect(joins).toMatchObject([{ from: "vn/tw/nq/~/14", into: "vn/tw/nq/2002/14", standing: "registry" }]);
  });

  test("stays open where several fit, and lists them", () => {
    const { facts: identified, doubts } = identify(reviewed(facts), [
      known("vn/tw/nq/2002/14", "a"),
      known("vn/tw/nq/2012/14", "b"),
    ]);
    expect(identified.citations.map(({ id }) => id)).toEqual(["vn/tw/nq/~/14"]);
    expect(doubts).toMatchObject([{ code: "OPEN_CITATION", start: 10, end: 20 }]);
    expect(doubts[0]?.message).toContain("vn/tw/nq/2002/14, vn/tw/nq/2012/14");
  });

  test("is not joined to a document that came later than the one that cites it", () => {
    const dated = inventedFacts({ document: { issuedOn: "2001-03-04" }, citations: [citation("vn/tw/nq/~/14")] });
    const { facts: identified } = identify(reviewed(dated), [
      { ...known("vn/tw/nq/2002/14", "a"), issuedOn: "2002-03-18" },
    ]);
    expect(identified.citations.map(({ id }) => id)).toEqual(["vn/tw/nq/~/14"]);
  });
});

describe("a resolution named by its plenum", () => {
  const sisters = [
    known("vn/tw/nq/2002/13", "phát triển kinh tế tập thể", plenum),
    known("vn/tw/nq/2002/15", "phát triển nông nghiệp, nông thôn", plenum),
  ];

  test("is told from its sisters by its subject", () => {
    const facts = inventedFacts({ citations: [citation("vn/tw/nq/khoa-ix/5", { subject: "kinh tế tập thể" })] });
    expect(identify(reviewed(facts), sisters).facts.citations.map(({ id }) => id)).toEqual(["vn/tw/nq/2002/13"]);
  });

  test("stays open where no subject is printed", () => {
    const facts = inventedFacts({ citations: [citation("vn/tw/nq/khoa-ix/5")] });
    const { facts: identified, doubts } = identify(reviewed(facts), sisters.slice(0, 1));
    expect(identified.citations.map(({ id }) => id)).toEqual(["vn/tw/nq/khoa-ix/5"]);
    expect(doubts).toMatchObject([{ code: "OPEN_CITATION" }]);
  });
});

describe("a province that the text does not name", () => {
  const facts = (seed: string) =>
    inventedFacts(
      {
        document: { id: "vn/~/tu/kh/~/~" },
        agencies: [agency("vn/~/tinh-uy", "Tỉnh ủy")],
        tasks: [task(1, { leads: [{ agency: "vn/~/tinh-uy" }] })],
      },
      seed,
    );

  test("never meets another one", () => {
    const ids = ["aaaaaaaa", "bbbbbbbb"].map((seed) => identify(reviewed(facts(seed)), []).facts.agencies[0]?.id);
    expect(ids).toEqual(["vn/~aaaaaaaa/tinh-uy", "vn/~bbbbbbbb/tinh-uy"]);
  });

  test("is named by a review, for every id of the file", () => {
    const {
      id,
      facts: placed,
      joins,
    } = identify(reviewed(facts("aaaaaaaa"), { decisions: [{ ...decided, action: "place", province: "ca-mau" }] }), []);
    expect(id).toBe("vn/ca-mau/tu/kh/~/~");
    expect(placed.tasks[0]?.leads[0]?.agency).toBe("vn/ca-mau/tinh-uy");
    expect(joins[0]?.because).toContain("the archive's register says so (a reader, 2026-01-02)");
  });
});

test("the committee of a city, which facts name as it is printed, is what a province's is", () => {
  const ids = ["vn/can-tho/thanh-uy", "vn/can-tho/ban-to-chuc-thanh-uy", "vn/ca-mau/thanh-uy-ca-mau"];
  const facts = inventedFacts({
    agencies: ids.map((id) => agency(id, "Thành ủy")),
    tasks: ids.map((id, place) => task(100 * (place + 1), { leads: [{ agency: id }] })),
  });
  expect(identify(reviewed(facts), []).facts.tasks.map(({ leads }) => leads[0]?.agency)).toEqual([
    "vn/can-tho/tinh-uy",
    "vn/can-tho/ban-to-chuc-tinh-uy",
    "vn/ca-mau/thanh-uy-ca-mau",
  ]);
});

describe("a review", () => {
  test("says which document a text without number is", () => {
    const facts = inventedFacts({ links: [], citations: [citation("vn/an-giang/ubnd/kh/2019/88")] });
    const document = { id: "vn/an-giang/ubnd/kh/2019/88", number: "88", symbol: "KH-UBND", issuedOn: "2019-04-05" };
    const identified = identify(reviewed(facts, { decisions: [{ ...decided, action: "identify", document }] }), []);
    expect(identified.id).toBe("vn/an-giang/ubnd/kh/2019/88");
    expect(identified.facts.document).toMatchObject({
      number: "88",
      issuedOn: "2019-04-05",
      title: "Bảo tồn giống lúa mùa nổi",
    });
    // It does not cite itself.
    expect(identified.facts.citations).toEqual([]);
  });

  test("merges what the text gives two ids: mentions together, the stronger relation", () => {
    const facts = inventedFacts({
      citations: [
        citation("vn/tw/nq/khoa-ix/3", { relation: "BASED_ON", mentions: [{ start: 40, end: 50 }] }),
        citation("vn/tw/nq/khoa-ix/5", { relation: "IMPLEMENTS", mentions: [{ start: 10, end: 20 }] }),
      ],
    });
    const merge = { ...decided, action: "merge" as const, from: "vn/tw/nq/khoa-ix/3", into: "vn/tw/nq/khoa-ix/5" };
    const { citations } = identify(reviewed(facts, { decisions: [merge] }), []).facts;
    expect(citations).toMatchObject([
      { id: "vn/tw/nq/khoa-ix/5", relation: "IMPLEMENTS", mentions: [{ start: 10 }, { start: 40 }] },
    ]);
  });
});

test("nobody cooperates with itself", () => {
  const body = "vn/an-giang/so-noi-vu";
  const facts = inventedFacts({
    agencies: [agency(body, "Sở Nội vụ")],
    tasks: [task(1, { leads: [{ agency: body }], cooperates: [{ agency: body }], directed: [{ agency: body }] })],
  });
  expect(identify(reviewed(facts), []).facts.tasks[0]).toMatchObject({
    leads: [{ agency: body }],
    cooperates: [],
    directed: [],
  });
});
