import { expect, test } from "vitest";
import { accessSettings } from "../../src/access-settings.ts";
import { readEnvironment } from "../../src/config.ts";
import { mandate, storePath } from "../support/command.ts";

test.each([
  ["serve", ["--host", "0.0.0.0"], {}],
  ["start", [], { HOST: "::" }],
] as const)(
  "%s where other machines reach it asks who may read, in one line that names the remedies",
  async (command, options, env) => {
    const { code, err } = await mandate([command, "--port", "0", ...options], {
      MANDATE_STORE: await storePath(),
      ...env,
    });
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    for (const remedy of ["--open", "MANDATE_ACCESS=open", "--host"]) expect(err).toContain(remedy);
  },
);

test.each([
  ["--open lets whoever reaches it read", "0.0.0.0", true, {}],
  ["MANDATE_ACCESS=open does too", "192.168.1.5", false, { MANDATE_ACCESS: "open" }],
  ["this machine alone needs no decision", "127.0.0.1", false, {}],
] as const)("%s", (_what, host, open, env) => {
  expect(accessSettings(readEnvironment(env), { host, open })).toMatchObject({ openReading: true });
});

test("a decision that is none is refused", async () => {
  const { code, err } = await mandate(["serve"], { MANDATE_STORE: await storePath(), MANDATE_ACCESS: "everybody" });
  expect([code, err]).toEqual([2, 'mandate: MANDATE_ACCESS="everybody" must be "open" or left out\n']);
});
