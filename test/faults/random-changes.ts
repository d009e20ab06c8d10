import { agency, citation, inventedFacts, task } from "../support/facts.ts";
import type { Dice } from "./dice.ts";
import { DAYS, INJECTIONS, NO_DAYS, ODDITIES } from "./hostile.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const BODIES = ["vn/an-giang/so-noi-vu", "vn/an-giang/so-tai-chinh", "vn/an-giang/ubnd", "vn/~/so-y-te"] as const;
const CITED = ["vn/tw/kl/2024/69", "vn/tw/nq/~/20", "vn/an-giang/ubnd/kh/2024/901", "vn/an-giang/tu/ctr/~/~abc"];
/** So few that texts claim each other's ids and take each other's places. */
const PLANS = 6;
const planId = (number: number): string => `vn/an-giang/ubnd/kh/2024/${String(900 + number)}`;
const LISTS = ["citations", "links", "agencies", "tasks", "reports", "targets", "recipients"] as const;
const ACTIONS = ["accept", "reject", "edit", "add", "merge", "place", "identify", "describe", "undo"] as const;

/** Names of fields on which much hangs: of what has a key, and of days. */
const KEYS = /^(?:id|start|section|number|name|source|tasks|targets|agencies|citations|signers)$/u;
const DAY_FIELDS = /^(?:to|by|issuedOn|deadline)$/u;

const LONG = [300, 501, 2_001, 9_000, 100_000, 300_000];
const NUMBERS: readonly Json[] = [
  -1,
  0,
  1,
  0.5,
  430,
  2_147_483_647,
  2_147_483_648,
  2 ** 53 - 1,
  2 ** 53,
  1e308,
  -1e308,
];
const OTHERS: readonly Json[] = [null, true, [], {}, [[]], "", "7", 7];
const ODD_DAYS = [...DAYS, ...NO_DAYS, "2024-99-99", "--02-29", "--02-30", "--13-45", "---00", "---31", "0000-00-00"];

export interface Change {
  readonly method: "PUT" | "POST";
  readonly path: string;
  readonly body: Json;
}

/** Facts and decisions that are right, or nearly: with keys that stand twice, days that do not exist, strings and numbers beyond measure, values of other kinds. */
export class RandomChanges {
  readonly #dice: Dice;
  constructor(dice: Dice) {
    this.#dice = dice;
  }

  change(): Change {
    return this.#dice.chance(0.4) ? this.#facts() : this.#decision();
  }

  #facts(): Change {
    const facts = this.#spoilt(this.#plan(1 + this.#dice.below(PLANS)));
    const path = `/facts/plan-${String(this.#dice.below(9))}`;
    if (this.#dice.chance(0.6) || typeof facts !== "object" || facts === null)
      return { method: "PUT", path, body: facts };
    const source = isObject(facts) ? (facts["source"] ?? null) : null;
    const decisions = Array.from({ length: 1 + this.#dice.below(3) }, (_, index) => ({
      id: `r${String(this.#dice.chance(0.9) ? index + 1 : 1)}`,
      by: "lan",
      on: "2024-01-01",
      reason: "x",
      ...this.#decided(),
    }));
    const review = this.#dice.chance(0.5)
      ? { source, decisions }
      : this.#spoilt({ source, decisions, summaries: SUMMARIES });
    return { method: "PUT", path, body: { facts, review } };
  }

  /** A decision as a review file has it. */
  #decided(): Readonly<Record<string, Json>> {
    const dice = this.#dice;
    const part = dice.one(LISTS);
    const fact = { part, at: { start: dice.one([10, 1_000, 1_100, 2_000]), section: dice.one([null, "II.1"]) } };
    return dice.one<() => Readonly<Record<string, Json>>>([
      () => ({ action: "accept", ...fact }),
      () => ({ action: "reject", ...fact }),
      () => ({ action: "edit", ...fact, set: this.#set() }),
      () => ({ action: "add", part, value: this.#entry(part) }),
      () => ({ action: "merge", from: this.#id(), into: this.#id() }),
      () => ({ action: "place", province: this.#province() }),
      () => ({ action: "identify", document: { id: this.#id(), issuedOn: dice.one(ODD_DAYS), number: this.#text() } }),
      () => ({ action: "describe", set: this.#description() }),
    ])();
  }

  /** A decision as a reviewer asks for it. */
  #decision(): Change {
    const dice = this.#dice;
    const name = dice.one(ACTIONS);
    const part = dice.one(LISTS);
    const args: Readonly<Record<(typeof ACTIONS)[number], Readonly<Record<string, readonly [string, Json]>>>> = {
      accept: { fact: ["String!", this.#name()] },
      reject: { fact: ["String!", this.#name()] },
      edit: { fact: ["String!", this.#name()], set: ["JSON!", this.#set()] },
      add: { part: ["FactPart!", part], value: ["JSON!", this.#entry(part)] },
      merge: { from: ["ID!", this.#id()], into: ["ID!", this.#id()] },
      place: { province: ["ID!", this.#province()] },
      identify: {
        as: ["ID!", this.#id()],
        number: ["String", this.#text()],
        issuedOn: ["Date", dice.one([null, ...ODD_DAYS])],
      },
      describe: { set: ["JSON!", this.#description()] },
      undo: { decision: ["ID!", `r${String(1 + dice.below(4))}`] },
    };
    const given = {
      document: ["ID!", this.#document()],
      ...args[name],
      reason: ["String!", dice.chance(0.95) ? "x" : this.#text()],
    } as const;
    const entries = Object.entries(given);
    const declared = entries.map(([key, [type]]) => `$${key}: ${type}`).join(", ");
    const passed = entries.map(([key]) => `${key}: $${key}`).join(", ");
    return {
      method: "POST",
      path: "/graphql",
      body: {
        query: `mutation(${declared}) { ${name}(${passed}) { decision document doubts } }`,
        variables: Object.fromEntries(entries.map(([key, [, value]]) => [key, value])),
      },
    };
  }

  #document(): string {
    return this.#dice.chance(0.9) ? planId(1 + this.#dice.below(PLANS)) : this.#id();
  }

  #id(): string {
    const ids = [...BODIES, ...CITED, planId(1 + this.#dice.below(PLANS))];
    return this.#dice.chance(0.8)
      ? this.#dice.one(ids)
      : this.#dice.one([`vn/${this.#text()}`, "vn/~/x", "vn/a", "vn//", "vn/~"]);
  }

  #province(): string {
    return this.#dice.one(["an-giang", "can-tho", "~", "An Giang", "x/y", this.#text()]);
  }

  #name(): string {
    return this.#dice.one([
      "tasks@1000",
      "tasks@1100",
      "reports@2000",
      "targets@2100",
      "recipients@2200",
      "links@2300",
      `citations:${this.#id()}`,
      `agencies:${this.#id()}`,
      "tasks@7",
    ]);
  }

  /** Such fields as collide with another task's, or are of no task. */
  #set(): Readonly<Record<string, Json>> {
    const dice = this.#dice;
    return dice.one<() => Readonly<Record<string, Json>>>([
      () => ({
        start: dice.one([1_000, 1_100, 0, -1, 9_999, 2 ** 40]),
        section: dice.one(["II.1", "II.2", "", this.#text()]),
      }),
      () => ({ start: dice.one([1_000, 1_100]) }),
      () => ({
        deadline: {
          text: this.#text(),
          from: dice.one([null, ...ODD_DAYS]),
          to: dice.one(ODD_DAYS),
          recurs: dice.one([null, "yearly", "never"]),
        },
      }),
      () => ({ deadline: dice.one([null, ...ODD_DAYS]) }),
      () => ({ leads: [{ agency: this.#id() }, { agency: this.#id() }] }),
      () => ({ id: this.#id(), name: this.#text() }),
      () => ({ mentions: dice.one([[], null, [{ start: 5, end: 4 }], [{ start: 5, end: 9, text: this.#text() }]]) }),
      () => ({ from: this.#id(), to: this.#id(), value: dice.one([...NUMBERS, ...OTHERS]) }),
      () => ({ constructor: 1, __proto__: 2, reviewed: false, confidence: dice.one(NUMBERS) }),
    ])();
  }

  #description(): Readonly<Record<string, Json>> {
    return this.#dice.one<() => Readonly<Record<string, Json>>>([
      () => ({ title: this.#text() }),
      () => ({ issuedOn: this.#dice.one(ODD_DAYS) }),
      () => ({ period: { from: this.#dice.one(ODD_DAYS), to: null } }),
      () => ({ issuer: this.#id(), number: this.#text(), symbol: this.#text(), kind: this.#text() }),
      () => ({ id: this.#id() }),
    ])();
  }

  #entry(part: (typeof LISTS)[number]): Readonly<Record<string, Json>> {
    const entry = this.#dice.one(list(this.#plan(1), part));
    const spoilt = this.#dice.chance(0.5) ? entry : this.#spoilt(entry);
    return isObject(spoilt) ? spoilt : {};
  }

  #text(): string {
    const dice = this.#dice;
    return dice.one([
      () => "Kế hoạch",
      () => dice.one(INJECTIONS),
      () => dice.one(ODDITIES),
      // A question has 100 kB.
      () => "x".repeat(Math.min(dice.one(LONG), 60_000)),
    ])();
  }

  /** A value with up to three places changed. */
  #spoilt(value: Json): Json {
    let spoilt = value;
    for (let time = this.#dice.below(4); time > 0; time -= 1) {
      const all = [...pathsIn(spoilt, [])];
      const wanted = this.#dice.one([/^/u, KEYS, DAY_FIELDS]);
      const telling = all.filter((path) => wanted.test(String(path.at(-1))));
      const paths = telling.length > 0 ? telling : all;
      if (paths.length === 0) return spoilt;
      spoilt = changed(spoilt, this.#dice.one(paths), (was) => this.#another(was));
    }
    return spoilt;
  }

  #another(was: Json): Json | undefined {
    const dice = this.#dice;
    if (dice.chance(0.1)) return dice.one([undefined, ...OTHERS]);
    if (Array.isArray(was)) {
      const entries = was as readonly Json[];
      if (entries.length === 0) return [dice.one(OTHERS)];
      return dice.chance(0.8) ? [...entries, dice.one(entries)] : entries.slice(1);
    }
    if (typeof was === "number") return dice.one(NUMBERS);
    if (typeof was !== "string") return was;
    if (/^[\d-]{5,10}$/u.test(was)) return dice.one(ODD_DAYS);
    if (was.startsWith("vn/")) return dice.chance(0.1) ? `vn/${"a".repeat(dice.one(LONG))}` : this.#id();
    return dice.chance(0.3) ? "x".repeat(dice.one(LONG)) : this.#text();
  }

  /** Sound facts, of one of two texts that claim the same id. */
  #plan(number: number): Json {
    const [lead, other, committee] = BODIES;
    const own = planId(number);
    const place = (start: number) => ({ start, end: start + 20 });
    const facts = inventedFacts(
      {
        source: `plan-${String(number)}-${String(this.#dice.below(2))}.txt`,
        document: {
          id: own,
          number: String(900 + number),
          symbol: "KH-UBND",
          issuedOn: "2024-03-01",
          issuer: committee,
          signers: [{ name: "Lâm Thanh Bình", position: "Chủ tịch", onBehalfOf: null, ...place(3_000) }],
        },
        citations: CITED.map((id) => citation(id, { relation: "IMPLEMENTS", issuedOn: "2024-01-11" })),
        links: [{ from: CITED[0] ?? "", to: CITED[2] ?? "", relation: "CONTINUES", ...place(2_300) }],
        agencies: BODIES.map((id) => agency(id, `Tên ${id.split("/").at(-1) ?? ""}`)),
        shortNames: [{ words: "địa phương", agency: committee, means: [other], ...place(2_400) }],
        tasks: [
          task(1_000, {
            leads: [{ agency: lead, basis: "stated" }],
            cooperates: [{ agency: other }],
            deadline: { text: "15/11", from: null, to: "--11-15", recurs: "yearly" },
          }),
          task(1_100, {
            section: "II.2",
            leads: [{ agency: other }],
            carriesOut: [{ document: CITED[0] ?? "", ...place(1_110) }],
          }),
        ],
        reports: [{ from: lead, to: committee, via: other, recurs: "yearly", deadline: "2024-11-20", ...place(2_000) }],
        targets: [{ section: "II.1", value: 95, comparison: ">=", unit: "%", by: "2025-12-31", ...place(2_100) }],
        recipients: [{ agency: lead, ...place(2_200) }],
      },
      `${String(number)}${String(this.#dice.below(2))}`,
    );
    return JSON.parse(JSON.stringify(facts)) as Json;
  }
}

const SUMMARIES: Json = [{ of: "task", start: 1_000, section: "II.1", vi: "Lập bản đồ.", en: "Draw a map." }];

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(facts: Json, part: string): readonly Json[] {
  const entries = isObject(facts) ? facts[part] : [];
  return Array.isArray(entries) ? (entries as readonly Json[]) : [];
}

function* pathsIn(value: Json, at: Path): Generator<Path> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const path = [...at, Array.isArray(value) ? Number(key) : key];
    yield path;
    yield* pathsIn(inner, path);
  }
}

/** The value with what stands at a path changed; left out where it is changed into nothing. */
function changed(value: Json, [key, ...rest]: Path, change: (was: Json) => Json | undefined): Json {
  if (key === undefined || typeof value !== "object" || value === null) return value;
  const inner = (value as Readonly<Record<string | number, Json>>)[key] ?? null;
  const next = rest.length === 0 ? change(inner) : changed(inner, rest, change);
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((each, index) =>
      index !== key ? [each] : next === undefined ? [] : [next],
    );
  const entries = Object.entries(value).filter(([each]) => each !== String(key));
  return Object.fromEntries(next === undefined ? entries : [...entries, [String(key), next]]);
}
