import type { Driver, ManagedTransaction, Session, SessionConfig } from "neo4j-driver";
import { isImpatience, patiently, remaining } from "../patience.ts";
import type { Patience } from "../store.ts";
import { driverError, readAgain } from "./errors.ts";

type TransactionConfig = NonNullable<Parameters<Session["executeRead"]>[1]>;

/** For a read on the server: it ends the transaction itself when its time is up, and so even where we are gone. 0 would mean for ever. */
export function transactionTimeout(patience: Patience | undefined): TransactionConfig {
  return patience === undefined ? {} : { timeout: Math.max(1, Math.ceil(remaining(patience))) };
}

/** Waits for a read of a session; where patience is over it is told at once, and closing the session makes the server stop what it still runs. */
export async function readPatiently<T>(
  session: Session,
  reading: Promise<T>,
  patience: Patience | undefined,
): Promise<T> {
  try {
    return await patiently(reading, patience);
  } catch (error) {
    if (isImpatience(error)) session.close().catch(() => undefined);
    throw error;
  }
}

/**
 * A driver for one asker towards @neo4j/graphql, which reads through sessions of its own: they end when the asker's patience does, and tell what goes wrong
 * as the store does. The library takes a driver by its shape; of the class, only what stands here is ever called.
 */
export function patientDriver(driver: Driver, place: string, patience: Patience): Driver {
  const patient = {
    session: (config?: SessionConfig) => patientSession(driver.session(config), place, patience),
    get executeQueryBookmarkManager() {
      return driver.executeQueryBookmarkManager;
    },
    supportsMultiDb: () => driver.supportsMultiDb(),
    getServerInfo: () => driver.getServerInfo(),
    verifyConnectivity: () => driver.verifyConnectivity(),
    close: () => Promise.resolve(),
  };
  return patient as unknown as Driver;
}

type Work<T> = (transaction: ManagedTransaction) => Promise<T>;

function patientSession(session: Session, place: string, patience: Patience) {
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw driverError(error, place);
    }
  };
  return {
    executeRead: <T>(work: Work<T>, config: TransactionConfig = {}) => {
      const limited = { ...config, ...transactionTimeout(patience) };
      return explained(() => readAgain(() => readPatiently(session, session.executeRead(work, limited), patience)));
    },
    executeWrite: <T>(work: Work<T>, config: TransactionConfig = {}) =>
      explained(() => session.executeWrite(work, config)),
    // By this the library knows a session from a transaction.
    beginTransaction: (config?: TransactionConfig) => session.beginTransaction(config),
    close: () => session.close(),
  };
}
