import { request as ask, type Agent } from "node:http";
import { gzipSync } from "node:zlib";
import type { Dice } from "./dice.ts";
import { INJECTIONS, ODDITIES } from "./hostile.ts";
import type { RandomQuestions } from "./random-questions.ts";

export interface RandomRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND"];
const TYPES = [
  "application/json",
  "application/json; charset=utf-8",
  "application/json; charset=utf-16",
  "application/graphql",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "text/html",
  "application/xml",
  "x",
  "/",
  "",
];
const PATHS = ["/", "/graphql", "/graphql/", "/healthz", "/readyz", "/metrics", "/ide", "/gaps", "/calendar", "/help"];
const FOLDERS = ["/documents/", "/agencies/", "/pages/", "/facts/", "/", "/graphql?query=", "/graphql?extensions="];

/** Makes requests of every sort: mostly questions, whole and damaged, and whatever else can be sent. */
export function randomRequest(dice: Dice, questions: RandomQuestions, tokens: readonly string[]): RandomRequest {
  const sort = dice.below(100);
  if (sort < 4) return asked(questions.subscription(), dice, tokens);
  if (sort < 60) return asked(questions.question(), dice, tokens);
  if (sort < 70) return asked(questions.change(), dice, tokens);
  if (sort < 82) return damaged(asked(questions.question(), dice, tokens), dice);
  if (sort < 88) return facts(dice, questions, tokens);
  return anything(dice, questions, tokens);
}

function asked(body: object, dice: Dice, tokens: readonly string[]): RandomRequest {
  const more = dice.chance(0.05)
    ? dice.one<object>([
        { operationName: dice.one(ODDITIES) },
        { operationName: 7 },
        { extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } },
        { extensions: [] },
        { variables: [] },
        { variables: "x" },
        { query: null },
        { id: "x" },
      ])
    : {};
  return {
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", ...token(dice, tokens), ...oddHeaders(dice) },
    body: Buffer.from(JSON.stringify({ ...body, ...more })),
  };
}

function token(dice: Dice, tokens: readonly string[]): Readonly<Record<string, string>> {
  if (dice.chance(0.5)) return {};
  const key = dice.chance(0.9) ? dice.one(tokens) : dice.one(["", "x", "a.b.c", "..", "é", `${dice.one(tokens)}x`]);
  return { authorization: `${dice.chance(0.95) ? "Bearer" : "Basic"} ${key}` };
}

function oddHeaders(dice: Dice): Readonly<Record<string, string>> {
  if (dice.chance(0.9)) return {};
  return dice.one<Readonly<Record<string, string>>>([
    { "content-encoding": "gzip" },
    { "accept-encoding": "gzip" },
    { accept: "text/html" },
    { accept: "multipart/mixed" },
    { accept: "/" },
    { origin: "https://evil.example" },
    { host: "evil.example" },
    { "x-forwarded-for": "'}) DETACH DELETE n //" },
    { "x-request-id": "../../x" },
    { "x-request-id": "x".repeat(4_000) },
    { cookie: "a=b; ;;=" },
    { "x-http-method-override": "DELETE" },
    { "if-none-match": "*" },
    { range: "bytes=0-1" },
    { expect: "100-continue" },
    { "accept-version": "9" },
  ]);
}

/** Bytes dropped, doubled, changed or cut off. */
function damaged({ body, ...rest }: RandomRequest, dice: Dice): RandomRequest {
  let bytes = body ?? Buffer.alloc(0);
  const { query } = JSON.parse(bytes.toString()) as { query?: unknown };
  // Half of the damage is inside the question, so that it is still JSON.
  const inside = typeof query === "string" && dice.chance(0.5);
  if (inside) bytes = Buffer.from(query);
  for (let time = 0; time <= dice.below(3); time += 1) {
    const at = dice.below(bytes.length + 1);
    const length = dice.below(4);
    const parts = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)] as const;
    const [before, some, after] = parts;
    bytes = dice.one([
      () => Buffer.concat([before, after]),
      () => Buffer.concat([before, some, some, some, after]),
      () => Buffer.concat([before, Buffer.from([dice.below(256)]), after]),
      () => Buffer.concat([before, Buffer.from(dice.one(INJECTIONS)), after]),
      () => before,
    ])();
  }
  return { ...rest, body: inside ? Buffer.from(JSON.stringify({ query: bytes.toString() })) : bytes };
}

/** Facts that are none. */
function facts(dice: Dice, questions: RandomQuestions, tokens: readonly string[]): RandomRequest {
  const document = { id: questions.text(), kind: questions.text(), title: questions.text(), signers: dice.below(9) };
  const body = dice.one<unknown>([
    null,
    [],
    7,
    "x",
    {},
    { facts: null },
    { facts: {} },
    { facts: [], review: [] },
    { facts: { document }, review: { decisions: [{}] } },
    { source: questions.text(), text: { sha256: questions.text() }, document, citations: [{}], tasks: {} },
    { __proto__: { facts: 1 }, constructor: { prototype: 1 } },
  ]);
  return {
    method: "PUT",
    path: `/facts/${encodeURIComponent(wellFormed(questions.text())).slice(0, 3_000)}`,
    headers: { "content-type": dice.chance(0.9) ? "application/json" : dice.one(TYPES), ...token(dice, tokens) },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function anything(dice: Dice, questions: RandomQuestions, tokens: readonly string[]): RandomRequest {
  const end = dice.chance(0.5) ? encodeURIComponent(wellFormed(questions.text())) : visible(questions.text());
  const path = dice.chance(0.5) ? dice.one(PATHS) : `${dice.one(FOLDERS)}${end}`;
  const method = dice.one(METHODS);
  const text = questions.text();
  const body = dice.one([
    () => null,
    () => Buffer.from(text),
    () => Buffer.from(JSON.stringify([questions.question(), questions.question()])),
    () => gzipSync(JSON.stringify(questions.question())),
    () => Buffer.from(Array.from({ length: 40 }, () => dice.below(256))),
    () => Buffer.from("x".repeat(150_000)),
    () => Buffer.from(`query=${encodeURIComponent("{ documents { id } }")}`),
    () => Buffer.from("[".repeat(50_000)),
  ])();
  return {
    method,
    path: path.slice(0, 3_000),
    headers: {
      ...(dice.chance(0.8) ? { "content-type": dice.one(TYPES) } : {}),
      ...token(dice, tokens),
      ...oddHeaders(dice),
    },
    body: method === "TRACE" ? null : body,
  };
}

/** What can stand in the first line of a request. */
const visible = (text: string): string => text.replace(/[^\x21-\x7e]/gu, "%");
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "");

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request and rejects where the answer does not come in time. */
export function send(origin: URL, sent: RandomRequest, agent: Agent, patience: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body } = sent;
    const length = body === null ? {} : { "content-length": String(body.length) };
    const asking = ask(
      // An address that is given as it stands, not tidied up.
      { host: origin.hostname, port: origin.port, method, path, headers: { ...length, ...headers }, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      },
    );
    asking.setTimeout(patience, () => asking.destroy(new Error(`no answer in ${patience} ms`)));
    asking.on("error", reject);
    asking.end(body ?? undefined);
  });
}
