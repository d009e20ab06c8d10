import type { Command } from "commander";
import { counts, heldDocuments } from "../../graph/counts.ts";
import type { Store } from "../../graph/store.ts";
import { answer, common, type Answer } from "../command.ts";
import { withStore, type CommonOptions } from "../context.ts";
import { EXIT } from "../failure.ts";

export function addDoctor(program: Command): void {
  common(program.command("doctor"))
    .description("store, versions, counts, what is doubtful and how to mend it")
    .action((options: CommonOptions) => answer(options, () => withStore(options, run)));
}

async function run(store: Store): Promise<Answer> {
  const version = await store.version();
  const { nodes, held } = await counts(store);
  const documents = await heldDocuments(store);
  const advice = [
    ...(held === 0 ? ["Nothing is loaded: run `mandate load`."] : []),
    ...documents
      .filter(({ conflict }) => conflict)
      .map(
        ({ id }) => `${id} is claimed by two texts: find out which is right, and name the other in its review file.`,
      ),
    ...documents
      .filter(({ id }) => id.startsWith("vn/~"))
      .map(({ id }) => `${id} names no province: add a \`place\` decision to its review file.`),
  ];
  const doubts = documents.map(({ id, name, diagnostics }) => ({
    id,
    name,
    diagnostics: diagnostics.filter((each) => !each.startsWith("JOINED")),
  }));
  const text = [
    `Node.js    ${process.versions.node}`,
    `Store      ${store.kind}: ${store.place} (${version})`,
    `Documents  ${held} held, ${(nodes["Document"] ?? 0) - held} known by citation or from the registry`,
    `Nodes      ${
      Object.entries(nodes)
        .map(([label, count]) => `${label} ${count}`)
        .join(", ") || "none"
    }`,
    ...doubts.map(({ name, diagnostics }) => `Doubtful   ${diagnostics.length} in ${name}`),
    ...(advice.length === 0 ? ["Nothing is wrong."] : advice.map((line) => `To do      ${line}`)),
    "",
  ].join("\n");
  return {
    text,
    json: {
      node: process.versions.node,
      store: { kind: store.kind, place: store.place, version },
      held,
      nodes,
      doubts,
      advice,
    },
    exitCode: advice.length === 0 ? EXIT.fine : EXIT.badAnswer,
  };
}
