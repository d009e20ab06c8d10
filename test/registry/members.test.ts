import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import type { Level } from "../../src/registry/model.ts";

const registry = loadRegistry();

function membersOf(level: Level, id: string, on: string) {
  const group = registry.group(level, id);
  if (group === null) throw new Error(`no group ${level}/${id}`);
  return registry.membersOf(group, on);
}
const everywhere = (on: string): readonly string[] =>
  membersOf("province", "cac-so-nganh", on)
    .filter(({ agency, onlyWhereNamed }) => agency.everywhere && onlyWhereNamed === null)
    .map(({ agency }) => agency.id)
    .sort();

const KEPT = [
  "so-cong-thuong",
  "so-giao-duc-va-dao-tao",
  "so-khoa-hoc-va-cong-nghe",
  "so-noi-vu",
  "so-tai-chinh",
  "so-tu-phap",
  "so-van-hoa-the-thao-va-du-lich",
  "so-xay-dung",
  "so-y-te",
  "thanh-tra",
  "van-phong-ubnd",
];

test("in 2024 every province has the seventeen departments of Nghị định 24/2014/NĐ-CP", () => {
  const merged = [
    "so-giao-thong-van-tai",
    "so-ke-hoach-va-dau-tu",
    "so-lao-dong-thuong-binh-va-xa-hoi",
    "so-nong-nghiep-va-phat-trien-nong-thon",
    "so-tai-nguyen-va-moi-truong",
    "so-thong-tin-va-truyen-thong",
  ];
  expect(everywhere("2024-07-01")).toEqual([...KEPT, ...merged].sort());
});

test("since March 2025 every province has the twelve of Nghị định 45/2025/NĐ-CP and 150/2025/NĐ-CP", () => {
  expect(everywhere("2025-08-01")).toEqual([...KEPT, "so-nong-nghiep-va-moi-truong"].sort());
});

test("departments that only some provinces have say so", () => {
  const some = (on: string): readonly string[] =>
    membersOf("province", "cac-so-nganh", on).flatMap(({ agency }) => (agency.everywhere ? [] : [agency.id]));
  expect(some("2024-07-01")).toEqual(
    expect.arrayContaining(["ban-dan-toc", "so-ngoai-vu", "so-du-lich", "so-quy-hoach-kien-truc"]),
  );
  expect(some("2025-08-01")).toEqual(
    expect.arrayContaining(["so-dan-toc-va-ton-giao", "so-ngoai-vu", "so-du-lich", "so-quy-hoach-kien-truc"]),
  );
  expect(some("2025-08-01")).not.toContain("ban-dan-toc");
});

test('mass organisations belong to the departments\' group only where the text says "đoàn thể"', () => {
  const named = membersOf("province", "cac-so-nganh", "2024-07-01").filter(
    ({ onlyWhereNamed }) => onlyWhereNamed === "đoàn thể",
  );
  expect(named.map(({ agency }) => agency.id)).toEqual([
    "lien-doan-lao-dong",
    "hoi-nong-dan",
    "hoi-lien-hiep-phu-nu",
    "hoi-cuu-chien-binh",
    "tinh-doan",
  ]);
});

test("the political-social organisations are the five of the Constitution, in a province and at the centre", () => {
  const five = (level: Level): readonly string[] =>
    membersOf(level, "to-chuc-chinh-tri-xa-hoi", "2024-07-01").map(({ agency }) => agency.id);
  const inProvince = ["hoi-cuu-chien-binh", "hoi-lien-hiep-phu-nu", "hoi-nong-dan", "lien-doan-lao-dong", "tinh-doan"];
  expect([...five("province")].sort()).toEqual(inProvince);
  expect(five("centre")).toHaveLength(5);
});

test.each([
  ["ubnd-cap-huyen", "2025-06-30", ["ubnd-huyen-*", "ubnd-thi-xa-*", "ubnd-thanh-pho-*", "ubnd-quan-*"]],
  ["ubnd-cap-huyen", "2025-07-01", []],
  ["ubnd-cap-xa", "2025-07-01", ["ubnd-xa-*", "ubnd-phuong-*", "ubnd-dac-khu-*"]],
  ["ban-can-su-dang", "2025-03-01", []],
  ["dang-doan", "2025-03-01", []],
  ["cap-uy", "2024-07-01", []],
  ["dia-phuong", "2024-07-01", []],
  ["co-quan-don-vi", "2024-07-01", []],
])("%s on %s has the members %j", (id, on, ids) => {
  expect(membersOf("province", id, on).map(({ agency }) => agency.id)).toEqual(ids);
});

test("the committees under the provincial one change in 2025", () => {
  const ids = (on: string): readonly string[] => membersOf("province", "huyen-uy", on).map(({ agency }) => agency.id);
  expect(ids("2024-07-01")).toEqual(expect.arrayContaining(["huyen-uy-*", "dang-uy-khoi-cac-co-quan-va-doanh-nghiep"]));
  expect(ids("2025-08-01")).toEqual(expect.arrayContaining(["dang-uy-ubnd", "dang-uy-cac-co-quan-dang"]));
  expect(ids("2025-08-01")).not.toContain("huyen-uy-*");
});

test.each([
  ["2025-02-28", 18, 4],
  ["2025-03-01", 14, 3],
])("on %s there are %i ministries and %i equal bodies", (on, ministries, equal) => {
  const count = (sort: string): number =>
    membersOf("centre", "bo-nganh", on).filter(({ agency }) => agency.class === sort).length;
  expect([count("ministry"), count("ministerial-agency")]).toEqual([ministries, equal]);
});

test("the committees of the provinces are each province's own", () => {
  expect(
    membersOf("centre", "ubnd-cap-tinh", "2025-08-01").map(({ agency, inEachProvince }) => [agency.id, inEachProvince]),
  ).toEqual([["ubnd", true]]);
});
