import type { Registry } from "../registry/load-registry.ts";
import { corpus } from "../questions/corpus.ts";
import { gaps } from "../questions/gaps.ts";
import type { GapKind } from "../questions/gap.ts";
import { lineage, type Direction } from "../questions/lineage.ts";
import { matrix } from "../questions/matrix.ts";
import { obligations } from "../questions/obligations.ts";
import { reporting } from "../questions/reporting.ts";
import { resolve } from "../questions/resolve.ts";
import { responsibilities, type ResponsibilityFilter } from "../questions/responsibilities.ts";
import { roster } from "../questions/roster.ts";
import { search, type Hit } from "../questions/search.ts";
import { statedLines } from "../questions/stated-lines.ts";
import { verify } from "../questions/verify.ts";
import { words } from "../questions/words.ts";
import type { Relation } from "../questions/statements.ts";
import type { QuestionResolver } from "./context.ts";

/** A `Date` as it comes: an object that prints itself. */
interface Day {
  toString(): string;
}

/** The arguments of the questions, as schema.graphql declares them (defaults are filled in). */
interface Arguments {
  readonly lineage: {
    readonly document: string;
    readonly direction: Direction;
    readonly depth: number;
    readonly relations: readonly Relation[];
  };
  readonly responsibilities: {
    readonly agency: string;
    readonly where?: (Omit<ResponsibilityFilter, "dueBefore"> & { readonly dueBefore?: Day | null }) | null;
    readonly throughGroups: boolean;
    readonly asOf?: Day | null;
    readonly first: number;
    readonly after?: string | null;
  };
  readonly matrix: { readonly document: string };
  readonly reporting: {
    readonly agency: string;
    readonly document?: string | null;
    readonly depth: number;
    readonly asOf?: Day | null;
  };
  readonly gaps: {
    readonly document?: string | null;
    readonly place?: string | null;
    readonly kinds?: readonly GapKind[] | null;
    readonly asOf?: Day | null;
    readonly first: number;
    readonly after?: string | null;
  };
  readonly obligations: {
    readonly agency?: string | null;
    readonly place?: string | null;
    readonly from: Day;
    readonly to: Day;
  };
  readonly search: { readonly text: string; readonly first: number };
  readonly verify: { readonly text: string };
  readonly resolve: { readonly text: string; readonly place?: string | null };
  readonly corpus: object;
  readonly words: { readonly document: string };
  readonly roster: { readonly place?: string | null; readonly first: number; readonly after?: string | null };
  readonly statedLines: { readonly document: string };
}

/** The resolver of each question of `Query`. They answer with ids where the schema has nodes; those are read for them. */
export function questionResolvers(
  registry: Registry,
  today: () => string = () => new Date().toISOString().slice(0, 10),
): Readonly<Record<keyof Arguments, QuestionResolver>> {
  return {
    lineage: (_source, args: Arguments["lineage"], { store }) => lineage(store, args),
    responsibilities: (_source, { where, asOf, ...args }: Arguments["responsibilities"], { store }) =>
      responsibilities(store, {
        ...args,
        asOf: dayOf(asOf),
        where: where == null ? null : { ...where, dueBefore: dayOf(where.dueBefore) },
      }),
    matrix: (_source, args: Arguments["matrix"], { store }) => matrix(store, args.document),
    reporting: (_source, { asOf, ...args }: Arguments["reporting"], { store }) =>
      reporting(store, { ...args, asOf: dayOf(asOf) }),
    gaps: (_source, { asOf, ...args }: Arguments["gaps"], { store }) => gaps(store, { ...args, asOf: dayOf(asOf) }),
    obligations: (_source, { from, to, ...args }: Arguments["obligations"], { store }) =>
      obligations(store, { ...args, from: from.toString(), to: to.toString() }),
    search: async (_source, { text, first }: Arguments["search"], { store }) =>
      (await search(store, text, first)).map(asHit),
    verify: (_source, { text }: Arguments["verify"], { store }) => verify(store, text, today()),
    resolve: async (_source, { text, place }: Arguments["resolve"], { store }) =>
      (await resolve(store, registry, text, place)).map(asHit),
    corpus: (_source, _args, { store }) => corpus(store),
    words: (_source, { document }: Arguments["words"], { store }) => words(store, document),
    roster: (_source, args: Arguments["roster"], { store }) => roster(store, args),
    statedLines: (_source, { document }: Arguments["statedLines"], { store }) => statedLines(store, document),
  };
}

function dayOf(day: Day | null | undefined): string | null {
  return day == null ? null : day.toString();
}

function asHit({ id, label, score, passage, ranges }: Hit) {
  return { found: { label, id }, score, passage, ranges };
}
