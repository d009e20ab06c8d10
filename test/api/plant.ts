import type { Params, Store } from "../../src/graph/store.ts";
import { edges, type FixtureEdge, type FixtureNode, nodes } from "./fixture.ts";

/** Fills an empty store with the invented graph. */
export function plant(store: Store): Promise<void> {
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const end = (name: string, key: string) => `MATCH (${name}:\`${labels.get(key) ?? key}\` {${idOf(key)}: $${name}_})`;
  return store.write(async (transaction) => {
    for (const { label, key, ...more } of nodes) {
      const node = { ...more, props: { ...more.props, [idOf(key)]: key } };
      await transaction.run(`CREATE (n:\`${label}\`) ${setting("n", node)}`, paramsOf(node));
    }
    for (const { type, from, to, ...more } of edges) {
      const made = `${end("a", from)} ${end("b", to)} CREATE (a)-[e:\`${type}\`]->(b) ${setting("e", more)} RETURN 1 AS one`;
      const rows = await transaction.run(made, { ...paramsOf(more), a_: from, b_: to });
      if (rows.length !== 1) throw new Error(`the fixture has no ends for ${from} ${type} ${to}`);
    }
  });
}

type Properties = Pick<FixtureNode & FixtureEdge, "days"> & Pick<FixtureEdge, "props">;

const idOf = (key: string) => (key === "ab12" ? "sha256" : "id");

function setting(name: string, { props = {}, days = {} }: Properties): string {
  const set = [
    ...Object.keys(props).map((key) => `${name}.\`${key}\` = $${key}`),
    ...Object.keys(days).map((key) => `${name}.\`${key}\` = date($${key})`),
  ];
  return set.length === 0 ? "" : `SET ${set.join(", ")}`;
}

const paramsOf = ({ props = {}, days = {} }: Properties): Params => ({ ...props, ...days });
