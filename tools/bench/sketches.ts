import { loadRegistry } from "../../src/registry/load-registry.ts";
import { randomFrom, type Random } from "./random.ts";

/** A document before its facts are drawn: who issues it, what it carries out. */
export interface Sketch {
  readonly id: string;
  /** The slug of its province; null for the centre. */
  readonly province: string | null;
  readonly kind: string;
  readonly number: string | null;
  readonly year: number;
  readonly issuer: string;
  /** Documents that it carries out itself, the nearest first. */
  readonly parents: readonly Sketch[];
  /** How many documents lie between it and a first one. */
  readonly depth: number;
}

export const DOCUMENTS_A_SCALE = 5;
/** The province of the documents that are asked about. */
export const ASKED_PROVINCE = "an-giang";
/** Of these nobody else speaks: what the second one's bodies were given became the first one's in 2025. */
const QUIET_PROVINCES: readonly string[] = [ASKED_PROVINCE, "kien-giang"];
/** Whose plans tell one department to do nearly everything. */
export const BUSY_PROVINCE = "ha-noi";
export const BUSY_DEPARTMENT = `vn/${BUSY_PROVINCE}/so-khoa-hoc-va-cong-nghe`;

/** Ids that questions are asked of, the same at every scale. */
export const ASKED = {
  resolution: "vn/tw/nq/2019/901",
  programme: "vn/ttg/qd/2020/902",
  plan: `vn/${ASKED_PROVINCE}/tu/kh/2020/903`,
  carriedOut: `vn/${ASKED_PROVINCE}/ubnd/kh/2020/904`,
  last: `vn/${ASKED_PROVINCE}/so-khoa-hoc-va-cong-nghe/kh/2021/905`,
  department: `vn/${ASKED_PROVINCE}/so-khoa-hoc-va-cong-nghe`,
  committee: `vn/${ASKED_PROVINCE}/ubnd`,
} as const;

/** So many documents, the first five those that are asked about. */
export function sketchesOf(count: number, seed: number): readonly Sketch[] {
  const random = randomFrom(seed);
  const sketches = askedSketches();
  const taken = new Set(sketches.map(({ id }) => id));
  const bySlug = new Map<string, Sketch[]>();
  const provinces = loadRegistry()
    .provinces.map(({ id }) => id)
    .filter((id) => !QUIET_PROVINCES.includes(id));
  while (sketches.length < count) {
    const province = random.chance(0.12) ? null : random.chance(0.1) ? BUSY_PROVINCE : random.pick(provinces);
    const own = bySlug.get(province ?? "") ?? [];
    const sketch = sketchOf(province, { own, all: sketches, random });
    if (taken.has(sketch.id)) continue;
    taken.add(sketch.id);
    sketches.push(sketch);
    bySlug.set(province ?? "", [...own, sketch]);
  }
  return sketches.slice(0, count);
}

const MOST_DEPTH = 14;
const CENTRAL = [
  ["ttg", "qd", "thu-tuong-chinh-phu"],
  ["tw", "kl", "bo-chinh-tri"],
  ["bo-khoa-hoc-va-cong-nghe", "kh", "bo-khoa-hoc-va-cong-nghe"],
  ["bo-giao-duc-va-dao-tao", "kh", "bo-giao-duc-va-dao-tao"],
  ["bo-cong-thuong", "kh", "bo-cong-thuong"],
] as const;
const PROVINCIAL = [
  ["tu", "ctr", "ban-thuong-vu-tinh-uy"],
  ["tu", "kh", "ban-thuong-vu-tinh-uy"],
  ["ubnd", "kh", "ubnd"],
  ["ubnd", "qd", "ubnd"],
  ["so-cong-thuong", "kh", "so-cong-thuong"],
] as const;

function sketchOf(
  province: string | null,
  { own, all, random }: { readonly own: readonly Sketch[]; readonly all: readonly Sketch[]; readonly random: Random },
): Sketch {
  const [body, kind, issuer] = random.pick<readonly [string, string, string]>(province === null ? CENTRAL : PROVINCIAL);
  const year = random.whole(2018, 2025);
  const number = String(random.whole(1, 999));
  const scope = province === null ? "vn" : `vn/${province}`;
  // Most go on from what their own province did last, which makes chains; the others begin anew under the programme that the whole country carries out.
  const latest = own.slice(-4).filter(({ depth }) => depth < MOST_DEPTH);
  const above = latest.length > 0 && random.chance(0.7) ? random.pick(latest) : all[1];
  const central = random.chance(0.4) ? all.slice(0, 2) : [];
  const many = random.chance(0.03) ? random.some(all.slice(0, 2_000).filter(isFree), 40) : [];
  const parents = [...new Set([...(above === undefined ? [] : [above]), ...central, ...many])];
  return {
    ...{ id: `${scope}/${body}/${kind}/${String(year)}/${number}`, province, kind: kind.toUpperCase(), number, year },
    ...{ issuer: `${scope}/${issuer}`, parents, depth: (above?.depth ?? 0) + 1 },
  };
}

/** Not of the province that is asked about: nobody else cites its documents. */
const isFree = ({ province }: Sketch): boolean => province !== ASKED_PROVINCE;

function askedSketches(): Sketch[] {
  const row = (id: string, province: string | null, issuer: string, parents: readonly Sketch[]): Sketch => {
    const [kind = "", year = "", number = ""] = id.split("/").slice(-3);
    return {
      id,
      province,
      kind: kind.toUpperCase(),
      number,
      year: Number(year),
      issuer,
      parents,
      depth: parents.length,
    };
  };
  const resolution = row(ASKED.resolution, null, "vn/ban-chap-hanh-trung-uong-dang", []);
  const programme = row(ASKED.programme, null, "vn/thu-tuong-chinh-phu", [resolution]);
  const plan = row(ASKED.plan, ASKED_PROVINCE, `vn/${ASKED_PROVINCE}/ban-thuong-vu-tinh-uy`, [programme, resolution]);
  const carriedOut = row(ASKED.carriedOut, ASKED_PROVINCE, ASKED.committee, [plan, programme]);
  return [
    resolution,
    programme,
    plan,
    carriedOut,
    row(ASKED.last, ASKED_PROVINCE, ASKED.department, [carriedOut, plan]),
  ];
}
