import { createHmac } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Access, makeAccess } from "../../../src/api/access/access.ts";
import { jwtVerifier } from "../../../src/api/access/jwt.ts";
import { keyLine, newKey } from "../../../src/api/access/keys.ts";
import { makeLog } from "../../../src/api/operation/log.ts";
import { makeApi } from "../../../src/api/make-schema.ts";
import { type RunningServer, startServer } from "../../../src/api/server.ts";
import { storePath } from "../../support/command.ts";
import { givenStore } from "../../support/stores.ts";
import { plant } from "../plant.ts";
import { invented } from "../questions.ts";
import { AUDIENCE, claims, ISSUER, type Pair, pair, type Provider, provider, signed } from "./provider.ts";

const planted = givenStore("embedded", "file");
const log = pino({ level: "silent" });
const readerKey = newKey();
const running: RunningServer[] = [];
let url: string;
let ours: Pair;
let foreign: Pair;
let keys: Provider;
let keysFile: string;

const jwtSettings = (address: string) => ({
  issuer: ISSUER,
  audience: AUDIENCE,
  algorithms: ["ES256"],
  keys: address,
  rolesClaim: "roles",
});

async function serve(access: Access): Promise<string> {
  const api = await makeApi({ store: planted.store, questions: invented });
  const server = await startServer({ store: planted.store, api, host: "127.0.0.1", port: 0, log, access });
  running.push(server);
  return server.url;
}

beforeAll(async () => {
  await plant(planted.store);
  [ours, foreign] = [await pair("ours"), await pair("ours")];
  keys = await provider(ours);
  keysFile = await storePath();
  await writeFile(keysFile, keyLine("reader", "lan", readerKey));
  url = await serve(await makeAccess({ openReading: false, keysFile, jwt: jwtSettings(keys.address) }));
});

afterAll(async () => {
  await keys.close();
  for (const server of running) await server.close();
});

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly header: string | null;
  readonly data: unknown;
}

async function ask(authorization: string | null, at = url): Promise<Answer> {
  const answer = await fetch(`${at}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify({ query: "{ documents(limit: 1) { id } }" }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: unknown;
    errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return {
    status: answer.status,
    code: errors?.[0]?.extensions.code,
    header: answer.headers.get("www-authenticate"),
    data,
  };
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const hour = 3_600;
const now = (): number => Math.floor(Date.now() / 1_000);

/** A token signed with our public key as if it were a shared secret. */
function signedWithPublicKey(): string {
  const head = `${encoded({ alg: "HS256", kid: "ours" })}.${encoded(claims())}`;
  return `${head}.${createHmac("sha256", ours.pem).update(head).digest("base64url")}`;
}

describe("a token that does not hold is answered 401, whatever is wrong with it", () => {
  test.each<readonly [string, () => string | null | Promise<string | null>]>([
    ["none", () => null],
    ["an empty one", () => "Bearer "],
    ["another scheme", () => "Basic bGFuOmxhbg=="],
    ["two words", () => `Bearer ${readerKey} ${readerKey}`],
    ["a key that is nobody's", () => `Bearer ${newKey()}`],
    ["a key cut short", () => `Bearer ${readerKey.slice(0, -1)}`],
    ["expired", async () => `Bearer ${await signed(ours, { exp: now() - hour })}`],
    ["not valid yet", async () => `Bearer ${await signed(ours, { nbf: now() + hour })}`],
    ["without an end", async () => `Bearer ${await signed(ours, { exp: undefined })}`],
    ["without a subject", async () => `Bearer ${await signed(ours, { sub: undefined })}`],
    ["with an empty subject", async () => `Bearer ${await signed(ours, { sub: "" })}`],
    ["with a blank subject", async () => `Bearer ${await signed(ours, { sub: " " })}`],
    ["with a subject of two lines", async () => `Bearer ${await signed(ours, { sub: "lan\ngiam-doc" })}`],
    ["with a subject that turns letters round", async () => `Bearer ${await signed(ours, { sub: "lan\u202e" })}`],
    ["with a NUL in its subject", async () => `Bearer ${await signed(ours, { sub: "lan\0" })}`],
    ["with a number for a subject", async () => `Bearer ${await signed(ours, { sub: 7 })}`],
    ["with a subject as long as a page", async () => `Bearer ${await signed(ours, { sub: "a".repeat(3_000) })}`],
    ["of another audience", async () => `Bearer ${await signed(ours, { aud: "payroll" })}`],
    ["of another issuer", async () => `Bearer ${await signed(ours, { iss: "https://evil.example" })}`],
    ["signed by a foreign key of the same name", async () => `Bearer ${await signed(foreign)}`],
    ["alg none", () => `Bearer ${encoded({ alg: "none" })}.${encoded(claims())}.`],
    ["HS256 with the public key as secret", () => `Bearer ${signedWithPublicKey()}`],
    [
      "with another role written in",
      async () => {
        const [head = "", , tail = ""] = (await signed(ours)).split(".");
        return `Bearer ${head}.${encoded(claims({ roles: ["loader"] }))}.${tail}`;
      },
    ],
    ["three parts of nothing", () => "Bearer a.b.c"],
    ["a very long one", () => `Bearer ${"a".repeat(8_000)}.b.c`],
  ])("%s", async (_what, header) => {
    const { status, code, header: challenge, data } = await ask(await header());
    expect([status, code, challenge, data]).toEqual([401, "UNAUTHENTICATED", 'Bearer realm="mandate"', undefined]);
  });
});

test.each<readonly [string, () => string | Promise<string>]>([
  ["a key", () => `Bearer ${readerKey}`],
  ["the scheme in small letters", () => `bearer ${readerKey}`],
  ["a token", async () => `Bearer ${await signed(ours)}`],
  ["a token with its roles in one string", async () => `Bearer ${await signed(ours, { roles: "staff reviewer" })}`],
])("%s that holds may read", async (_what, header) => {
  expect(await ask(await header())).toMatchObject({ status: 200, data: { documents: { length: 1 } } });
});

test("the log says why a token is refused, and repeats nothing that stands in it", async () => {
  const lines: string[] = [];
  const api = await makeApi({ store: planted.store, questions: invented });
  const server = await startServer({
    store: planted.store,
    api,
    host: "127.0.0.1",
    port: 0,
    log: makeLog("warn", [], { write: (line) => void lines.push(line) }),
    access: await makeAccess({ openReading: false, keysFile: null, jwt: jwtSettings(keys.address) }),
  });
  running.push(server);
  const personal = { email: "lan@example.vn", sub: "private-subject" };
  for (const given of [{ aud: "payroll" }, { exp: now() - hour }, { roles: ["nobody"] }])
    await ask(`Bearer ${await signed(ours, { ...personal, ...given })}`, server.url);
  await ask(`Bearer ${await signed(foreign, personal)}`, server.url);
  expect(lines.map((line) => (JSON.parse(line) as { readonly why: string }).why)).toEqual([
    'unexpected "aud" claim value',
    '"exp" claim timestamp check failed',
    'The token names no role in "roles": reader, reviewer or loader',
    "signature verification failed",
  ]);
  expect(lines.join("")).not.toMatch(/lan@example|private-subject|payroll/u);
});

test("a token that names none of the roles may not even read", async () => {
  for (const roles of [undefined, [], ["admin"], "readers", { reader: true }])
    expect(await ask(`Bearer ${await signed(ours, { roles })}`)).toMatchObject({ status: 403, code: "FORBIDDEN" });
});

test("health, readiness and the shell of the pages need no token; a path that is none tells nothing else", async () => {
  const statuses = ["/healthz", "/readyz", "/nowhere"].map(async (path) => (await fetch(`${url}${path}`)).status);
  expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
});

test("a body is not read before the token is looked at", async () => {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{bad",
  });
  expect(answer.status).toBe(401);
});

test("where reading is open, none is needed, but one that does not hold is still told", async () => {
  const open = await serve(await makeAccess({ openReading: true, keysFile, jwt: null }));
  expect((await ask(null, open)).status).toBe(200);
  expect((await ask(`Bearer ${readerKey}`, open)).status).toBe(200);
  expect((await ask("Bearer nonsense", open)).status).toBe(401);
});

test("roles deep inside a token are found where the settings say", async () => {
  const verify = await jwtVerifier({ ...jwtSettings(keys.address), rolesClaim: "realm_access.roles" });
  const token = await signed(ours, { realm_access: { roles: ["offline", "loader", "reader"] } });
  expect(await verify(token)).toEqual({ subject: "lan", role: "loader" });
});

describe("keys from an address", () => {
  const fresh = { maxAge: 60_000, coolDown: 0, pause: 0 };

  test("a rotated key is taken once it is published, the old one no longer once it is gone", async () => {
    const later = await pair("later");
    const rotating = await provider(ours);
    const verify = await jwtVerifier(jwtSettings(rotating.address), fresh);
    await verify(await signed(ours));
    await expect(verify(await signed(later))).rejects.toMatchObject({ status: 401 });
    rotating.publish(later);
    expect(await verify(await signed(later))).toEqual({ subject: "lan", role: "reader" });
    await expect(verify(await signed(ours))).rejects.toMatchObject({ status: 401 });
    await rotating.close();
  });

  test("while they cannot be had, those fetched last count; without any, nobody can tell: 503", async () => {
    const later = await pair("later");
    const failing = await provider(ours);
    const verify = await jwtVerifier(jwtSettings(failing.address), { ...fresh, maxAge: 0 });
    await verify(await signed(ours));
    failing.fail();
    expect(await verify(await signed(ours))).toEqual({ subject: "lan", role: "reader" });
    await expect(verify(await signed(foreign))).rejects.toMatchObject({ status: 401 });
    await expect(verify(await signed(later))).rejects.toMatchObject({ status: 503, code: "KEYS_UNAVAILABLE" });
    const unknowing = await jwtVerifier(jwtSettings(failing.address), fresh);
    await expect(unknowing(await signed(ours))).rejects.toMatchObject({ status: 503 });
    const at = await serve({ openReading: false, identify: async (token) => unknowing(String(token).slice(7)) });
    expect(await ask(`Bearer ${await signed(ours)}`, at)).toMatchObject({ status: 503, code: "KEYS_UNAVAILABLE" });
    await failing.close();
    await expect(unknowing(await signed(ours))).rejects.toMatchObject({ status: 503 });
  });

  test("an address that does not answer is left alone for a while", async () => {
    const failing = await provider();
    failing.fail();
    const verify = await jwtVerifier(jwtSettings(failing.address), { ...fresh, pause: 60_000 });
    for (let time = 0; time < 5; time += 1)
      await expect(verify(await signed(ours))).rejects.toMatchObject({ status: 503 });
    expect(failing.asked()).toBe(1);
    await failing.close();
  });
});
