import type { z } from "zod";
import { groupBy } from "../group-by.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { documentBriefs } from "./documents.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import { within } from "./question-error.ts";
import { ringsIn } from "./rings.ts";
import { linksDown, linksUp, type Relation } from "./statements.ts";

export type Direction = "UP" | "DOWN" | "BOTH";

export interface LineageNode {
  readonly document: string;
  /** Hops from the root, negative upwards. */
  readonly distance: number;
  readonly held: boolean;
  readonly taskCount: number;
}

/** `from` is the document that carries out (rests on, mentions, continues) `to`. */
export interface LineageLink {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly direct: boolean;
  /** The document that says so, where `from` itself does not. */
  readonly statedBy: string | null;
  readonly evidence: readonly Evidence[];
}

export interface Lineage {
  readonly root: string;
  readonly nodes: readonly LineageNode[];
  readonly links: readonly LineageLink[];
  /** Documents that come from one another in a circle: a doubt about some of their links. */
  readonly loops: readonly (readonly string[])[];
  readonly truncated: boolean;
}

export const LINEAGE_RELATIONS: readonly Relation[] = ["IMPLEMENTS", "BASED_ON", "CONTINUES", "REPLACES"];
const MOST_DEPTH = 32;
const MOST_NODES = 2_000;

type Edge = z.output<typeof linksUp.row>;

/**
 * Where a document comes from and who carries it further down. BOTH is everything up and everything down, never down again from an ancestor.
 * Null where no such document is known. Throws `QuestionError` for a depth outside 0–32.
 */
export async function lineage(
  store: Store,
  {
    document,
    direction = "BOTH",
    depth = 12,
    relations = LINEAGE_RELATIONS,
  }: { document: string; direction?: Direction; depth?: number; relations?: readonly Relation[] },
): Promise<Lineage | null> {
  within("depth", depth, 0, MOST_DEPTH);
  const root = (await documentBriefs(store, [document])).get(document);
  if (root === undefined) return null;

  const asked = { store, root: document, depth, relations };
  const nothing: Walk = { distances: new Map(), edges: [], truncated: false };
  const up = direction === "DOWN" ? nothing : await walk(asked, "up");
  const down = direction === "UP" ? nothing : await walk(asked, "down");

  const distances = new Map([[document, 0]]);
  for (const [id, hops] of up.distances) if (!distances.has(id)) distances.set(id, -hops);
  for (const [id, hops] of down.distances) if (!distances.has(id)) distances.set(id, hops);
  const briefs = await documentBriefs(store, distances.keys());
  const nodes = [...distances].flatMap(([id, distance]) => {
    const brief = briefs.get(id);
    return brief === undefined ? [] : [{ document: id, distance, held: brief.held, taskCount: brief.taskCount }];
  });
  const links = joined([...up.edges, ...down.edges].filter(({ from, to }) => distances.has(from) && distances.has(to)));
  return {
    root: document,
    nodes: nodes.sort((a, b) => a.distance - b.distance || (a.document < b.document ? -1 : 1)),
    links,
    loops: ringsIn(links),
    truncated: up.truncated || down.truncated,
  };
}

interface Walk {
  readonly distances: ReadonlyMap<string, number>;
  readonly edges: readonly Edge[];
  readonly truncated: boolean;
}

/**
 * Walks by frontier over direct links, each document once. What only indirect links reach follows after: an indirect link counts only where no path
 * of direct ones exists.
 */
async function walk(
  { store, root, depth, relations }: { store: Store; root: string; depth: number; relations: readonly Relation[] },
  way: "up" | "down",
): Promise<Walk> {
  const [statement, here, there] =
    way === "up" ? ([linksUp, "from", "to"] as const) : ([linksDown, "to", "from"] as const);
  const distances = new Map([[root, 0]]);
  const edges: Edge[] = [];
  const indirect: Edge[] = [];
  let frontier = [root];
  let truncated = false;
  while (frontier.length > 0) {
    const found = await read(store, statement, { ids: frontier, relations: [...relations] });
    edges.push(...found);
    indirect.push(...found.filter((edge) => !edge.direct));
    const next = reached(found.filter((edge) => edge.direct));
    frontier = next.length > 0 ? next : nearest();
    if (distances.size >= MOST_NODES && frontier.length > 0) {
      truncated = true;
      break;
    }
  }
  return { distances, edges, truncated };

  function reached(over: readonly Edge[]): string[] {
    const fresh: string[] = [];
    for (const edge of over) {
      const hops = (distances.get(edge[here]) ?? 0) + 1;
      const target = edge[there];
      if (distances.has(target)) continue;
      if (hops > depth || distances.size >= MOST_NODES) {
        truncated = true;
        continue;
      }
      distances.set(target, hops);
      fresh.push(target);
    }
    return fresh;
  }

  /** The documents nearest to the root that only indirect links reach. */
  function nearest(): string[] {
    const open = indirect.filter((edge) => !distances.has(edge[there]));
    const least = Math.min(...open.map((edge) => distances.get(edge[here]) ?? 0));
    return reached(open.filter((edge) => (distances.get(edge[here]) ?? 0) === least));
  }
}

/** One link for each pair and relation, whoever states it: what `from` itself says comes first, then what others say, then the registry. */
function joined(edges: readonly Edge[]): readonly LineageLink[] {
  const unique = new Map(edges.map((edge) => [`${edge.from} ${edge.relation} ${edge.to} ${edge.owner}`, edge]));
  const links = [...groupBy(unique.values(), ({ from, relation, to }) => `${from} ${relation} ${to}`).values()].flatMap(
    (stated) => {
      const [first, ...others] = [...stated].sort((a, b) => rank(a) - rank(b) || (a.owner < b.owner ? -1 : 1));
      if (first === undefined) return [];
      const { from, to, relation, statedBy } = first;
      const all = [first, ...others];
      return [
        {
          from,
          to,
          relation,
          direct: all.some((edge) => edge.direct),
          statedBy,
          evidence: all.flatMap((edge) => evidenceOf(edge)),
        },
      ];
    },
  );
  return links.sort((a, b) => key(a).localeCompare(key(b), "en"));
}

function rank({ statedBy, standing }: Edge): number {
  if (standing === "registry") return 2;
  return statedBy === null ? 0 : 1;
}

function key({ from, to, relation }: LineageLink): string {
  return `${to} ${from} ${relation}`;
}
