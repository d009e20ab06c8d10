import { readFile } from "node:fs/promises";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from "jose";
import type { JwtSettings } from "../../access-settings.ts";
import { ConfigError } from "../../config.ts";
import { type Caller, highestRole, type Role } from "./caller.ts";
import { badToken, Refusal } from "./refusal.ts";

/**
 * How keys from an address are kept, in milliseconds: how long they are used before they are asked for again, how long after a fetch an unknown one is
 * not looked for, and how long an address that does not answer is left alone.
 */
export interface Freshness {
  readonly maxAge: number;
  readonly coolDown: number;
  readonly pause: number;
}
const FRESH: Freshness = { maxAge: 600_000, coolDown: 30_000, pause: 5_000 };
const KEYS_PATIENCE = 3_000;
/** Clocks of two machines differ by so many seconds. */
const CLOCKS = 30;

export type Verifier = (token: string) => Promise<Caller>;
type KeySet = JWTVerifyGetKey;

/** Checks tokens of one issuer. Throws `ConfigError` where the file of keys cannot be used; the verifier throws a `Refusal`. */
export async function jwtVerifier(settings: JwtSettings, fresh: Freshness = FRESH): Promise<Verifier> {
  const { issuer, audience, algorithms, keys, rolesClaim } = settings;
  const keySet = /^https?:/u.test(keys) ? remoteKeys(keys, fresh) : await keysInFile(keys);
  return async (token) => {
    const { payload } = await jwtVerify(token, keySet, {
      issuer,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ["exp", "sub"],
      clockTolerance: CLOCKS,
    }).catch((error: unknown) => {
      throw error instanceof Refusal ? error : badToken(error);
    });
    const { sub: subject } = payload;
    if (!isName(subject)) throw badToken(new Error('"sub" names nobody'));
    return { subject, role: roleIn(payload, rolesClaim) };
  };
}

// Signs that act instead of showing, and halves of letters: in a log or a decision they would make one name look like another.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const LONGEST_NAME = 256;

/** Whether this can stand for somebody in decisions and in the log. What a token says may be of any type. */
function isName(subject: unknown): subject is string {
  return (
    typeof subject === "string" && subject.trim() !== "" && subject.length <= LONGEST_NAME && !UNSEEN.test(subject)
  );
}

function roleIn(payload: JWTPayload, rolesClaim: string): Role {
  const claim = rolesClaim
    .split(".")
    .reduce<unknown>((at, step) => (isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined), payload);
  // Some providers give a list, some the words of one string.
  const role = highestRole(typeof claim === "string" ? claim.split(/\s+/u) : Array.isArray(claim) ? claim : []);
  if (role === null)
    throw new Refusal("FORBIDDEN", `The token names no role in "${rolesClaim}": reader, reviewer or loader`);
  return role;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Keys from an address; while it cannot be reached, those that were fetched last go on being used. */
function remoteKeys(address: string, { maxAge, coolDown, pause }: Freshness): KeySet {
  const remote = createRemoteJWKSet(new URL(address), {
    cacheMaxAge: maxAge,
    cooldownDuration: coolDown,
    timeoutDuration: KEYS_PATIENCE,
  });
  let away: { readonly until: number; readonly because: unknown } | undefined;
  const current: KeySet = async (header, token) => {
    if (away !== undefined && Date.now() < away.until) throw away.because;
    try {
      return await remote(header, token);
    } catch (error) {
      if (!isAboutToken(error)) away = { until: Date.now() + pause, because: error };
      throw error;
    }
  };
  return async (header, token) => {
    try {
      return await current(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      const last = remote.jwks();
      // A key that is not among the last ones may be a new one: nobody can tell while the address is away.
      const kept = last && (await createLocalJWKSet(last)(header, token).catch(() => null));
      if (kept) return kept;
      throw new Refusal("KEYS_UNAVAILABLE", "The keys that tell tokens cannot be had at the moment: try again", {
        cause: error,
      });
    }
  };
}

/** Faults that the token is to blame for, whatever keys there are. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

async function keysInFile(file: string): Promise<KeySet> {
  try {
    return createLocalJWKSet(JSON.parse(await readFile(file, "utf8")) as JSONWebKeySet);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`MANDATE_JWT_KEYS="${file}" is no file with a JSON Web Key Set: ${reason}`, { cause });
  }
}
