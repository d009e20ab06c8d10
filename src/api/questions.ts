import type { Registry } from "../registry/load-registry.ts";
import { lineage, type Direction } from "../questions/lineage.ts";
import { matrix } from "../questions/matrix.ts";
import { resolve } from "../questions/resolve.ts";
import { responsibilities, type ResponsibilityFilter } from "../questions/responsibilities.ts";
import { search, type Hit } from "../questions/search.ts";
import type { Relation } from "../questions/statements.ts";
import type { QuestionResolver } from "./make-schema.ts";

/** The arguments of the questions, as schema.graphql declares them (defaults are filled in); a `Date` comes as an object that prints itself. */
interface Arguments {
  readonly lineage: {
    readonly document: string;
    readonly direction: Direction;
    readonly depth: number;
    readonly relations: readonly Relation[];
  };
  readonly responsibilities: {
    readonly agency: string;
    readonly where?:
      (Omit<ResponsibilityFilter, "dueBefore"> & { readonly dueBefore?: { toString(): string } | null }) | null;
    readonly throughGroups: boolean;
    readonly first: number;
    readonly after?: string | null;
  };
  readonly matrix: { readonly document: string };
  readonly search: { readonly text: string; readonly first: number };
  readonly resolve: { readonly text: string; readonly place?: string | null };
}

/** The resolver of each question of `Query`. They answer with ids where the schema has nodes; those are read for them. */
export function questionResolvers(registry: Registry): Readonly<Record<keyof Arguments, QuestionResolver>> {
  return {
    lineage: (_source, args: Arguments["lineage"], { store }) => lineage(store, args),
    responsibilities: (_source, { where, ...args }: Arguments["responsibilities"], { store }) =>
      responsibilities(store, {
        ...args,
        where: where == null ? null : { ...where, dueBefore: where.dueBefore == null ? null : String(where.dueBefore) },
      }),
    matrix: (_source, args: Arguments["matrix"], { store }) => matrix(store, args.document),
    search: async (_source, { text, first }: Arguments["search"], { store }) =>
      (await search(store, text, first)).map(asHit),
    resolve: async (_source, { text, place }: Arguments["resolve"], { store }) =>
      (await resolve(store, registry, text, place)).map(asHit),
  };
}

function asHit({ id, label, score, passage, ranges }: Hit) {
  return { found: { label, id }, score, passage, ranges };
}
