import { Option, type Command } from "commander";

/** How a list is printed; `json` is the same as --json. */
export type Format = "table" | "csv" | "json";

export interface FormatOptions {
  readonly format: Format;
  readonly lang: "vi" | "en";
  readonly evidence?: boolean;
}

/** Adds the options of how to print a list. */
export function formatted(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "how to print it").choices(["table", "csv", "json"]).default("table"))
    .addOption(new Option("--lang <language>", "language of our summaries").choices(["vi", "en"]).default("vi"))
    .option("--evidence", "with the places that prove each line");
}

/** The options with --format json told as --json. */
export function withJson<T extends { readonly json?: boolean; readonly format: Format }>(options: T): T {
  return options.format === "json" ? { ...options, json: true } : options;
}
