import { existsSync } from "node:fs";
import { settingsOf, type CommonOptions } from "./context.ts";
import { CommandError, EXIT } from "./failure.ts";

/** Throws `CommandError` where the embedded store is not there: for commands that have no use for one that is made for them, empty. */
export function existingStore(options: CommonOptions): void {
  const settings = settingsOf(options);
  if (settings.kind === "neo4j" || existsSync(settings.path)) return;
  throw new CommandError(
    "NO_STORE",
    EXIT.noAccess,
    `there is no store at ${settings.path}: name it with --store, or make one with \`mandate load\``,
  );
}
