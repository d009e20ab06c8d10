import { describe, expect, test } from "vitest";
import { makeRegistry, RegistryError } from "../../src/registry/load-registry.ts";
import type { RawRows } from "../../src/registry/read-rows.ts";

const source = "made up";
const agency = (id: string, name: string, more: object = {}): object => ({
  id,
  level: "province",
  name,
  class: "department",
  source,
  ...more,
});
const province = (id: string, name: string, more: object = {}): object => ({ id, name, kind: "tỉnh", source, ...more });
const centre = { id: "chinh-phu", level: "centre", name: "Chính phủ", class: "government", source };
const kind = { code: "nq", name: "Nghị quyết", state: ["NQ"], source };
const document = (id: string, number: string, more: object = {}): object => ({
  id,
  kind: "nq",
  number,
  symbol: "NQ-CP",
  title: "việc bịa",
  issuer: "chinh-phu",
  source,
  ...more,
});
const documents = (...rows: object[]): RawRows => ({
  agencies: [centre],
  "document-kinds": [kind],
  "central-documents": rows,
});

/** The faults of rows, one a line. */
function faultsOf(rows: RawRows): string {
  try {
    makeRegistry(rows);
  } catch (error) {
    if (error instanceof RegistryError) return error.faults.join("\n");
    throw error;
  }
  return "";
}

describe("rows are refused, with the row named,", () => {
  test.each<[string, RawRows, string]>([
    ["without a source", { agencies: [{ ...agency("so-y", "Sở Y"), source: "" }] }, "agencies: row 1 (so-y): source"],
    [
      "with a field that nobody knows",
      { provinces: [province("dong-gio", "Đông Gió", { size: 3 })] },
      "provinces: row 1 (dong-gio)",
    ],
    [
      "with a day that is none",
      { agencies: [agency("so-y", "Sở Y", { from: "2025-02-30" })] },
      "agencies: row 1 (so-y): from",
    ],
    ["in a file that is no list", { groups: {} }, "groups: not an array"],
    [
      "that stand there twice",
      { agencies: [agency("so-y", "Sở Y"), agency("so-y", "Sở Y")] },
      "province/so-y stands there twice",
    ],
    [
      "of a group that has an agency's id",
      {
        agencies: [agency("cac-so", "Sở Y")],
        groups: [{ id: "cac-so", level: "province", name: "các sở", membersKnown: false, source }],
      },
      "province/cac-so stands there twice",
    ],
    [
      "that end before they begin",
      { agencies: [agency("so-y", "Sở Y", { from: "2025-03-01", until: "2024-01-01" })] },
      "so-y: 2025-03-01 is not before 2024-01-01",
    ],
    [
      "of a province that ends without a successor",
      { provinces: [province("dong-gio", "Đông Gió", { until: "2025-07-01" })] },
      "dong-gio: ends and has no successor",
    ],
    [
      "that are part of nobody known",
      { agencies: [agency("ban-y", "Ban Y", { partOf: "so-x" })] },
      "ban-y: province/so-x is not known",
    ],
    [
      "of a group with a member that is not known",
      {
        groups: [
          {
            id: "cac-so",
            level: "province",
            name: "các sở",
            membersKnown: true,
            members: [{ agency: "so-x" }],
            source,
          },
        ],
      },
      "groups: cac-so: province/so-x is not known",
    ],
    [
      "of a group that knows its members and lists none",
      { groups: [{ id: "cac-so", level: "province", name: "các sở", membersKnown: true, source }] },
      "cac-so: members are known but not listed",
    ],
    [
      "with a name that another body has at the same time",
      {
        agencies: [agency("so-y", "Sở Y", { abbreviations: ["SY"] }), agency("so-ich", "Sở Ích", { symbols: ["SY"] })],
      },
      '"province sy" is a name of so-y and so-ich',
    ],
    [
      "with a name listed as ambiguous that is nobody's",
      {
        agencies: [agency("so-y", "Sở Y"), agency("so-z", "Sở Z")],
        "ambiguous-names": [{ level: "province", name: "Ban Lạ", candidates: ["so-y", "so-z"], source }],
      },
      '"Ban Lạ" is no name of so-y',
    ],
    [
      "with a star in the id alone",
      { agencies: [agency("ubnd-xa-*", "Ủy ban nhân dân xã")] },
      "ubnd-xa-*: a pattern ends in a star",
    ],
    [
      "of a document whose id says another year",
      documents(document("vn/cp/nq/2024/3", "03", { issuedOn: "2025-01-09" })),
      "vn/cp/nq/2024/3: issued on 2025-01-09",
    ],
    [
      "of a document whose id says another number",
      documents(document("vn/cp/nq/2025/4", "03")),
      "vn/cp/nq/2025/4: its number is 03",
    ],
    [
      "with an unconfirmed value that is not marked",
      documents(document("vn/cp/nq/~/3", "03", { unconfirmedValues: { issuedOn: "2025" } })),
      "issuedOn has an unconfirmed value",
    ],
    [
      "with a mark at no field",
      documents(document("vn/cp/nq/2025/3", "03", { unconfirmed: ["date"] })),
      "date is marked unconfirmed and is no field",
    ],
    [
      "of a link to a document that is not known",
      {
        ...documents(document("vn/cp/nq/2025/3", "03")),
        "document-links": [{ from: "vn/cp/nq/2025/3", to: "vn/tw/nq/2024/57", relation: "IMPLEMENTS", source }],
      },
      "vn/tw/nq/2024/57 is not known",
    ],
    [
      "of a link from an earlier document to a later one",
      {
        ...documents(
          document("vn/cp/nq/2024/3", "3", { issuedOn: "2024-01-09" }),
          document("vn/cp/nq/2025/3", "3", { issuedOn: "2025-01-09" }),
        ),
        "document-links": [{ from: "vn/cp/nq/2024/3", to: "vn/cp/nq/2025/3", relation: "IMPLEMENTS", source }],
      },
      "vn/cp/nq/2024/3 is the earlier one",
    ],
    [
      "of a succession on another day than the end",
      {
        agencies: [agency("so-y", "Sở Y", { until: "2025-03-01" }), agency("so-z", "Sở Z")],
        succession: [{ level: "province", from: "so-y", to: "so-z", on: "2025-02-01", kind: "merged", source }],
      },
      "so-y → so-z: on 2025-02-01, but so-y ends on 2025-03-01",
    ],
    [
      "of a succession of a body that goes on",
      {
        agencies: [agency("so-y", "Sở Y"), agency("so-z", "Sở Z")],
        succession: [{ level: "province", from: "so-y", to: "so-z", on: "2025-02-01", kind: "merged", source }],
      },
      "so-y has no end",
    ],
    [
      "with a day that rests on usage unmarked",
      { agencies: [agency("so-y", "Sở Y", { until: "2008-01-01", source: "usage" })] },
      "so-y: until rests on usage",
    ],
  ])("%s", (_what, rows, fault) => {
    expect(faultsOf(rows)).toContain(fault);
  });
});

describe("rows pass", () => {
  test.each<[string, RawRows]>([
    [
      "where two bodies have one name one after the other",
      {
        agencies: [
          agency("so-y", "Sở Y", { until: "2025-03-01" }),
          agency("so-z", "Sở Z", { from: "2025-03-01", aliases: ["Sở Y"] }),
        ],
      },
    ],
    [
      "where a name of two is listed as ambiguous",
      {
        agencies: [agency("so-y", "Sở Y", { aliases: ["Ban"] }), agency("so-z", "Sở Z", { aliases: ["Ban"] })],
        "ambiguous-names": [{ level: "province", name: "Ban", candidates: ["so-y", "so-z"], source }],
      },
    ],
    [
      "where a body of a province and a central one have one name",
      { agencies: [agency("so-y", "Sở Y"), { ...agency("so-y", "Sở Y"), level: "centre" }] },
    ],
    ["where there are none", {}],
  ])("%s", (_what, rows) => {
    expect(faultsOf(rows)).toBe("");
  });
});

test("every fault is listed, not only the first", () => {
  const faults = faultsOf({
    agencies: [agency("so-y", "Sở Y", { partOf: "a" }), agency("so-z", "Sở Z", { partOf: "b" })],
  });
  expect(faults.split("\n")).toHaveLength(2);
});
