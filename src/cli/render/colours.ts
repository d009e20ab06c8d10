import pc from "picocolors";

/** Colours where somebody looks at a terminal, and nowhere else: not in files, pipes and logs, nor where NO_COLOR asks for none. */
export const colours = pc.createColors(
  process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
);
