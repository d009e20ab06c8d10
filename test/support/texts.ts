import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notRun } from "./required.ts";

/** The folder of the five texts that the shipped facts were read from, or null where it is not at hand (then it says so, loudly). */
export function textsFolder(): string | null {
  const folder = process.env["MANDATE_TEXTS"];
  if (folder === undefined || folder === "") {
    notRun("texts", "MANDATE_TEXTS does not name their folder");
    return null;
  }
  if (!existsSync(folder)) {
    notRun("texts", `MANDATE_TEXTS=${folder} is not there`);
    return null;
  }
  return folder;
}

/** A text as decoded from UTF-8, unchanged. */
export function readText(folder: string, source: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(join(folder, source)));
}
