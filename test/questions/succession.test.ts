import { expect, test } from "vitest";
import type { Facts } from "../../src/facts/model.ts";
import type { Store } from "../../src/graph/store.ts";
import { responsibilities } from "../../src/questions/responsibilities.ts";
import { agency, inventedFacts, task } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";
import { onEachStore } from "../support/stores.ts";

const at = (type: string, province = "hau-giang"): string => `vn/${province}/${type}`;
const [PLANNING, FINANCE, PRESS, SCIENCE, CULTURE, SECTORS, RELIGION, HOME, DISTRICT] = [
  "so-ke-hoach-va-dau-tu",
  "so-tai-chinh",
  "so-thong-tin-va-truyen-thong",
  "so-khoa-hoc-va-cong-nghe",
  "so-van-hoa-the-thao-va-du-lich",
  "cac-so-nganh",
  "so-dan-toc-va-ton-giao",
  "so-noi-vu",
  "ubnd-huyen-phung-hiep",
].map((type) => at(type)) as [string, string, string, string, string, string, string, string, string];
const names = [PLANNING, FINANCE, PRESS, SCIENCE, CULTURE, RELIGION, HOME, DISTRICT];
const bodies = [...names.map((id) => agency(id, id)), agency(SECTORS, "các sở, ngành", true)];
const part = (id: string, basis: "stated" | "assigned" = "stated") => ({
  agency: id,
  basis,
  start: 100,
  end: 109,
  text: "",
});

onEachStore((given) => {
  const loaded = async (facts: Partial<Facts>, issuedOn: string | null = "2024-03-04"): Promise<Store> => {
    const document = { id: "vn/hau-giang/ubnd/kh/2024/9", number: "9", place: "Hậu Giang", issuedOn };
    await loadFacts(given.store, inventedFacts({ agencies: bodies, ...facts, document }));
    return given.store;
  };
  const of = async (store: Store, id: string, asOf: string) => {
    const page = await responsibilities(store, { agency: id, asOf, where: { roles: ["LEADS", "COOPERATES"] } });
    return (page?.items ?? []).map(({ role, via, through, group, scope, task: of_ }) =>
      [role, via, through?.split("/").slice(1).join("/"), group?.split("/").at(-1), scope, of_?.split("@")[1]]
        .filter((each) => each !== undefined)
        .join(" "),
    );
  };

  test("a body has what its predecessor was given, before the merger each has its own", async () => {
    const store = await loaded({ tasks: [task(100, { leads: [part(PLANNING)], cooperates: [part(FINANCE)] })] });
    expect(await of(store, FINANCE, "2025-02-28")).toEqual(["COOPERATES NAMED ALL 100"]);
    expect(await of(store, PLANNING, "2025-02-28")).toEqual(["LEADS NAMED ALL 100"]);
    expect(await of(store, FINANCE, "2025-03-01")).toEqual(["LEADS SUCCESSOR hau-giang/so-ke-hoach-va-dau-tu ALL 100"]);
  });

  test("a body that is no more has nothing, and says who took over", async () => {
    const store = await loaded({ tasks: [task(100, { leads: [part(PRESS)] })] });
    const page = await responsibilities(store, { agency: PRESS, asOf: "2025-03-01" });
    expect(page).toMatchObject({ totalCount: 0, stands: false });
    expect(page?.successors.map(({ to, partial, subject, except }) => [to, partial, subject, except])).toEqual([
      [SCIENCE, false, null, ["báo chí, xuất bản"]],
      [CULTURE, true, "báo chí, xuất bản", []],
    ]);
  });

  test("what passed on only as to a subject is told as such, and only what named the body", async () => {
    const store = await loaded({
      tasks: [task(100, { leads: [part(PRESS)] }), task(200, { leads: [part(SECTORS, "assigned")] })],
    });
    expect(await of(store, CULTURE, "2025-03-01")).toEqual([
      "LEADS SUCCESSOR hau-giang/so-thong-tin-va-truyen-thong RELEVANT 100",
      "LEADS GROUP hau-giang/cac-so-nganh ALL 200",
    ]);
    const page = await responsibilities(store, { agency: SCIENCE, asOf: "2025-03-01", where: { via: ["SUCCESSOR"] } });
    expect(page?.items[0]?.succession).toMatchObject([
      {
        from: PRESS,
        to: SCIENCE,
        on: "2025-03-01",
        by: "vn/cp/nd/2025/45",
        partial: false,
        except: ["báo chí, xuất bản"],
      },
    ]);
    expect(page?.items[0]?.evidence.at(-1)).toMatchObject({ standing: "REGISTRY" });
  });

  test("successions are followed through chains, into the province that took the other one in", async () => {
    const store = await loaded({
      tasks: [task(100, { leads: [part(PLANNING)] }), task(200, { leads: [part(SECTORS, "assigned")] })],
    });
    expect(await of(store, at("so-tai-chinh", "can-tho"), "2025-06-30")).toEqual([]);
    expect(await of(store, at("so-tai-chinh", "can-tho"), "2025-07-01")).toEqual([
      "LEADS SUCCESSOR hau-giang/so-ke-hoach-va-dau-tu ALL 100",
      "LEADS SUCCESSOR hau-giang/so-ke-hoach-va-dau-tu cac-so-nganh ALL 200",
    ]);
    const page = await responsibilities(store, { agency: at("so-tai-chinh", "can-tho"), asOf: "2025-07-01" });
    expect(page?.items[0]?.succession.map(({ from, on }) => [from, on])).toEqual([
      [PLANNING, "2025-03-01"],
      [FINANCE, "2025-07-01"],
    ]);
  });

  test.each([
    ["2024-03-04", ["LEADS SUCCESSOR hau-giang/so-noi-vu RELEVANT 100"]],
    ["2025-04-01", []],
  ])("a body that goes on passes on only what it was given before: of %s", async (issuedOn, passedOn) => {
    const store = await loaded({ tasks: [task(100, { leads: [part(HOME)] })] }, issuedOn);
    expect(await of(store, RELIGION, "2025-05-01")).toEqual(passedOn);
    expect(await of(store, HOME, "2025-05-01")).toEqual(["LEADS NAMED ALL 100"]);
  });

  test("a district's committee has no successor, and nobody has its tasks", async () => {
    const store = await loaded({ tasks: [task(100, { leads: [part(DISTRICT)] })] });
    expect(await responsibilities(store, { agency: DISTRICT, asOf: "2025-07-01" })).toMatchObject({
      totalCount: 0,
      stands: false,
      successors: [],
    });
    const edges = await store.read((transaction) =>
      transaction.run(
        "MATCH (a:Agency)-[:SUCCEEDED_BY]-() WHERE a.type STARTS WITH 'ubnd-huyen-' RETURN a.id AS id",
        {},
      ),
    );
    expect(edges).toEqual([]);
  });

  test("before its document exists nobody has a task", async () => {
    const store = await loaded({ tasks: [task(100, { leads: [part(FINANCE)] })] });
    expect(await of(store, FINANCE, "2024-03-03")).toEqual([]);
    expect(await of(store, FINANCE, "2024-03-04")).toEqual(["LEADS NAMED ALL 100"]);
    const page = await responsibilities(store, { agency: FINANCE });
    expect(page).toMatchObject({ stands: null, successors: [] });
  });
});
