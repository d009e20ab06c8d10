import { ConfigError, type Environment } from "./config.ts";
import { isLoopback } from "./loopback.ts";

/** Which tokens of an identity provider are taken. */
export interface JwtSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** A file with a JSON Web Key Set, or the address of one. */
  readonly keys: string;
  /** The claim that names the roles; dots lead inside, as in Keycloak's "realm_access.roles". */
  readonly rolesClaim: string;
}

/** Who may do what, as the settings say. */
export interface AccessSettings {
  /** Whether everybody who reaches the server may read. */
  readonly openReading: boolean;
  readonly keysFile: string | null;
  readonly jwt: JwtSettings | null;
  /** Requests a minute that one caller may make; null for as many as it likes. */
  readonly rate: number | null;
  /** Whether the schema may be asked for, and the page for queries is there. */
  readonly introspection: boolean;
  /** The proxies whose word on who asks is taken; null for none. */
  readonly trustProxy: readonly string[] | null;
  /** By which hosts, besides this machine's own, the server may be asked; null for any. */
  readonly hosts: readonly string[] | null;
}

/** Many more than a reader of the pages makes, far fewer than a program can. */
const RATE = 600;

/**
 * Reads who may do what once, at the start. A server that other machines reach asks for a decision: none is made for its owner. Where tokens are set up,
 * reading needs one too, unless it is said to be open. Throws `ConfigError` with the remedies.
 */
export function accessSettings(
  environment: Environment,
  { host, open }: { readonly host: string; readonly open: boolean },
): AccessSettings {
  const keysFile = environment.MANDATE_KEYS ?? null;
  const jwt = jwtSettings(environment);
  const hasTokens = keysFile !== null || jwt !== null;
  const saidOpen = open || environment.MANDATE_ACCESS === "open";
  const trustProxy = environment.MANDATE_TRUST_PROXY ?? null;
  // A proxy stands before a server for others to reach it.
  const isAlone = isLoopback(host) && trustProxy === null;
  if (!saidOpen && !hasTokens && !isAlone)
    throw new ConfigError(
      `other machines can reach ${isLoopback(host) ? "the proxy" : host}: decide who may read — with --open (or MANDATE_ACCESS=open) whoever reaches it, with MANDATE_KEYS or MANDATE_JWT_ISSUER those with a token; or leave out --host, HOST and MANDATE_TRUST_PROXY, then only this machine is served`,
    );
  const rate = environment.MANDATE_RATE ?? (isAlone ? 0 : RATE);
  const { MANDATE_INTROSPECTION: asked, MANDATE_HOSTS: named } = environment;
  const openReading = saidOpen || !hasTokens;
  return {
    openReading,
    keysFile,
    jwt,
    rate: rate === 0 ? null : rate,
    introspection: asked === undefined ? isAlone : asked === "on",
    trustProxy,
    // Nothing but its address keeps a server of this machine from others that asks for no token.
    hosts: named ?? (openReading && isLoopback(host) ? [] : null),
  };
}

function jwtSettings({
  MANDATE_JWT_ISSUER: issuer,
  MANDATE_JWT_AUDIENCE: audience,
  MANDATE_JWT_KEYS: keys,
  MANDATE_JWT_ALGORITHMS: algorithms,
  MANDATE_JWT_ROLES: rolesClaim,
}: Environment): JwtSettings | null {
  const needed = { MANDATE_JWT_ISSUER: issuer, MANDATE_JWT_AUDIENCE: audience, MANDATE_JWT_KEYS: keys };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === Object.keys(needed).length) return null;
  if (issuer === undefined || audience === undefined || keys === undefined)
    throw new ConfigError(
      `${missing.join(" and ")} must be set too: tokens are taken of one issuer, for one audience, by its keys`,
    );
  return { issuer, audience, keys, algorithms, rolesClaim };
}
