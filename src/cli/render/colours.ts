import { isatty } from "node:tty";
import pc from "picocolors";

const STDOUT = 1;

/**
 * Colours where somebody looks at a terminal, and nowhere else: not in files, pipes and logs, nor where NO_COLOR asks for none. The answer is always
 * a plain yes or no, for the library takes no answer as leave to guess, and then colours the logs of build servers.
 */
export const colours = pc.createColors(
  isatty(STDOUT) && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
);
