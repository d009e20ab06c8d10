import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Argument, type Command } from "commander";
import { ROLES, type Role } from "../../api/access/caller.ts";
import { HOLDER, keyLine, newKey } from "../../api/access/keys.ts";
import { readEnvironment } from "../../config.ts";
import { type Answer, answer, common } from "../command.ts";
import { CommandError, EXIT } from "../failure.ts";

const KEYS_FILE = ".mandate/keys";

export function addKey(program: Command): void {
  common(program.command("key"))
    .description("makes a key for somebody, shows it once and keeps its hash: serve with MANDATE_KEYS naming the file")
    .addArgument(new Argument("<role>", "what its holder may do").choices([...ROLES]))
    .argument("<name>", "whose key it is: stands in decisions and in the audit log")
    .option("--keys <file>", `where hashes are kept (default: MANDATE_KEYS or ${KEYS_FILE})`)
    .action((role: Role, name: string, options: { readonly json?: boolean; readonly keys?: string }) =>
      answer(options, () => run(role, name, options.keys)),
    );
}

async function run(role: Role, name: string, keys: string | undefined): Promise<Answer> {
  if (!HOLDER.test(name))
    throw new CommandError(
      "BAD_NAME",
      EXIT.wrongUse,
      `"${name}": a name is one word of letters, digits, ".", "_", "@", "-"`,
    );
  const file = keys ?? readEnvironment(process.env).MANDATE_KEYS ?? KEYS_FILE;
  const key = newKey();
  try {
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, `${(await isLineOpen(file)) ? "\n" : ""}${keyLine(role, name, key)}`, { mode: 0o600 });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new CommandError(
      "CANNOT_WRITE",
      EXIT.noAccess,
      `${file}: cannot be written (${code}): name another with --keys`,
    );
  }
  return {
    text: `${key}\nThis key of ${name} (${role}) is shown only now; its hash is in ${file}. A server takes it that is started with MANDATE_KEYS=${file}\n`,
    json: { key, role, name, file },
  };
}

/** Whether the file ends within a line, as some editors leave it: what is added would become a part of that one. */
async function isLineOpen(file: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  return text !== "" && !text.endsWith("\n");
}
