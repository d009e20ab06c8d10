import type { Command } from "commander";
import type { StoreSettings } from "../../config.ts";
import { examine, type Inside } from "../../doctor/examine.ts";
import { isWrong, type Finding } from "../../doctor/finding.ts";
import { answer, common, type Answer } from "../command.ts";
import { settingsOf, type CommonOptions } from "../context.ts";
import { EXIT } from "../failure.ts";

export function addDoctor(program: Command): void {
  common(program.command("doctor"))
    .description(
      "what is wrong with the store and the machine, what it means and how to mend it; exit 1 if anything is",
    )
    .action((options: CommonOptions) => answer(options, () => run(settingsOf(options))));
}

async function run(settings: StoreSettings): Promise<Answer> {
  const { inside, findings } = await examine(settings);
  const place =
    inside?.place ?? (settings.kind === "embedded" ? settings.path : settings.uri.replace(/\/\/[^/]*@/u, "//"));
  const text = [
    `Node.js    ${process.versions.node}`,
    `Store      ${settings.kind}: ${place} (${inside?.version ?? "not looked into"})`,
    ...(inside === null ? [] : insideLines(inside)),
    ...(findings.some(isWrong) ? [] : ["Nothing is wrong."]),
    ...findings.flatMap(findingLines),
    "",
  ].join("\n");
  return {
    text,
    json: {
      node: process.versions.node,
      store: { kind: settings.kind, place, version: inside?.version ?? null },
      held: inside?.held ?? null,
      nodes: inside?.nodes ?? null,
      doubts: inside?.doubts ?? [],
      findings,
    },
    exitCode: findings.some(isWrong) ? EXIT.badAnswer : EXIT.fine,
  };
}

function insideLines({ held, nodes, doubts }: Inside): readonly string[] {
  const counted = Object.entries(nodes).map(([label, count]) => `${label} ${count}`);
  return [
    `Documents  ${held} held, ${(nodes["Document"] ?? 0) - held} known by citation or from the registry`,
    `Nodes      ${counted.join(", ") || "none"}`,
    ...doubts.map(({ name, diagnostics }) => `Doubtful   ${diagnostics.length} in ${name}`),
  ];
}

function findingLines({ severity, code, what, means, mend }: Finding): readonly string[] {
  return [`${severity.padEnd(10)} ${what} (${code})`, `           it means: ${means}`, `           to mend:  ${mend}`];
}
