import { cpSync, mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Change } from "../../src/graph/audit.ts";
import { mandate, storePath } from "../support/command.ts";

test("loads, readings and decisions by command are in the log, each once, with who made them", async () => {
  const MANDATE_STORE = await storePath();
  const facts = join(dirname(MANDATE_STORE), "facts");
  mkdirSync(facts);
  cpSync("examples/facts", facts, { recursive: true });
  const run = async (...args: string[]) => {
    const ran = await mandate(args, { MANDATE_STORE });
    expect(ran.err, args.join(" ")).toBe("");
    return ran.out;
  };
  await run("load", facts);
  await run("load", facts);
  await run("ingest", "examples/documents/rural-markets.txt", "--facts", facts);
  const document = "vn/soc-trang/ubnd/kh/2024/412";
  await run(
    "review",
    document,
    "--facts",
    facts,
    "--describe",
    "--set",
    '{"title":"Chợ quê"}',
    "--reason",
    "the register",
  );
  await run("review", document, "--facts", facts, "--undo", "r1");
  const made = JSON.parse(await run("audit", "--json")) as readonly Change[];
  const ours = made.filter((each) => each.document === document);
  expect(ours.map(({ what, by, through }) => [what, by, through])).toEqual(
    ["TAKEN_BACK", "DECIDED", "RELOADED", "LOADED"].map((what) => [what, userInfo().username, "command"]),
  );
  expect(ours[1]?.detail).toBe("r1 is decided: the register");
  expect(await run("audit", "--first", "1")).toContain("TAKEN_BACK");
  expect(await run("audit", "--since", "2999-01-01")).toBe("Nothing was changed.\n");
}, 120_000);
