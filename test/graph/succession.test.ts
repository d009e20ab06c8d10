import { beforeAll, expect, test } from "vitest";
import type { Store } from "../../src/graph/store.ts";
import { agency, inventedFacts } from "../support/facts.ts";
import { dump, loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const at = (type: string): string => `vn/hau-giang/${type}`;
const facts = inventedFacts({
  document: { id: "vn/hau-giang/ubnd/kh/2024/9", number: "9", place: "Hậu Giang", issuedOn: "2024-03-04" },
  agencies: [agency(at("ubnd-huyen-phung-hiep"), "Ủy ban nhân dân huyện Phụng Hiệp"), agency(at("so-y-te"), "Sở Y tế")],
});

onEachStore((given) => {
  let store: Store;
  beforeAll(async () => {
    ({ store } = given);
    await loadFacts(store, facts);
  });
  const after = async (id: string, label = "Agency") =>
    store.read((transaction) =>
      transaction.run(
        `MATCH (old:${label} {id: $id})-[link:SUCCEEDED_BY]->(new) RETURN new.id AS to, toString(link.on) AS on, link.kind AS kind, link.partial AS partial, link.subject AS subject, link.by AS by ORDER BY to`,
        { id },
      ),
    );
  const until = async (id: string) =>
    (
      await store.read((transaction) =>
        transaction.run("MATCH (a:Agency {id: $id}) RETURN toString(a.until) AS until", { id }),
      )
    )[0]?.["until"];

  test("a department's successors stand in its province, with day, document and subject", async () => {
    expect(await after(at("so-thong-tin-va-truyen-thong"))).toEqual([
      {
        to: at("so-khoa-hoc-va-cong-nghe"),
        on: "2025-03-01",
        kind: "merged",
        partial: false,
        subject: null,
        by: "vn/cp/nd/2025/45",
      },
      {
        to: at("so-van-hoa-the-thao-va-du-lich"),
        on: "2025-03-01",
        kind: "split",
        partial: true,
        subject: "báo chí, xuất bản",
        by: "vn/cp/nd/2025/45",
      },
    ]);
  });

  test("what stood when its province was merged is succeeded by its like there, what had ended is not", async () => {
    expect(await after(at("so-y-te"))).toMatchObject([
      { to: "vn/can-tho/so-y-te", on: "2025-07-01", by: "vn/qh/nq/2025/202" },
    ]);
    expect((await after(at("so-ke-hoach-va-dau-tu"))).map(({ to }) => to)).toEqual([at("so-tai-chinh")]);
    expect(await after("vn/hau-giang", "Place")).toMatchObject([
      { to: "vn/can-tho", on: "2025-07-01", kind: "merged" },
    ]);
  });

  test("districts, groups and what is not confirmed have no successor", async () => {
    for (const type of ["ubnd-huyen-phung-hiep", "ubnd-cap-huyen", "cac-so-nganh", "dang-doan-hdnd"])
      expect(await after(at(type))).toEqual([]);
  });

  test("bodies end by themselves, with their province or, as a group, with its members", async () => {
    expect(await until(at("so-ke-hoach-va-dau-tu"))).toBe("2025-03-01");
    expect(await until(at("so-y-te"))).toBe("2025-07-01");
    expect(await until(at("ubnd-huyen-phung-hiep"))).toBe("2025-07-01");
    expect(await until(at("dang-doan"))).toBe("2025-03-01");
    expect(await until("vn/can-tho/so-y-te")).toBeNull();
    expect(await until("vn/can-tho/ubnd-cap-huyen")).toBe("2025-07-01");
    expect(await until("vn/bo-ke-hoach-va-dau-tu")).toBe("2025-03-01");
  });

  test("loading again changes nothing", async () => {
    const once = await dump(store);
    await loadFacts(store, facts);
    expect(await dump(store)).toEqual(once);
  });
}, "file");
