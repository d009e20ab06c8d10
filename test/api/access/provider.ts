import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from "jose";

export const ISSUER = "https://id.example";
export const AUDIENCE = "mandate";

/** A pair of keys of an identity provider. */
export interface Pair {
  readonly id: string;
  readonly secret: CryptoKey;
  readonly published: JWK;
  /** The public key as text, which attackers use as a shared secret. */
  readonly pem: string;
}

export async function pair(id: string): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const published = { ...(await exportJWK(publicKey)), kid: id, alg: "ES256", use: "sig" };
  return { id, secret: privateKey, published, pem: await exportSPKI(publicKey) };
}

/** The claims of a token that holds, but for what is given. */
export function claims(given: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const exp = Math.floor(Date.now() / 1_000) + 600;
  return { iss: ISSUER, aud: AUDIENCE, sub: "lan", roles: ["reader"], exp, ...given };
}

export function signed({ id, secret }: Pair, given: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return new SignJWT({ ...claims(given) }).setProtectedHeader({ alg: "ES256", kid: id }).sign(secret);
}

/** An address that gives out keys, until it does not. */
export interface Provider {
  readonly address: string;
  readonly asked: () => number;
  publish(...pairs: readonly Pair[]): void;
  /** From now on it answers 503. */
  fail(): void;
  close(): Promise<void>;
}

export async function provider(...first: readonly Pair[]): Promise<Provider> {
  let keys: readonly JWK[] | null = first.map(({ published }) => published);
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    asked += 1;
    if (keys === null) response.writeHead(503).end();
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    asked: () => asked,
    publish: (...pairs) => void (keys = pairs.map(({ published }) => published)),
    fail: () => void (keys = null),
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
