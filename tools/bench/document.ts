import { loadRegistry } from "../../src/registry/load-registry.ts";
import { ASKED_PROVINCE, BUSY_DEPARTMENT, BUSY_PROVINCE, DOCUMENTS_A_SCALE, type Sketch } from "./sketches.ts";
import type { Random } from "./random.ts";
import { headingsOf, summaryOf, titleOf } from "./words.ts";

const DEPARTMENTS = [
  "so-khoa-hoc-va-cong-nghe",
  "so-tai-chinh",
  "so-noi-vu",
  "so-cong-thuong",
  "so-xay-dung",
  "so-giao-duc-va-dao-tao",
  "so-y-te",
  "so-tu-phap",
  "so-van-hoa-the-thao-va-du-lich",
  "so-ke-hoach-va-dau-tu",
  "so-thong-tin-va-truyen-thong",
  "so-tai-nguyen-va-moi-truong",
  "ban-tuyen-giao-tinh-uy",
  "ban-to-chuc-tinh-uy",
  "van-phong-ubnd",
  "tinh-doan",
  "lien-doan-lao-dong",
  "hoi-nong-dan",
];
const GROUPS = ["cac-so-nganh", "dia-phuong", "ubnd-cap-huyen", "to-chuc-chinh-tri-xa-hoi"];
const MINISTRIES = [
  "bo-khoa-hoc-va-cong-nghe",
  "bo-tai-chinh",
  "bo-noi-vu",
  "bo-cong-thuong",
  "bo-giao-duc-va-dao-tao",
  "bo-y-te",
  "bo-xay-dung",
  "bo-ke-hoach-va-dau-tu",
];
const RECEIVERS = ["bo-khoa-hoc-va-cong-nghe", "thu-tuong-chinh-phu", "van-phong-chinh-phu"];
const DISTRICTS = ["chau-thanh", "tan-phu", "long-ho", "thanh-binh", "phu-tan", "an-bien", "vinh-hung", "hoa-binh"];
const MIDDLE = 32;

interface Body {
  readonly id: string;
  readonly name: string;
  readonly collective: boolean;
}

/** Facts that a text of this kind would give, with a summary for each task. Offsets are those of a text that nobody wrote. */
export function madeUpFacts(sketch: Sketch, index: number, random: Random) {
  const { id, province, kind, number, year, issuer } = sketch;
  const asked = index < DOCUMENTS_A_SCALE;
  const place = spans();
  const bodies = bodiesOf(province, random);
  const named = new Map<string, Body>();
  const name = (body: Body): Body => (named.set(body.id, body), body);
  name(bodyAt(issuer));

  const titleSpan = place(120);
  const citations = citationsOf(sketch, random, place);
  const headings = headingsOf(random);
  const outline = Array.from({ length: 6 }, (_, at) => ({ section: sectionOf(at), heading: headings[at % 2] ?? null }));
  const count = asked
    ? MIDDLE
    : random.chance(0.4)
      ? random.whole(8, 20)
      : random.chance(0.75)
        ? random.whole(20, 45)
        : random.whole(60, 110);
  const sections: { start: number; end: number; section: string; heading: string | null }[] = [];
  const tasks = outline.flatMap((entry, at) => {
    const inSection = Math.ceil(count / outline.length);
    const here = Math.min(inSection, count - at * inSection);
    const heading = place(40);
    const made = Array.from({ length: Math.max(0, here) }, () =>
      taskOf(entry.section, headings, { sketch, bodies, name, random, place }),
    );
    sections.push({ ...entry, start: heading.start, end: (made.at(-1) ?? heading).end });
    return made;
  });
  const reports = reportsOf({ sketch, bodies, name, random, place });
  const targets = Array.from({ length: random.whole(0, 6) }, () => ({
    section: random.pick(outline).section,
    ...{ indicator: `Chỉ tiêu bịa số ${String(random.whole(1, 500))}`, ...place(30), value: random.whole(5, 100) },
    ...{ comparison: ">=" as const, unit: "%", by: `${String(year + 5)}-12-31` },
  }));
  const recipients = [bodies.committee, ...random.some(bodies.own, 6), bodies.group].map((body) => {
    name(body);
    return { agency: body.id, ...place(20), text: body.name };
  });
  const signature = place(20);
  const agencies = [...named.values()].map((body) => ({
    ...{ ...body, place: province },
    mentions: Array.from({ length: random.whole(1, 4) }, () => ({ ...place(24), text: body.name })),
  }));
  const links = linksOf(sketch, place);
  const facts = {
    text: { length: place(1).end, encoding: "utf-8" },
    document: {
      ...{
        id,
        kind,
        number,
        symbol: `${kind}/XX`,
        title: titleOf(random),
        titleSpan,
        issuer,
        place: province,
        issuedOn: dayOf(year, random),
      },
      ...{ period: { from: null, to: `${String(year + 10)}-12-31` } },
      signers: [
        {
          name: `Nguyễn Văn ${random.pick(["An", "Bình", "Chi", "Dũng", "Giang"])}`,
          position: "Phó Chủ tịch",
          onBehalfOf: null,
          ...signature,
        },
      ],
    },
    outline: sections,
    ...{ citations, links: random.chance(0.1) || asked ? links : [], agencies, tasks, reports, targets, recipients },
    diagnostics: [{ code: "NO_SIGNER", message: "Nobody is told to have signed it." }],
  };
  const summaries = tasks.map(({ section, start, end }) => ({
    ...{ of: "task", section, start, end },
    ...summaryOf(random, asked && random.chance(0.1)),
  }));
  return { facts, summaries };
}

interface Making {
  readonly sketch: Sketch;
  readonly bodies: ReturnType<typeof bodiesOf>;
  readonly name: (body: Body) => Body;
  readonly random: Random;
  readonly place: (length: number) => { start: number; end: number };
}

function taskOf(section: string, headings: readonly string[], { sketch, bodies, name, random, place }: Making) {
  const begun = place(1).start;
  const part = (body: Body, more: object = {}) => ({
    agency: name(body).id,
    ...more,
    ...place(body.name.length),
    text: body.name,
  });
  const busy = sketch.province === BUSY_PROVINCE && random.chance(0.6);
  const lead = busy ? bodyAt(BUSY_DEPARTMENT) : random.chance(0.15) ? bodies.group : random.pick(bodies.own);
  const leads = random.chance(0.08) ? [] : [part(lead, { basis: "stated" })];
  const cue = { ...place(7), text: "chủ trì" };
  const cooperates = random
    .some(bodies.all, random.whole(0, 4))
    .filter(({ id }) => id !== lead.id)
    .map((body) => part(body));
  const directed = random.chance(0.15) ? [part(bodies.group)] : [];
  const deadline = random.chance(0.2) ? deadlineOf(sketch.year, random) : null;
  const carriesOut = random.chance(0.05)
    ? sketch.parents.slice(0, 1).map(({ id }) => ({ document: id, ...place(20) }))
    : [];
  const { end } = place(random.whole(100, 500));
  return {
    ...{ section, headings, items: [], start: begun, end, leads, cooperates, directed, cue },
    ...{ deadline: deadline && { ...deadline, ...place(20) }, ...(carriesOut.length > 0 && { carriesOut }) },
  };
}

function reportsOf({ sketch: { province }, bodies, name, random, place }: Making) {
  return Array.from({ length: random.whole(1, 6) }, (_, at) => {
    const up = random.chance(0.3);
    const [from, to] = up
      ? [bodies.committee, bodyAt(`vn/${random.pick(RECEIVERS)}`)]
      : [at % 2 === 0 ? bodies.first : random.pick(bodies.own), bodies.committee];
    const via = !up && province !== null && random.chance(0.3) ? bodyAt(`vn/${province}/van-phong-ubnd`) : null;
    const free = from.id !== to.id && from.id !== via?.id && to.id !== via?.id;
    const sender = free && random.chance(0.9) ? name(from).id : null;
    const deadline = random.chance(0.5) ? random.pick(["--12-15", "--06-20", "---25"]) : null;
    return {
      ...{ from: sender, to: name(to).id, via: via === null || !free ? null : name(via).id },
      ...{
        recurs: deadline === null ? null : deadline.startsWith("---") ? ("monthly" as const) : ("yearly" as const),
        deadline,
      },
      ...place(60),
    };
  });
}

function citationsOf({ parents }: Sketch, random: Random, place: Making["place"]) {
  const above = new Map(parents.flatMap((parent) => parent.parents).map((each) => [each.id, each]));
  for (const { id } of parents) above.delete(id);
  const cited = [
    ...parents.map((each) => [each, true] as const),
    ...[...above.values()].slice(0, 6).map((each) => [each, false] as const),
  ];
  return [...cited, [RESOLUTION, false] as const, ...(random.chance(0.3) ? [[DECREE, false] as const] : [])].map(
    ([{ id, kind, number, year }, direct]) => ({
      ...{
        id,
        kind,
        number,
        symbol: `${kind}/XX`,
        issuedOn: null,
        issuer: null,
        relation: random.chance(0.85) ? "IMPLEMENTS" : "BASED_ON",
        direct,
      },
      mentions: Array.from({ length: random.whole(1, 4) }, () => ({
        ...place(24),
        text: `${kind} số ${number ?? ""}-${kind}/XX năm ${String(year)}`,
      })),
    }),
  );
}

/** Held by nobody; the one is in the registry, the other is known by its citations alone, which are very many. */
const RESOLUTION = { id: "vn/tw/nq/2012/20", kind: "NQ", number: "20", year: 2012 };
const DECREE = { id: "vn/chinh-phu/nd/2014/1000", kind: "ND", number: "1000", year: 2014 };

/** What the text says of two documents that it cites: that the nearer carries out the farther. */
function linksOf({ parents }: Sketch, place: Making["place"]) {
  const [first] = parents;
  const [second] = first?.parents ?? [];
  if (first === undefined || second === undefined || !parents.includes(second)) return [];
  return [{ from: first.id, to: second.id, relation: "IMPLEMENTS", ...place(80), cue: "thực hiện" }];
}

function bodiesOf(province: string | null, random: Random) {
  const scope = province === null ? "vn" : `vn/${province}`;
  const at = (tails: readonly string[]): readonly Body[] => tails.map((tail) => bodyAt(`${scope}/${tail}`));
  if (province === null) {
    const own = at(MINISTRIES);
    const group = { id: "vn/dia-phuong", name: "địa phương", collective: true };
    return {
      own,
      first: bodyAt("vn/bo-khoa-hoc-va-cong-nghe"),
      group,
      committee: bodyAt("vn/thu-tuong-chinh-phu"),
      all: [...own, group],
    };
  }
  const districts = random.some(DISTRICTS, 3).map((slug) => bodyAt(`${scope}/ubnd-huyen-${slug}`));
  const own = [...random.some(at(DEPARTMENTS), 14), ...districts];
  const groups = at(GROUPS);
  const [first = bodyAt(`${scope}/cac-so-nganh`)] = groups;
  const group = province === ASKED_PROVINCE || random.chance(0.7) ? first : random.pick(groups);
  return {
    own,
    first: bodyAt(`${scope}/so-khoa-hoc-va-cong-nghe`),
    group,
    committee: bodyAt(`${scope}/ubnd`),
    all: [...own, ...groups, bodyAt("vn/bo-khoa-hoc-va-cong-nghe")],
  };
}

const known = new Map<string, Body>();

/** A body with the registry's name, a district's with its own. */
function bodyAt(id: string): Body {
  const found = known.get(id);
  if (found !== undefined) return found;
  const registry = loadRegistry();
  const tail = id.split("/").at(-1) ?? "";
  const level = id.split("/").length > 2 ? "province" : "centre";
  const group = registry.group(level, tail);
  const body = {
    id,
    name: group?.name ?? registry.agency(level, tail)?.name ?? `UBND ${tail}`,
    collective: group !== null,
  };
  known.set(id, body);
  return body;
}

function deadlineOf(year: number, random: Random) {
  const kind = random.whole(0, 2);
  if (kind === 0) return { text: "trước ngày 15/12 hằng năm", from: null, to: "--12-15", recurs: "yearly" };
  if (kind === 1) return { text: "ngày 25 hằng tháng", from: null, to: "---25", recurs: "monthly" };
  const to = dayOf(year + random.whole(0, 4), random);
  return { text: `trước ngày ${to}`, from: null, to, recurs: null };
}

function dayOf(year: number, random: Random): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(year)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
}

function sectionOf(at: number): string {
  return `${at < 4 ? "II" : "III"}.${String((at % 4) + 1)}`;
}

/** Gives one span after the other, with room between. */
function spans(): (length: number) => { start: number; end: number } {
  let at = 0;
  return (length) => {
    const start = at + 2;
    at = start + Math.max(1, length);
    return { start, end: at };
  };
}
