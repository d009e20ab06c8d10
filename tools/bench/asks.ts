import { agencyBriefs, documentBriefs, taskBriefs } from "../../src/questions/documents.ts";
import { gaps } from "../../src/questions/gaps.ts";
import { lineage } from "../../src/questions/lineage.ts";
import { matrix } from "../../src/questions/matrix.ts";
import { obligations } from "../../src/questions/obligations.ts";
import { reporting } from "../../src/questions/reporting.ts";
import { resolve } from "../../src/questions/resolve.ts";
import { responsibilities } from "../../src/questions/responsibilities.ts";
import { search } from "../../src/questions/search.ts";
import { verify } from "../../src/questions/verify.ts";
import type { Store } from "../../src/graph/store.ts";
import { loadRegistry } from "../../src/registry/load-registry.ts";
import { ASKED, ASKED_PROVINCE } from "./sketches.ts";
import { RARE } from "./words.ts";

/** One question in the ways in which it can be asked. Its answer is of the same size in every made-up country. */
export interface Ask {
  readonly name: string;
  /** By the statements alone: those of the question, and those that read what its answer names. */
  readonly bare: (store: Store) => Promise<unknown>;
  /** Over HTTP, with what a page of a client shows. */
  readonly query: string;
  /** The same as far as the API can say it that @neo4j/graphql generates by itself: no groups, no chains of unknown length. */
  readonly generated?: string;
}

export const EMPTY = "{ __typename }";
const CITING =
  "Thực hiện Kế hoạch số 904/KH-UBND năm 2020 của Ủy ban nhân dân tỉnh An Giang và Kết luận số 69-KL/TW ngày 11/01/2024 của Bộ Chính trị.";
const WINDOW = { from: "2025-01-01", to: "2025-12-31" };
const evidence = "evidence { source document section start end text }";

/** Ids that an answer names; null where it names none. */
interface Named {
  readonly documents?: readonly (string | null)[];
  readonly agencies?: readonly (string | null)[];
  readonly tasks?: readonly (string | null)[];
}

/** Reads what an answer names, each once, as the API has to for the fields that a client asks of it; returns the answer. */
async function withNodes<T>(store: Store, answer: T, { documents = [], agencies = [], tasks = [] }: Named): Promise<T> {
  const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
  if (documents.length > 0) await documentBriefs(store, known(documents));
  if (agencies.length > 0) await agencyBriefs(store, known(agencies));
  if (tasks.length > 0) await taskBriefs(store, known(tasks));
  return answer;
}

function withGaps(store: Store, answer: Awaited<ReturnType<typeof gaps>>): Promise<unknown> {
  const { items } = answer;
  return withNodes(store, answer, {
    agencies: items.map(({ agency }) => agency),
    tasks: items.map(({ task }) => task),
  });
}

export const ASKS: readonly Ask[] = [
  {
    name: "lineage",
    bare: async (store) => {
      const answer = await lineage(store, { document: ASKED.plan });
      return withNodes(store, answer, { documents: answer?.nodes.map(({ document }) => document) ?? [] });
    },
    query: `{ lineage(document: "${ASKED.plan}") { nodes { distance held taskCount document { id name } } links { from to relation direct ${evidence} } truncated } }`,
    generated: `{ documents(where: { id: { eq: "${ASKED.plan}" } }) { id name implements { id name implements { id name } } implementedBy { id name implementedBy { id name } } } }`,
  },
  {
    name: "responsibilities, first 50",
    bare: async (store) => {
      const answer = await responsibilities(store, { agency: ASKED.department, first: 50 });
      const items = answer?.items ?? [];
      return withNodes(store, answer, {
        documents: items.map(({ document }) => document),
        agencies: items.flatMap(({ others }) => others.map(({ agency }) => agency)),
        tasks: items.map(({ task }) => task),
      });
    },
    query: `{ responsibilities(agency: "${ASKED.department}", first: 50) { totalCount items { role via basis task { id address summaryVi } document { id name } others { role agency { id name } } ${evidence} } } }`,
    generated: `{ agencies(where: { id: { eq: "${ASKED.department}" } }) { leads(limit: 50) { id address summaryVi leaders { id name } cooperators { id name } assignedBy { id name } } cooperatesIn(limit: 50) { id address summaryVi leaders { id name } cooperators { id name } assignedBy { id name } } } }`,
  },
  {
    name: "matrix",
    bare: async (store) => {
      const answer = await matrix(store, ASKED.carriedOut);
      return withNodes(store, answer, { agencies: answer?.agencies ?? [], tasks: answer?.tasks ?? [] });
    },
    query: `{ matrix(document: "${ASKED.carriedOut}") { tasks { id address } agencies { id name } cells { task agency role basis } } }`,
    generated: `{ documents(where: { id: { eq: "${ASKED.carriedOut}" } }) { tasks(limit: 200) { id address leaders { id name } cooperators { id name } directed { id name } } } }`,
  },
  {
    name: "reporting",
    bare: async (store) => {
      const answer = await reporting(store, { agency: ASKED.department });
      const lines = answer?.lines ?? [];
      return withNodes(store, answer, {
        documents: lines.map(({ document }) => document),
        agencies: lines.flatMap(({ from, to, via }) => [from, to, via]),
      });
    },
    query: `{ reporting(agency: "${ASKED.department}") { lines { from { id name } to { id name } via { id name } deadline document { id name } ${evidence} } deadEnds } }`,
  },
  {
    name: "gaps of a document",
    bare: async (store) => withGaps(store, await gaps(store, { document: ASKED.carriedOut })),
    query: `{ gaps(document: "${ASKED.carriedOut}") { totalCount items { kind subject explanation task { id address } agency { id name } } } }`,
    generated: `{ tasks(where: { documentId: { eq: "${ASKED.carriedOut}" }, leadersConnection: { aggregate: { count: { nodes: { eq: 0 } } } } }, limit: 50) { id address } }`,
  },
  {
    name: "obligations of a body",
    bare: async (store) => {
      const answer = await obligations(store, { agency: ASKED.department, ...WINDOW });
      return withNodes(store, answer, {
        documents: answer.map(({ document }) => document),
        agencies: answer.flatMap(({ agencies }) => agencies.map(({ agency }) => agency)),
        tasks: answer.map(({ task }) => task),
      });
    },
    query: `{ obligations(agency: "${ASKED.department}", from: "${WINDOW.from}", to: "${WINDOW.to}") { due recurs task { id address } document { id name } agencies { role agency { id name } } } }`,
  },
  {
    name: "gaps of a province",
    bare: async (store) => withGaps(store, await gaps(store, { place: ASKED_PROVINCE })),
    query: `{ gaps(place: "${ASKED_PROVINCE}") { totalCount items { kind subject explanation task { id address } agency { id name } } } }`,
  },
  {
    name: "search, rare words",
    bare: (store) => search(store, RARE),
    query: `{ search(text: "${RARE}") { score passage ranges } }`,
  },
  {
    name: "resolve a document",
    bare: (store) => resolve(store, loadRegistry(), "KH 904 An Giang"),
    query: `{ resolve(text: "KH 904 An Giang") { score passage ranges } }`,
  },
  {
    name: "resolve a body",
    bare: (store) => resolve(store, loadRegistry(), "Sở KH&CN An Giang"),
    query: `{ resolve(text: "Sở KH&CN An Giang") { score passage ranges } }`,
  },
  {
    name: "verify",
    bare: (store) => verify(store, CITING, "2025-11-01"),
    query: `{ verify(text: "${CITING}") { start end verdict reason id } }`,
  },
];
