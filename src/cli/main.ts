import { Command, CommanderError } from "commander";
import { readAsset } from "../assets.ts";
import { addCompletion } from "./commands/completion.ts";
import { EXIT } from "./failure.ts";

/** Adds one command to the program. */
type Add = (program: Command) => void;

/** The module of a command is read only where that command is named: all of them together take longer than most answers. */
const COMMANDS: ReadonlyMap<string, () => Promise<Add>> = new Map([
  ["lineage", async () => (await import("./commands/lineage.ts")).addLineage],
  ["responsibilities", async () => (await import("./commands/responsibilities.ts")).addResponsibilities],
  ["matrix", async () => (await import("./commands/matrix.ts")).addMatrix],
  ["reporting", async () => (await import("./commands/reporting.ts")).addReporting],
  ["gaps", async () => (await import("./commands/gaps.ts")).addGaps],
  ["obligations", async () => (await import("./commands/obligations.ts")).addObligations],
  ["search", async () => (await import("./commands/search.ts")).addSearch],
  ["resolve", async () => (await import("./commands/search.ts")).addResolve],
  ["verify", async () => (await import("./commands/verify.ts")).addVerify],
  ["extract", async () => (await import("./commands/extract.ts")).addExtract],
  ["ingest", async () => (await import("./commands/ingest.ts")).addIngest],
  ["review", async () => (await import("./commands/review.ts")).addReview],
  ["forget", async () => (await import("./commands/forget.ts")).addForget],
  ["audit", async () => (await import("./commands/audit.ts")).addAudit],
  ["load", async () => (await import("./commands/load.ts")).addLoad],
  ["serve", async () => (await import("./commands/serve.ts")).addServe],
  ["start", async () => (await import("./commands/serve.ts")).addStart],
  ["backup", async () => (await import("./commands/backup.ts")).addBackup],
  ["restore", async () => (await import("./commands/restore.ts")).addRestore],
  ["copy", async () => (await import("./commands/copy.ts")).addCopy],
  ["key", async () => (await import("./commands/key.ts")).addKey],
  ["doctor", async () => (await import("./commands/doctor.ts")).addDoctor],
]);

const { version } = JSON.parse(readAsset("package.json")) as { version: string };

const program = new Command("mandate")
  .description("Who was told to do what, by which document, on whose authority, by when, and who reports to whom.")
  .version(version)
  .showSuggestionAfterError()
  .showHelpAfterError("(--help shows what there is)")
  .exitOverride();
const named = COMMANDS.get(process.argv[2] ?? "");
if (named !== undefined) (await named())(program);
else {
  for (const add of await Promise.all([...COMMANDS.values()].map((read) => read()))) add(program);
  addCompletion(program);
}
for (const command of program.commands) command.copyInheritedSettings(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
}
