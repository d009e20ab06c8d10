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
  if (!saidOpen && !hasTokens && !isLoopback(host))
    throw new ConfigError(
      `other machines can reach ${host}: decide who may read — with --open (or MANDATE_ACCESS=open) whoever reaches it, with MANDATE_KEYS or MANDATE_JWT_ISSUER those with a token; or leave out --host and HOST, then only this machine is served`,
    );
  const rate = environment.MANDATE_RATE ?? (isLoopback(host) ? 0 : RATE);
  const { MANDATE_INTROSPECTION: asked } = environment;
  return {
    openReading: saidOpen || !hasTokens,
    keysFile,
    jwt,
    rate: rate === 0 ? null : rate,
    introspection: asked === undefined ? isLoopback(host) : asked === "on",
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
