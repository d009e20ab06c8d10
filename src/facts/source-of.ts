import { createHash } from "node:crypto";
import type { Facts } from "./model.ts";

/** The hash that tells one text from another; facts that do not tell their text are told apart by themselves. */
export function sourceOf({ facts }: { readonly facts: Facts }): string {
  return facts.text?.sha256 ?? createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
