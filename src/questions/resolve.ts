import { parseDocumentId } from "../facts/document-id.ts";
import { read } from "../graph/statement.ts";
import { graphId } from "../identify/identify.ts";
import type { Store } from "../graph/store.ts";
import { fold, words } from "../registry/fold.ts";
import { bare } from "../registry/documents.ts";
import type { Registry } from "../registry/load-registry.ts";
import type { Province } from "../registry/model.ts";
import { documentReference } from "./document-reference.ts";
import { passageOf } from "./passage.ts";
import { short } from "./question-error.ts";
import { search, type Hit } from "./search.ts";
import { agenciesNamed, agenciesTyped, documentsNumbered, found } from "./statements.ts";

/** What a name was found to mean. `exact` hits say that the name is theirs; others are only like it. */
export interface Candidate extends Hit {
  readonly exact: boolean;
}

interface Asked {
  readonly store: Store;
  readonly registry: Registry;
  readonly text: string;
  readonly place: Province | null;
}

const LIKELY = 8;

/**
 * Candidates for a name as people write it ("KL 69", "KH 177 An Giang", "Sở KH&CN", "btgtu hậu giang"), best first. Those whose name it is are `exact`;
 * where there are none, what is most like it. `place` is a province's name or id. Throws `QuestionError`.
 */
export async function resolve(
  store: Store,
  registry: Registry,
  text: string,
  place?: string | null,
): Promise<readonly Candidate[]> {
  const name = short("text", text).trim();
  if (name === "") return [];
  const asked: Asked = {
    store,
    registry,
    text: name,
    place: place == null ? null : registry.provinceNamed(place.replace(/^vn\//u, "").replace(/-/gu, " ")),
  };
  const scores = new Map<string, number>();
  for (const find of [byId, byNumber, byPlenum, byAgencyName, byTitle]) {
    for (const [id, score] of await find(asked)) scores.set(id, Math.max(score, scores.get(id) ?? 0));
    if (scores.size > 0) break;
  }
  const exact = await described(store, scores, name);
  if (exact.length > 0) return exact;
  return (await search(store, name, LIKELY)).map((hit) => ({ ...hit, exact: false }));
}

async function byId({ store, text }: Asked): Promise<ReadonlyMap<string, number>> {
  if (!text.startsWith("vn/")) return new Map();
  const rows = await read(store, found, { ids: [graphId(text)] });
  return new Map(rows.map(({ id }) => [id, 1]));
}

async function byNumber({ store, registry, text, place }: Asked): Promise<ReadonlyMap<string, number>> {
  const reference = documentReference(text, registry);
  if (reference === null) return new Map();
  const rows = await read(store, documentsNumbered, { numbers: spellings(reference.number) });
  const province = place ?? provinceIn(reference.rest, registry);
  const fits = rows.filter(
    (row) =>
      reference.kinds.includes(row.kind ?? "") &&
      (province === null || row.id.split("/")[1] === province.id) &&
      (reference.symbol === null || isSymbol(reference.symbol, row.symbol, row.id)) &&
      (reference.year === null || yearOf(row.id) === null || yearOf(row.id) === reference.year),
  );
  return new Map(fits.map((row) => [row.id, row.held ? 1 : 0.9]));
}

/** The symbol may be said in part: "69-KL" for "69-KL/TW". A slip of order ("NQ-TW" for "NQ/TW") is none of meaning. */
function isSymbol(said: string, printed: string | null, id: string): boolean {
  const parts = (symbol: string): string[] => fold(symbol).split(/[-/]/u);
  const there = printed === null ? id.split("/") : parts(printed);
  return parts(said).every((part) => there.includes(part));
}

function yearOf(id: string): string | null {
  const parsed = parseDocumentId(id);
  return parsed.form === "numbered" ? parsed.year : null;
}

/** Numbers are kept as printed: "3" also as "03". */
function spellings(number: string): string[] {
  const plain = bare(number);
  return [...new Set([plain, plain.toUpperCase(), `0${plain}`, `00${plain}`])];
}

// Matches "nqtw 2 khoa viii" and "nghi quyet hoi nghi trung uong 6 khoa xi". Must not match "nghi quyet 20".
const PLENUM = /(?:nqtw|trung uong|tw)(?: lan thu)? ?(?<session>\d{1,2})(?: dang)? khoa (?<term>[ivx]+)/u;

/** Resolutions by the plenum that adopted them: more than one as a rule. */
async function byPlenum({ store, registry, text }: Asked): Promise<ReadonlyMap<string, number>> {
  const { session, term } = PLENUM.exec(words(text).join(" "))?.groups ?? {};
  if (session === undefined || term === undefined) return new Map();
  const ids = [
    ...registry.documentsByPlenum(term, Number(session)).map(({ id }) => id),
    `vn/tw/nq/khoa-${term}/${session}`,
  ];
  return new Map((await read(store, found, { ids })).map(({ id }) => [id, 0.9]));
}

/** Documents called just so: laws by name, documents without number. */
async function byTitle({ store, text }: Asked): Promise<ReadonlyMap<string, number>> {
  const asked = words(text);
  if (asked.length === 0) return new Map();
  const ids = (await store.searchText("Document", asked, LIKELY)).map(({ id }) => id);
  const rows = await read(store, found, { ids });
  const called = rows.filter(({ passages }) =>
    passages.some((passage) => passage !== null && words(passage).join(" ") === asked.join(" ")),
  );
  return new Map(called.map(({ id }) => [id, 1]));
}

async function byAgencyName({ store, registry, text, place }: Asked): Promise<ReadonlyMap<string, number>> {
  const scores = new Map<string, number>();
  const add = async (type: string, province: Province | null, scope: "province" | "centre"): Promise<void> => {
    const wanted = place ?? province;
    const rows = await bodiesOf(store, type, scope, wanted);
    // A province that is known only because it took in another one is meant where it is said.
    const known = rows.filter(({ named, ofPlace }) => wanted !== null || named || ofPlace);
    for (const { id, named } of known.length > 0 ? known : rows) scores.set(id, named ? 1 : 0.9);
  };
  for (const level of ["province", "centre"] as const) {
    for (const { id, province } of registry.agencyNamed(text, level)) await add(id, province, level);
    const group = scores.size === 0 ? registry.groupNamed(text, level) : null;
    if (group !== null) await add(group.id, provinceIn(text, registry), level);
  }
  return scores;
}

/** The bodies of a kind: one where the centre or a province is meant, else those of every province. */
async function bodiesOf(store: Store, type: string, scope: "province" | "centre", province: Province | null) {
  if (scope === "centre") return read(store, agenciesNamed, { ids: [`vn/${type}`] });
  if (province !== null) return read(store, agenciesNamed, { ids: [`vn/${province.id}/${type}`] });
  const rows = await read(store, agenciesTyped, { types: [type] });
  return rows.filter(({ id }) => id.split("/").length === 3);
}

function provinceIn(text: string, registry: Registry): Province | null {
  const asked = registry.nameWords(text);
  return registry.provinceNamed(text) ?? registry.provinceAtEnd(asked)?.province ?? null;
}

async function described(
  store: Store,
  scores: ReadonlyMap<string, number>,
  text: string,
): Promise<readonly Candidate[]> {
  const rows = await read(store, found, { ids: [...scores.keys()] });
  const asked = words(text);
  const hits = rows.map(({ id, label, passages }) => {
    const called =
      label === "Agency" ? passages.findLast((each) => each !== null) : passages.find((each) => each !== null);
    const passage = passageOf(called ?? id, asked);
    return { id, label, score: scores.get(id) ?? 0, passage: passage.text, ranges: passage.ranges, exact: true };
  });
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
