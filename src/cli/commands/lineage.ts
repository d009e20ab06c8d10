import { Option, type Command } from "commander";
import type { Store } from "../../graph/store.ts";
import { documentBriefs } from "../../questions/documents.ts";
import { HeldWords } from "../../questions/held-words.ts";
import { lineage, LINEAGE_RELATIONS, type Direction, type Lineage } from "../../questions/lineage.ts";
import { relation, type Relation } from "../../questions/statements.ts";
import { answer, common, type Answer } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { integer } from "../options.ts";
import { pickDocument } from "../pick.ts";
import { csv } from "../../formats/csv.ts";
import { lineageMermaid, lineageTree } from "../render/lineage.ts";

interface Options extends CommonOptions {
  readonly direction: Lowercase<Direction>;
  readonly depth: number;
  readonly relations?: readonly Relation[];
  readonly format: "tree" | "mermaid" | "csv";
  readonly evidence?: boolean;
  readonly place?: string;
}

export function addLineage(program: Command): void {
  common(program.command("lineage"))
    .description("where a document comes from, and who carries it further down")
    .argument("<document>", 'a name or an id: "KL 69", "KH 177 An Giang", vn/tw/kl/2024/69')
    .addOption(new Option("--direction <way>", "which way to walk").choices(["up", "down", "both"]).default("both"))
    .option("--depth <hops>", "how many hops, at most 32", integer, 12)
    .addOption(
      new Option(
        "--relations <relation...>",
        `which relations (default: ${LINEAGE_RELATIONS.join(" ")}; mentions are told apart)`,
      ).choices(relation.options),
    )
    .addOption(new Option("--format <format>", "how to print it").choices(["tree", "mermaid", "csv"]).default("tree"))
    .option("--evidence", "with the places that prove each link")
    .option("--place <province>", "of which province the document is")
    .action((name: string, options: Options) =>
      answer(options, () => withGraph(options, (store) => run(store, name, options))),
    );
}

async function run(store: Store, name: string, options: Options): Promise<Answer> {
  const document = await pickDocument(store, name, options.place);
  const direction = options.direction.toUpperCase() as Direction;
  const relations = options.relations ?? LINEAGE_RELATIONS;
  const words = new HeldWords(store);
  const found = await worded(await lineage(store, { document, direction, depth: options.depth, relations }), words);
  // Mentions carry nothing out: they are told apart, and only those of the document itself.
  const apart =
    options.relations === undefined && options.depth > 0
      ? await worded(await lineage(store, { document, direction, depth: 1, relations: ["MENTIONS"] }), words)
      : null;
  if (found === null) throw new Error(`${document} was found and is gone`);
  const briefs = await documentBriefs(
    store,
    [...found.nodes, ...(apart?.nodes ?? [])].map((node) => node.document),
  );
  const named = (answered: Lineage) => ({
    ...answered,
    nodes: answered.nodes.map((node) => ({ ...node, name: briefs.get(node.document)?.name ?? null })),
  });
  return {
    text: printed(options, found, apart, briefs),
    json: { ...named(found), ...(apart === null ? {} : { mentions: named(apart) }) },
  };
}

/** The lineage with the words of its evidence. */
async function worded(answered: Lineage | null, words: HeldWords): Promise<Lineage | null> {
  if (answered === null) return null;
  const links = answered.links.map(async (link) => ({ ...link, evidence: await words.filled(link.evidence) }));
  return { ...answered, links: await Promise.all(links) };
}

function printed(
  options: Options,
  found: Lineage,
  apart: Lineage | null,
  briefs: Awaited<ReturnType<typeof documentBriefs>>,
): string {
  switch (options.format) {
    case "mermaid":
      return lineageMermaid(found, briefs);
    case "csv":
      return csv(
        ["from", "relation", "to", "direct", "stated by", "evidence"],
        [...found.links, ...(apart?.links ?? [])].map(({ from, relation: how, to, direct, statedBy, evidence }) => [
          from,
          how,
          to,
          direct ? "yes" : "no",
          statedBy,
          evidence
            .map(({ source, start, end }) => (start === null ? source : `${source} ${start}-${end ?? ""}`))
            .join("; "),
        ]),
      );
    case "tree":
      return lineageTree(found, apart, briefs, options.evidence === true);
  }
}
