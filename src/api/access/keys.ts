import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ConfigError } from "../../config.ts";
import { ROLES, type Caller, type Role } from "./caller.ts";

/** A shared key as it is kept: its holder and its hash. Keys are long and random, so that a fast hash is enough. */
export interface HashedKey extends Caller {
  readonly hash: Buffer;
}

/** Keys that `newKey` makes have 46 characters; whatever is shorter than this was thought up by somebody, and is never taken. */
const SHORTEST = 32;
const LINE = /^(?<role>\S+)\s+(?<subject>\S+)\s+(?<hash>[0-9a-f]{64})$/u;
/** What a holder may be called: one word, as it stands in a line of the file and in decisions. */
export const HOLDER = /^[\p{L}\p{N}._@-]{1,64}$/u;

export function newKey(): string {
  return `mk_${randomBytes(32).toString("base64url")}`;
}

/** A line of the file of keys: `reviewer lan 9f86d081…`. */
export function keyLine(role: Role, subject: string, key: string): string {
  return `${role} ${subject} ${hashOf(key).toString("hex")}\n`;
}

/** Reads a file of keys; empty lines and those after "#" say nothing. Throws `ConfigError` naming the line. */
export async function readKeys(file: string): Promise<readonly HashedKey[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new ConfigError(`MANDATE_KEYS="${file}" cannot be read (${code}): make a key with \`mandate key\``, {
      cause,
    });
  });
  const keys = text.split("\n").flatMap((line, index) => {
    const said = line.trim();
    return said === "" || said.startsWith("#") ? [] : [keyIn(said, `${file}, line ${index + 1}`)];
  });
  if (keys.length === 0) throw new ConfigError(`MANDATE_KEYS="${file}" has no key: make one with \`mandate key\``);
  return keys;
}

function keyIn(line: string, place: string): HashedKey {
  const { role: said = "", subject = "", hash = "" } = LINE.exec(line)?.groups ?? {};
  const role = ROLES.find((each) => each === said);
  if (role === undefined || !HOLDER.test(subject))
    throw new ConfigError(
      `${place}: is no "${ROLES.join("|")} NAME SHA256" — lines are written by \`mandate key\`, keys themselves never stand there`,
    );
  return { role, subject, hash: Buffer.from(hash, "hex") };
}

/** Whose key this is; null where it is nobody's. Every key is compared, each in constant time, so that the time tells nothing. */
export function holderOf(keys: readonly HashedKey[], key: string): Caller | null {
  if (key.length < SHORTEST) return null;
  const hash = hashOf(key);
  let holder: Caller | null = null;
  for (const { role, subject, hash: kept } of keys) if (timingSafeEqual(hash, kept)) holder = { role, subject };
  return holder;
}

function hashOf(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
