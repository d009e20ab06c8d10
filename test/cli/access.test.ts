import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { accessSettings } from "../../src/access-settings.ts";
import { holderOf, keyLine, newKey, readKeys } from "../../src/api/access/keys.ts";
import { readEnvironment } from "../../src/config.ts";
import { mandate, serving, storePath } from "../support/command.ts";

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
    for (const remedy of ["--open", "MANDATE_ACCESS=open", "MANDATE_KEYS", "MANDATE_JWT_ISSUER", "--host"])
      expect(err).toContain(remedy);
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

test.each([
  [
    "tokens without their audience",
    { MANDATE_JWT_ISSUER: "https://id.example", MANDATE_JWT_KEYS: "keys.json" },
    "MANDATE_JWT_AUDIENCE",
  ],
  ["keys that came unencrypted from elsewhere", { MANDATE_JWT_KEYS: "http://id.example/keys" }, "https://"],
  ["a shared secret in place of signatures", { MANDATE_JWT_ALGORITHMS: "HS256" }, "MANDATE_JWT_ALGORITHMS"],
  ["a file of keys that is not there", { MANDATE_KEYS: "/nowhere/keys" }, "mandate key"],
] as const)("%s are refused at the start", async (_what, env, named) => {
  const { code, err } = await mandate(["serve", "--port", "0"], { MANDATE_STORE: await storePath(), ...env });
  expect(code).toBe(2);
  expect(err).toContain(named);
});

test("a key is shown once, its file has the hash alone and is its owner's only", async () => {
  const file = join(dirname(await storePath()), "keys");
  const made = await mandate(["key", "reviewer", "lan", "--keys", file, "--json"], {});
  const { key } = JSON.parse(made.out) as { key: string };
  const [line, ...more] = readFileSync(file, "utf8").trim().split("\n");
  expect([key.length > 40, more]).toEqual([true, []]);
  expect(line).toMatch(/^reviewer lan [0-9a-f]{64}$/u);
  expect(statSync(file).mode & 0o077).toBe(0);
  const keys = await readKeys(file);
  expect(holderOf(keys, key)).toEqual({ subject: "lan", role: "reviewer" });
  expect(holderOf(keys, `${key}x`)).toBeNull();
});

test("a key that is added to a file whose last line is open has a line of its own", async () => {
  const file = await storePath();
  const first = newKey();
  writeFileSync(file, keyLine("reader", "minh", first).trimEnd());
  const { key } = JSON.parse((await mandate(["key", "loader", "lan", "--keys", file, "--json"], {})).out) as {
    key: string;
  };
  const keys = await readKeys(file);
  expect([holderOf(keys, first)?.subject, holderOf(keys, key)?.subject]).toEqual(["minh", "lan"]);
});

test("a key that somebody thought up is never taken, though its hash stands in the file", () => {
  const hash = createHash("sha256").update("secret").digest();
  expect(holderOf([{ role: "loader", subject: "lan", hash }], "secret")).toBeNull();
});

test("a line that holds a key in place of its hash is refused, and the key is not repeated", async () => {
  const file = await storePath();
  writeFileSync(file, "# office\n\nloader lan mk_0123456789\n");
  await expect(readKeys(file)).rejects.toThrow(/line 3: (?!.*mk_)/u);
});

test.each([
  ["this machine alone", "127.0.0.1", {}, { rate: null, introspection: true }],
  ["others too", "0.0.0.0", {}, { rate: 600, introspection: false }],
  [
    "others, as set",
    "0.0.0.0",
    { MANDATE_RATE: "0", MANDATE_INTROSPECTION: "on" },
    { rate: null, introspection: true },
  ],
  [
    "this machine alone, as set",
    "::1",
    { MANDATE_RATE: "30", MANDATE_INTROSPECTION: "off" },
    { rate: 30, introspection: false },
  ],
] as const)(
  "the rate, introspection and the page for queries where the server is reached by %s",
  (_what, host, env, told) => {
    expect(accessSettings(readEnvironment(env), { host, open: true })).toMatchObject(told);
  },
);

test.each([
  ["on this machine, without tokens", "127.0.0.1", false, {}, []],
  ["on this machine, said to be open", "localhost", true, { MANDATE_KEYS: "keys" }, []],
  ["on this machine, with tokens", "127.0.0.1", false, { MANDATE_KEYS: "keys" }, null],
  ["where others reach it", "0.0.0.0", true, {}, null],
  ["by names that are set", "127.0.0.1", false, { MANDATE_HOSTS: "Mandate.Office.vn, b" }, ["mandate.office.vn", "b"]],
] as const)("the hosts that a server is asked by: %s", (_what, host, open, env, hosts) => {
  expect(accessSettings(readEnvironment(env), { host, open }).hosts).toEqual(hosts);
});

test("a proxy that is trusted lets others reach the server: it asks who may read, counts, and shows no schema", () => {
  const env = readEnvironment({ MANDATE_TRUST_PROXY: "loopback, 10.0.0.0/8,::1" });
  const settings = (open: boolean) => accessSettings(env, { host: "127.0.0.1", open });
  expect(() => settings(false)).toThrow(/other machines can reach the proxy: decide who may read/u);
  const trustProxy = ["loopback", "10.0.0.0/8", "::1"];
  expect(settings(true)).toMatchObject({ trustProxy, rate: 600, introspection: false, hosts: [] });
});

test.each(["true", "1", "10.0.0.0/33", "10.0.0.0/8/8", "localhost", "loopback,", "::1/129"])(
  "%s is no proxy",
  (MANDATE_TRUST_PROXY) => {
    expect(() => readEnvironment({ MANDATE_TRUST_PROXY })).toThrow(/^MANDATE_TRUST_PROXY=".*" must be addresses/u);
  },
);

test("without introspection there is no page for queries, and no link to it; by another name there is nothing", async () => {
  const served = await serving([process.execPath, "bin/mandate.js", "serve", "--port", "0"], {
    MANDATE_STORE: await storePath(),
    MANDATE_INTROSPECTION: "off",
  });
  const { origin } = new URL(served.url);
  expect((await fetch(`${origin}/ide`)).status).toBe(404);
  expect(await (await fetch(origin)).text()).toContain('data-ide="off"');
  // Without tokens it is asked by the names of this machine alone.
  const status = await new Promise((done) =>
    get(`${origin}/healthz`, { headers: { host: "evil.example" } }, (answer) => done(answer.resume().statusCode)),
  );
  expect(status).toBe(421);
  await served.stop();
});
