import type { Command } from "commander";
import { resolve } from "node:path";
import { counted, entriesOf } from "../../archive/entries.ts";
import { fillAt } from "../../archive/fill-at.ts";
import { sources } from "../../archive/statements.ts";
import { readEnvironment, storeSettings, type StoreSettings } from "../../config.ts";
import { read } from "../../graph/statement.ts";
import type { Store } from "../../graph/store.ts";
import { commandAuthor } from "../author.ts";
import { answer, common, type Answer } from "../command.ts";
import { settingsOf, withStore, type CommonOptions } from "../context.ts";
import { existingStore } from "../existing-store.ts";
import { CommandError, EXIT } from "../failure.ts";
import { withProgress } from "../progress.ts";
import { filledAnswer } from "../render/filled.ts";

interface Options extends CommonOptions {
  readonly to: string;
  readonly replace?: boolean;
}

export function addCopy(program: Command): void {
  common(program.command("copy"))
    .description("copies the store into another one: from the embedded one to Neo4j, or back")
    .requiredOption(
      "--to <place>",
      "neo4j://host:7687 (with NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE from the environment), or a path",
    )
    .option("--replace", "the other store may hold something: it is replaced")
    .action((options: Options) =>
      answer(options, async () => {
        const to = destination(options.to);
        refuseItself(settingsOf(options), to);
        existingStore(options);
        return withStore(options, (store) => run(store, to, options.replace === true));
      }),
    );
}

async function run(store: Store, to: StoreSettings, replace: boolean): Promise<Answer> {
  const { length } = await read(store, sources.list, {});
  const tally: Record<string, number> = {};
  const unloaded = await withProgress("copying", length, (done) =>
    fillAt(to, counted(entriesOf(store), tally, done), {
      of: store.place,
      replace,
      signed: { ...commandAuthor(), what: "COPIED" },
    }),
  );
  const use = to.kind === "neo4j" ? `NEO4J_URI=${to.uri}` : `--store ${to.path}`;
  return filledAnswer(to, { from: store.place }, tally, unloaded, [
    `${store.place} stands as it was. What is used from now on is named by ${use}`,
  ]);
}

function destination(to: string): StoreSettings {
  if (!/^\w[\w+]*:\/\//u.test(to)) return { kind: "embedded", path: to };
  // Whoever may list processes would read it.
  if (to.includes("@"))
    throw new CommandError(
      "BAD_PLACE",
      EXIT.wrongUse,
      "--to must hold no name and no password: NEO4J_USER and NEO4J_PASSWORD in the environment give them",
    );
  return storeSettings(readEnvironment({ ...process.env, NEO4J_URI: to }));
}

function refuseItself(from: StoreSettings, to: StoreSettings): void {
  const place = (settings: StoreSettings): string =>
    settings.kind === "neo4j" ? settings.uri : resolve(settings.path);
  if (place(from) !== place(to)) return;
  const remedy = from.kind === "neo4j" ? "; NEO4J_URI names it already: say with --store which one to copy" : "";
  throw new CommandError(
    "SAME_STORE",
    EXIT.wrongUse,
    `${to.kind === "neo4j" ? to.uri : to.path} is the store itself${remedy}`,
  );
}
