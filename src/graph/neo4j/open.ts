import neo4j, { type Config, type Driver } from "neo4j-driver";
import type { StoreSettings } from "../../config.ts";
import { StoreError } from "../store.ts";
import { driverError, unreachable } from "./errors.ts";
import { inDatabase, Neo4jStore } from "./neo4j-store.ts";
import { Absent, answered } from "./presence.ts";

export type Neo4jSettings = Omit<Extract<StoreSettings, { readonly kind: "neo4j" }>, "kind">;

// The driver declares its options as classes that nobody makes instances of.
type Options = Omit<Config, never>;

/** Short enough that a lost server is told within seconds: by itself the driver goes on trying for half a minute. */
const PATIENCE: Options = {
  maxTransactionRetryTime: 3_000,
  connectionTimeout: 3_000,
  connectionAcquisitionTimeout: 4_000,
};

/**
 * Connects to a server and sees that it answers and lets us in. Throws `STORE_UNREACHABLE` or `STORE_DENIED` within seconds; with `evenAway`, a server that
 * does not answer yet is none: the driver connects when it does.
 */
export async function openNeo4j(
  { uri, user, password, database }: Neo4jSettings,
  { evenAway = false }: { readonly evenAway?: boolean } = {},
): Promise<Neo4jStore> {
  const place = withoutCredentials(uri);
  const connect = (options: Options): Driver => {
    try {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a class in name only
      return neo4j.driver(uri, neo4j.auth.basic(user, password), { ...PATIENCE, ...options });
    } catch (error) {
      throw unreachable(error, place, "the address is not one of Neo4j's, such as neo4j://localhost:7687");
    }
  };
  const [driver, pinger] = [connect({}), connect({ maxConnectionPoolSize: 1 })];
  const store = new Neo4jStore({ driver, pinger, place, database });
  try {
    await answered(greet(driver, database));
  } catch (error) {
    const failure =
      error instanceof Absent ? unreachable(error, place, "it does not answer") : driverError(error, place);
    if (evenAway && failure instanceof StoreError && failure.code === "STORE_UNREACHABLE") return store;
    // Not awaited: a server that hangs would keep us waiting.
    for (const each of [driver, pinger]) each.close().catch(() => undefined);
    throw failure;
  }
  return store;
}

/** The least that goes wrong where anything does: the driver's own check lets a database through that is not there. */
async function greet(driver: Driver, database: string | undefined): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a class in name only
  const session = driver.session(inDatabase(database));
  try {
    await session.run("RETURN 1");
  } finally {
    await session.close();
  }
}

/** An address as it may be shown: "neo4j://me:secret@host:7687" → "neo4j://host:7687". */
function withoutCredentials(uri: string): string {
  return uri.replace(/^([^/]*\/\/)[^/]*@/u, "$1");
}
