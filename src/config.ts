import { isIP } from "node:net";
import { z } from "zod";
import { isLoopback } from "./loopback.ts";

/** Which store is used, and where it is. */
export type StoreSettings =
  | { readonly kind: "embedded"; readonly path: string }
  | {
      readonly kind: "neo4j";
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      readonly database?: string;
    };

export const DEFAULT_STORE = ".mandate/graph";

/** Signatures by a private key only: with a shared secret, whoever can check a token can make one. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"] as const;
const words = (list: string): readonly string[] => list.split(",").map((word) => word.trim());
/** Keys that came unencrypted from another machine may be anybody's. */
function isSafePlace(place: string): boolean {
  return !place.startsWith("http:") || (URL.canParse(place) && isLoopback(new URL(place).hostname));
}

/** Ranges of addresses that have a name. */
const RANGES = ["loopback", "linklocal", "uniquelocal"];
/** "10.1.2.3", "10.0.0.0/8", "loopback". Anybody may write the header of a proxy: whose is believed has to be named. */
function isAddressOrRange(word: string): boolean {
  const [address = "", bits, ...more] = word.split("/");
  const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : 0;
  if (most === 0) return RANGES.includes(word);
  return more.length === 0 && (bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most));
}

/** What the environment may say; empty values count as absent. */
export const environment = z.object({
  MANDATE_STORE: z.string().default(DEFAULT_STORE),
  MANDATE_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).optional(),
  MANDATE_DEADLINE: z.coerce.number("must be a number of seconds").min(0.1).max(600).default(10),
  NEO4J_URI: z
    .string()
    .regex(/^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/\S+$/u, "must be an address such as neo4j://localhost:7687")
    .optional(),
  NEO4J_USER: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().default(""),
  NEO4J_DATABASE: z.string().optional(),
  PORT: z.coerce.number("must be a number").int().min(0).max(65_535).default(4_000),
  HOST: z.string().default("127.0.0.1"),
  MANDATE_ACCESS: z.literal("open", 'must be "open" or left out').optional(),
  MANDATE_KEYS: z.string().optional(),
  MANDATE_JWT_ISSUER: z.string().optional(),
  MANDATE_JWT_AUDIENCE: z.string().optional(),
  MANDATE_JWT_KEYS: z.string().refine(isSafePlace, "must be a file or an address with https://").optional(),
  MANDATE_JWT_ALGORITHMS: z
    .string()
    .default("RS256,ES256,EdDSA")
    .transform(words)
    .pipe(z.array(z.enum(ALGORITHMS))),
  MANDATE_JWT_ROLES: z.string().default("roles"),
  MANDATE_RATE: z.coerce.number("must be a number").int().min(0).optional(),
  MANDATE_TRUST_PROXY: z
    .string()
    .transform(words)
    .refine((given) => given.every(isAddressOrRange), "must be addresses, or loopback, with commas between")
    .optional(),
  MANDATE_HOSTS: z
    .string()
    .toLowerCase()
    .transform(words)
    .refine((given) => given.every((name) => /^[\w.-]+$/u.test(name)), "must be names of hosts, with commas between")
    .optional(),
  MANDATE_INTROSPECTION: z.enum(["on", "off"]).optional(),
});
export type Environment = z.output<typeof environment>;

/** A setting that cannot be used; the message names the variable and what it must be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "BAD_CONFIG";
}

/** Reads the settings once, at the start. Throws `ConfigError`. */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const filled = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = environment.safeParse(filled);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return name.includes("PASSWORD") ? `${name} ${issue.message}` : `${name}="${filled[name] ?? ""}" ${issue.message}`;
  });
  throw new ConfigError(faults.join("; "));
}

/** The store that the settings name: Neo4j where an address is set, else the embedded one. */
export function storeSettings(settings: Environment, path?: string): StoreSettings {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = settings;
  if (uri === undefined || path !== undefined) return { kind: "embedded", path: path ?? settings.MANDATE_STORE };
  return { kind: "neo4j", uri, user, password, ...(database === undefined ? {} : { database }) };
}
