import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load-registry.ts";

const registry = loadRegistry();

/** Candidates as "id" or "id @ province". */
function named(name: string, level: "province" | "centre", on?: string): readonly string[] {
  return registry
    .agencyNamed(name, level, on)
    .map(({ id, province }) => (province === null ? id : `${id} @ ${province.id}`));
}

test.each([
  ["sở khcn", ["so-khoa-hoc-va-cong-nghe"]],
  ["so kh&cn", ["so-khoa-hoc-va-cong-nghe"]],
  ["Sở Khoa học & Công nghệ", ["so-khoa-hoc-va-cong-nghe"]],
  ["Sở Khoa học và Công nghệ tỉnh An Giang".normalize("NFD"), ["so-khoa-hoc-va-cong-nghe @ an-giang"]],
  ["SỞ KH-CN ĐẮC LẮC", ["so-khoa-hoc-va-cong-nghe @ dak-lak"]],
  ["Sở Văn hóa - Thể thao và Du lịch", ["so-van-hoa-the-thao-va-du-lich"]],
  ["Sở Lao động, Thương binh và Xã hội", ["so-lao-dong-thuong-binh-va-xa-hoi"]],
  ["Sở Nông nghiệp và PTNT", ["so-nong-nghiep-va-phat-trien-nong-thon"]],
  ["BTGTU", ["ban-tuyen-giao-tinh-uy"]],
  ["BCH Đảng bộ tỉnh", ["tinh-uy"]],
  ["BTV Tỉnh uỷ", ["ban-thuong-vu-tinh-uy"]],
  ["MTTQ", ["uy-ban-mat-tran-to-quoc-viet-nam"]],
  ["Ủy ban MTTQVN tỉnh", ["uy-ban-mat-tran-to-quoc-viet-nam"]],
  ["Mặt trận Tổ quốc Việt Nam tỉnh", ["uy-ban-mat-tran-to-quoc-viet-nam"]],
  ["Đảng đoàn Mặt trận Tổ quốc Việt Nam tỉnh", ["dang-doan-uy-ban-mat-tran-to-quoc-viet-nam"]],
  ["Đoàn TNCS Hồ Chí Minh tỉnh Hậu Giang", ["tinh-doan @ hau-giang"]],
  ["Liên hiệp các Hội khoa học kỹ thuật tỉnh", ["lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat"]],
  ["UBND tỉnh", ["ubnd"]],
  ["UBND TP.HCM", ["ubnd @ ho-chi-minh"]],
  ["VP.UBND tỉnh", ["van-phong-ubnd"]],
  ["Báo Hậu Giang", ["bao-hau-giang @ hau-giang"]],
  ["Đài Phát thanh và Truyền hình Trà Vinh", ["dai-phat-thanh-va-truyen-hinh-tra-vinh @ tra-vinh"]],
  ["Ủy ban nhân dân huyện Châu Phú", ["ubnd-huyen-chau-phu"]],
  ["UBND huyện Châu Phú, tỉnh An Giang", ["ubnd-huyen-chau-phu @ an-giang"]],
  ["Thị ủy Tân Châu", ["thi-uy-tan-chau"]],
  ["UBND xã Mường Và, tỉnh Sơn La", ["ubnd-xa-muong-va @ son-la"]],
  ["Ban Thường vụ", ["ban-thuong-vu-tinh-uy", "ban-thuong-vu-tinh-doan"]],
  ["UBND các huyện, thị xã, thành phố", []],
  ["Sở Đường sắt", []],
  ["", []],
])("in a province %s means %j", (name, ids) => {
  expect(named(name, "province")).toEqual(ids);
});

test.each([
  ["Bộ KH&CN", ["bo-khoa-hoc-va-cong-nghe"]],
  ["Ban Bí thư", ["ban-bi-thu-trung-uong-dang"]],
  ["BCH Trung ương Đảng", ["ban-chap-hanh-trung-uong-dang"]],
  ["Ban Tuyên giáo T.Ư", ["ban-tuyen-giao-trung-uong"]],
  ["Ban Tuyên giáo TƯ", ["ban-tuyen-giao-trung-uong"]],
  ["Đại học quốc gia thành phố hồ Chí Minh", ["dai-hoc-quoc-gia-thanh-pho-ho-chi-minh"]],
  ["Mặt trận Tổ quốc Việt Nam tỉnh", []],
])("at the centre %s means %j", (name, ids) => {
  expect(named(name, "centre")).toEqual(ids);
});

describe("a city's name tells a city in a province from a centrally run one", () => {
  test.each([
    ["Thành ủy Hà Nội", undefined, ["tinh-uy @ ha-noi"]],
    ["Thành ủy Tuyên Quang", undefined, ["thanh-uy-tuyen-quang"]],
    ["UBND thành phố Tuyên Quang", undefined, ["ubnd-thanh-pho-tuyen-quang"]],
    ["UBND thành phố Huế", undefined, ["ubnd @ hue", "ubnd-thanh-pho-hue"]],
    ["UBND thành phố Huế", "2024-06-01", ["ubnd-thanh-pho-hue"]],
    ["UBND thành phố Huế", "2025-06-01", ["ubnd @ hue"]],
    ["UBND thành phố Bắc Ninh", "2024-06-01", ["ubnd-thanh-pho-bac-ninh"]],
    ["UBND thành phố Bắc Ninh", "2026-10-01", ["ubnd @ bac-ninh"]],
    ["UBND tỉnh Bắc Ninh", "2026-10-01", ["ubnd @ bac-ninh"]],
  ])("%s on %s", (name, on, ids) => {
    expect(named(name, "province", on)).toEqual(ids);
  });

  test("and a name for cities only says so", () => {
    expect(registry.agencyNamed("Thành ủy", "province").map(({ onlyInCity }) => onlyInCity)).toEqual([true]);
    expect(registry.agencyNamed("Tỉnh ủy", "province").map(({ onlyInCity }) => onlyInCity)).toEqual([false]);
  });
});

test.each([
  ["2025-02-28", []],
  ["2025-03-01", ["so-nong-nghiep-va-moi-truong"]],
])("a department is found from its first day on: %s", (on, ids) => {
  expect(named("Sở NN&MT", "province", on)).toEqual(ids);
});

test("names for running text hold no symbols, which folded are common words", () => {
  expect(registry.agencyNames("province").has("tu")).toBe(false);
  expect(
    registry
      .agencyNames("province")
      .get("so kh cn")
      ?.map(({ id }) => id),
  ).toEqual(["so-khoa-hoc-va-cong-nghe"]);
});

test.each([
  ["An Giang", "an-giang"],
  ["tỉnh AN GIANG", "an-giang"],
  ["TP.HCM", "ho-chi-minh"],
  ["Thành phố Hồ Chí Minh", "ho-chi-minh"],
  ["Thừa Thiên - Huế", "thua-thien-hue"],
  ["thành phố Huế", "hue"],
  ["Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"],
  ["Đak Lak", "dak-lak"],
  ["Bắc Cạn", "bac-kan"],
  ["Sông Gió", null],
])("the province %s is %s", (name, id) => {
  expect(registry.provinceNamed(name)?.id ?? null).toBe(id);
});

test.each([
  ["kế hoạch", "kh"],
  ["KẾ HOẠCH HÀNH ĐỘNG", "kh"],
  ["Thông báo kết luận", "tb"],
  ["KH", "kh"],
  ["ctr", "ctr"],
  ["CTrHĐ", "ctr"],
  ["QĐ", "qd"],
  ["quy định", "qdi"],
  ["thông tư liên tịch", "ttlt"],
  ["bài thơ", null],
])("the kind %s is %s", (name, code) => {
  expect(registry.kindNamed(name)?.code ?? null).toBe(code);
});

test("QĐ is a decision of the State, a decision or a rule of the Party", () => {
  expect(registry.kindsOfSymbol("QĐ", "state").map(({ code }) => code)).toEqual(["qd"]);
  expect(registry.kindsOfSymbol("QĐ", "party").map(({ code }) => code)).toEqual(["qd", "qdi"]);
});

test.each([
  ["TU", "tu"],
  ["TƯ", "tw"],
  ["T.Ư", "tw"],
  ["HNTW", "tw"],
  ["UB", "ubnd"],
  ["QH15", "qh"],
  ["UBTVQH16", "ubtvqh"],
  ["ĐĐQH15", "ddqh"],
  ["SNN&PTNT", "snnptnt"],
  [" TTg", "ttg"],
  ["BTGTU", "btgtu"],
  ["XYZ", null],
])("the symbol %s is of %s", (symbol, body) => {
  expect(registry.bodyOfSymbol(symbol)?.body ?? null).toBe(body);
});

test.each([
  ["các sở, ngành có liên quan", "province", "cac-so-nganh"],
  ["Sở, ban, ngành, đoàn thể tỉnh", "province", "cac-so-nganh"],
  ["UBND các huyện, thành phố", "province", "ubnd-cap-huyen"],
  ["UBND xã, phường, thị trấn", "province", "ubnd-cap-xa"],
  ["Các huyện, thị, thành ủy và các đảng ủy trực thuộc Tỉnh ủy", "province", "huyen-uy"],
  ["các cơ quan tham mưu, giúp việc Tỉnh ủy", "province", "co-quan-tham-muu-giup-viec-tinh-uy"],
  ["đoàn thể chính trị - xã hội tỉnh", "province", "to-chuc-chinh-tri-xa-hoi"],
  ["các cơ quan, đơn vị liên quan", "province", "co-quan-don-vi"],
  ["các cấp, các ngành", "province", "cac-cap-cac-nganh"],
  ["các bộ, ngành Trung ương", "centre", "bo-nganh"],
  ["Sở Tài chính", "province", null],
] as const)("%s is the group %s/%s", (wording, level, id) => {
  expect(registry.groupNamed(wording, level)?.id ?? null).toBe(id);
});
