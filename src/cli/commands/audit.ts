import type { Command } from "commander";
import { changes, type Change } from "../../graph/audit.ts";
import type { Store } from "../../graph/store.ts";
import { answer, common, type Answer } from "../command.ts";
import { withStore, type CommonOptions } from "../context.ts";
import { dayOption, integer } from "../options.ts";
import { table, terminalWidth } from "../render/table.ts";

interface Options extends CommonOptions {
  readonly first: number;
  readonly since?: string;
}

export function addAudit(program: Command): void {
  common(program.command("audit"))
    .description("who changed what, and when: loads, decisions and restores, the latest first")
    .option("--first <count>", "how many", integer, 50)
    .option("--since <day>", "not those before that day", dayOption)
    .action((options: Options) => answer(options, () => withStore(options, (store) => run(store, options))));
}

async function run(store: Store, { first, since }: Options): Promise<Answer> {
  const made = await changes(store, { first: Math.max(first, 0), since: since ?? null });
  return { text: made.length === 0 ? "Nothing was changed.\n" : `${shown(made)}\n`, json: made };
}

function shown(made: readonly Change[]): string {
  const columns = [
    { head: "when (UTC)", width: 19 },
    { head: "who", width: 20 },
    { head: "what", width: 10 },
    { head: "document", width: 36 },
    { head: "in detail" },
  ];
  const rows = made.map(({ at, by, through, what, document, name, detail }) => [
    at.slice(0, 19).replace("T", " "),
    through === "api" ? `${by} (API)` : by,
    what,
    document === null ? "the whole store" : `${name ?? ""}\n${document}`,
    detail,
  ]);
  return table(columns, rows, terminalWidth());
}
