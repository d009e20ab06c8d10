import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const README = readFileSync("README.md", "utf8");
const EXAMPLE = /<!-- example: mandate (?<command>[^\n]*) -->\n+```text\n(?<output>[\s\S]*?)```/gu;

let store: string;
const mandate = async (...args: string[]): Promise<string> =>
  (
    await run(process.execPath, ["bin/mandate.js", ...args], {
      env: { ...process.env, MANDATE_STORE: store, NEO4J_URI: "", COLUMNS: "118" },
    })
  ).stdout;

beforeAll(async () => {
  store = join(await mkdtemp(join(tmpdir(), "mandate-readme-")), "graph");
  await mandate("load", "examples/facts");
});

test("the README shows what its commands print", async () => {
  const examples = [...README.matchAll(EXAMPLE)];
  expect(examples).toHaveLength(1);
  for (const { groups } of examples) {
    const words = [...(groups?.["command"] ?? "").matchAll(/"([^"]*)"|(\S+)/gu)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    expect(await mandate(...words)).toBe(groups?.["output"]);
  }
});

test("the README names every command", async () => {
  const help = await mandate("--help");
  const commands = [...help.matchAll(/^ {2}(?<name>[a-z]+) \[options\]/gmu)].map((match) => match.groups?.["name"]);
  expect(commands.length).toBeGreaterThan(7);
  for (const command of commands) expect(README).toContain(`\`${command ?? ""}`);
});
