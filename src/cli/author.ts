import { userInfo } from "node:os";
import type { Author } from "../graph/audit.ts";

/** Who runs this command, as the system knows them. */
export function commandAuthor(): Author {
  return { by: userName(), through: "command" };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the user may have no name.
    return `user ${String(process.getuid?.() ?? "unknown")}`;
  }
}
