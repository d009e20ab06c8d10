import type { StoreSettings } from "../config.ts";
import type { StoreError } from "../graph/store.ts";
import type { Finding } from "./finding.ts";

/** Why a store cannot be looked into, as a finding. The error's message names the place and, after it, the remedy. */
export function openingFinding({ code, message }: StoreError, settings: StoreSettings): Finding {
  const [what = message, remedy = "see the message"] = message.split(
    /: (?=delete|stop)|; (?=see that|check|name another)/u,
  );
  switch (code) {
    case "STORE_IN_USE":
      return found(
        code,
        "warning",
        what,
        "what is in it was not looked at: one process at a time holds an embedded store",
        remedy,
      );
    case "STORE_DAMAGED":
      return found(
        code,
        "error",
        what,
        "nothing can be asked of it",
        settings.kind === "embedded"
          ? `mandate restore ARCHIVE --replace, if there is a backup; else ${remedy}`
          : remedy,
      );
    case "STORE_UNWRITABLE":
      return found(code, "error", what, "no store can be kept there", remedy);
    case "STORE_UNREACHABLE":
      return found(code, "error", what, "the database does not answer, so nothing can be asked", remedy);
    case "STORE_DENIED":
      return found(code, "error", what, "the database lets nobody in with this name and password", remedy);
    case "STATEMENT_FAILED":
    // Opening waits for no patience to end.
    case "TOO_LONG":
    case "ABANDONED":
      return found(
        code,
        "error",
        what,
        "the store answers, but not as this version expects",
        "see that the database is 5.26 or later",
      );
  }
}

function found(code: string, severity: Finding["severity"], what: string, means: string, mend: string): Finding {
  return { code, severity, what, means, mend };
}
