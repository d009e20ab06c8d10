import { useEffect, useState } from "preact/hooks";
import { membersOf } from "../ask/document.ts";
import type { Agency } from "../ask/shapes.ts";
import { ask } from "../core/graphql.ts";

/** The members of each opened group on a day (all that are known where no day is). */
export function useMembers(groups: readonly string[], on: string | null): ReadonlyMap<string, readonly Agency[]> {
  const [members, setMembers] = useState<ReadonlyMap<string, readonly Agency[]>>(new Map());
  const key = groups.join(",");
  useEffect(() => {
    let left = false;
    const each = groups.map(async (id) => [id, await membersOn(id, on)] as const);
    Promise.all(each).then(
      (found) => {
        if (!left) setMembers(new Map(found));
      },
      () => setMembers(new Map()),
    );
    return () => {
      left = true;
    };
  }, [key, on]);
  return members;
}

async function membersOn(id: string, on: string | null): Promise<readonly Agency[]> {
  const { agencies } = await ask(membersOf, { id });
  const edges = agencies.flatMap(({ membersConnection }) => membersConnection.edges);
  const stands = ({ from, until }: { readonly from: string | null; readonly until: string | null }): boolean =>
    on === null || ((from === null || from <= on) && (until === null || until > on));
  return edges
    .filter(({ node, properties }) => properties.onlyWhereNamed === null && stands(node) && stands(properties))
    .map(({ node }) => node)
    .sort((a, b) => (a.name ?? a.id).localeCompare(b.name ?? b.id, "vi"));
}
