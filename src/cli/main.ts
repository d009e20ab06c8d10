import { Command, CommanderError } from "commander";
import { readAsset } from "../assets.ts";
import { addAudit } from "./commands/audit.ts";
import { addBackup } from "./commands/backup.ts";
import { addCompletion } from "./commands/completion.ts";
import { addCopy } from "./commands/copy.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addExtract } from "./commands/extract.ts";
import { addForget } from "./commands/forget.ts";
import { addIngest } from "./commands/ingest.ts";
import { addGaps } from "./commands/gaps.ts";
import { addKey } from "./commands/key.ts";
import { addLineage } from "./commands/lineage.ts";
import { addLoad } from "./commands/load.ts";
import { addMatrix } from "./commands/matrix.ts";
import { addObligations } from "./commands/obligations.ts";
import { addReporting } from "./commands/reporting.ts";
import { addResponsibilities } from "./commands/responsibilities.ts";
import { addRestore } from "./commands/restore.ts";
import { addReview } from "./commands/review.ts";
import { addResolve, addSearch } from "./commands/search.ts";
import { addServe, addStart } from "./commands/serve.ts";
import { addVerify } from "./commands/verify.ts";
import { EXIT } from "./failure.ts";

const { version } = JSON.parse(readAsset("package.json")) as { version: string };

const program = new Command("mandate")
  .description("Who was told to do what, by which document, on whose authority, by when, and who reports to whom.")
  .version(version)
  .showSuggestionAfterError()
  .showHelpAfterError("(--help shows what there is)")
  .exitOverride();
for (const add of [
  addLineage,
  addResponsibilities,
  addMatrix,
  addReporting,
  addGaps,
  addObligations,
  addSearch,
  addResolve,
  addVerify,
  addExtract,
  addIngest,
  addReview,
  addForget,
  addAudit,
  addLoad,
  addServe,
  addStart,
  addBackup,
  addRestore,
  addCopy,
  addKey,
  addDoctor,
  addCompletion,
])
  add(program);
for (const command of program.commands) command.copyInheritedSettings(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
}
